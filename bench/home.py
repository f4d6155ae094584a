"""A home of its own for every measurement, so that a bench never touches anybody's records."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from datetime import date
from pathlib import Path

VARIABLE = "ZHIJIA_HOME"
UNION = "bench"
FOUNDED = date(2021, 12, 31)
TODAY = date(2022, 1, 5)


@contextmanager
def temporary_home():
    """A folder that is the home of this process and those it starts, gone at the end."""
    folder = Path(tempfile.mkdtemp(prefix="zhijia-bench-"))
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = str(folder)
    try:
        yield folder
    finally:
        os.environ.pop(VARIABLE)
        if before is not None:
            os.environ[VARIABLE] = before
        shutil.rmtree(folder, ignore_errors=True)


def copied(home: Path, name: str) -> Path:
    """A copy of a prepared home, so that every run begins with the same database."""
    copy = home.with_name(f"{home.name}-{name}")
    shutil.rmtree(copy, ignore_errors=True)
    return Path(shutil.copytree(home, copy))


def open_house() -> None:
    """Set Django up for the home of this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhijia.site.settings")
    import django

    django.setup()


def furnish() -> dict:
    """Tables, triggers and one union with its chair: {"username", "password"}."""
    from django.core.management import call_command
    from django.db import connection

    from zhijia.site import first

    call_command("migrate", run_syncdb=True, verbosity=0, interactive=False)
    _, login = first.found(
        name="测速煤矿工会", kind="基层工会", code=UNION, region="全国", chair="陈主席", under=None, today=FOUNDED,
    )
    connection.close()
    return login


def fill(roster: Path) -> dict:
    """The members of a roster in the union of the bench; the login of the chair of another union with one member."""
    from zhijia.areas.members import actions
    from zhijia.core.org.actor import system
    from zhijia.core.org.models import Union
    from zhijia.kit.area import importer
    from zhijia.site import first

    union, bring = Union.objects.get(code=UNION), importer("roster")
    bring.write(system(), union, bring.judge(system(), union, roster, name=roster.name, options={}, today=TODAY))
    small, login = first.found(
        name="一人工会", kind="基层工会", code="one", region="全国", chair="独主席", under=None, today=FOUNDED,
    )
    actions.add(system(), union=small, name="独会员", member=True)
    return login
