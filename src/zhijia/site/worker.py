"""The process that does the long work (导入、总结) while pages stay quick."""

import os
import signal
import threading


def main() -> None:
    """Work until told to stop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhijia.site.settings")
    import django

    django.setup()
    from zhijia.core.jobs.runner import work

    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    signal.signal(signal.SIGINT, lambda *_: stop.set())
    work(stop)


if __name__ == "__main__":
    main()
