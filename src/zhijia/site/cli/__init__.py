"""The `zhijia` command: for people at a terminal, and for checks (JSON). Help and messages are Chinese."""

import json
import logging
import os
import sys

from zhijia.core.refused import Refused
from zhijia.site.cli.parser import parse

DONE, LOOK, REFUSED = 0, 1, 2


def main(argv=None) -> int:
    """Run one command. 0: done; 1: done, but something needs a look; 2: refused, nothing changed."""
    _speak_utf8()
    arguments = parse(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except Refused as no:
        print(no, file=sys.stderr)
    except KeyboardInterrupt:
        print("已中断。", file=sys.stderr)
    except BrokenPipeError:
        return DONE
    except Exception:
        logging.getLogger("zhijia.cli").exception("zhijia %s", arguments.command)
        print(f"没有办成，数据没有改动。请把日志发给维护人员：{_log()}", file=sys.stderr)
    return REFUSED


def _speak_utf8():
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(arguments) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhijia.site.settings")
    import django

    django.setup()
    from zhijia.site.cli import commands

    answer, code = commands.COMMANDS[arguments.command](arguments)
    if arguments.json and answer is not None:
        print(json.dumps(answer, ensure_ascii=False, default=str))
    return code


def _log() -> str:
    from zhijia.core.home import home

    return str(home().log)
