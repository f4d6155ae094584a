"""python -m bench: measure, print a table (or JSON), leave with 1 when a promise is not kept."""

import argparse
import json
import signal
import sys

from bench import figures, imports, lists, voting
from bench.home import fill, furnish, open_house, temporary_home
from bench.result import Result

PARTS = ("import", "list", "figures", "voting")


def main() -> int:
    arguments = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # stopped from outside, nothing is left behind either
    with temporary_home() as home:
        open_house()
        login = furnish()
        found = _measured(home, login, arguments)
    _show(found, arguments)
    return 1 if any(each.fine is False for each in found) else 0


def _measured(home, login, arguments) -> list[Result]:
    found: list[Result] = []
    if "voting" in arguments.only:
        found += voting.measure(login, arguments.rounds, _say, arguments.openslides)
    if "import" in arguments.only:
        found += imports.measure(home, arguments.rounds, _say)
    if {"list", "figures"} & set(arguments.only):
        _say("导入 2 万人，供列表页和数字使用")
        lonely = fill(imports.DATA / imports.FILES[imports.CLEAN])
    if "list" in arguments.only:
        found += lists.measure(login, lonely, arguments.rounds, _say)
    if "figures" in arguments.only:
        found += figures.measure(arguments.rounds, _say)
    return found


def _show(found: list[Result], arguments) -> None:
    from zhijia.site.cli.tables import table

    if arguments.json:
        print(json.dumps([each.told() for each in found], ensure_ascii=False))
        return
    lines = [
        (each.what, each.ours, each.beside, "" if each.ratio is None else f"{each.ratio} ×", each.target, each.verdict)
        for each in found
    ]
    table(("项目", "本系统", "对照", "比值", "目标", "结果"), lines, arguments)


def _arguments():
    parser = argparse.ArgumentParser(prog="python -m bench", description="与下限和通常做法同场比较")
    parser.add_argument("--json", action="store_true", help="结果以 JSON 写到标准输出")
    parser.add_argument("--rounds", type=int, default=3, help="轮数，取中位数，默认 3")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="只测其中几项")
    parser.add_argument("--openslides", type=int, metavar="端口", help="投票与正在这个端口上运行的 OpenSlides 3.3 同场比较")
    return parser.parse_args()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
