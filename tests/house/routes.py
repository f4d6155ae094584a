"""The matrix of routes (路由矩阵): who gets what answer at every address of the house.

`matrix/` declares it, a file a room, one line an address and method, the answers in the order of the heading. After a change
`python -m tests.house.routes --write` writes what the house answers now; every changed line is read before it is kept.
Every record in the addresses belongs to the mill (world.py); `self` is the member they are about.
"""

import sys
from contextlib import contextmanager
from pathlib import Path

FOLDER = Path(__file__).with_name("matrix")
METHODS = ("GET", "POST")
Key = tuple[str, str]
Codes = tuple[int, ...]


def declared() -> dict[Key, Codes]:
    """The committed matrix: {(line, method): one status an actor}."""
    lines = [line for file in sorted(FOLDER.glob("*.txt")) for line in file.read_text(encoding="utf-8").splitlines()]
    table = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return {(name, method): tuple(map(int, codes)) for name, method, *codes in table}


def answers(line: str, method: str, visitors, side) -> Codes:
    """What the house answers each visitor at the mill's record; an empty form is sent for POST."""
    from tests.house.addresses import address
    from tests.house.world import ACTORS

    url = address(line, side)
    return tuple(visitors.ask(actor, method, url).status_code for actor in ACTORS)


def differences(found: dict[Key, Codes], wanted: dict[Key, Codes]) -> list[str]:
    """Every answer that is not the declared one, and every line nobody declared."""
    from tests.house.world import ACTORS

    said = []
    for (line, method), codes in sorted(found.items()):
        if (line, method) not in wanted:
            said.append(f"{line} {method}: undeclared, answers {dict(zip(ACTORS, codes, strict=True))}")
            continue
        pairs = zip(ACTORS, codes, wanted[line, method], strict=True)
        said += [f"{line} {method}: {actor} got {got}, declared {told}" for actor, got, told in pairs if got != told]
    return said


def written(rows: dict[Key, Codes]) -> str:
    """The matrix as text, columns aligned."""
    from tests.house.world import ACTORS

    width = max(len(line) for line, _ in rows) + 1
    head = "#" + " " * (width + 6) + "".join(actor.rjust(10) for actor in ACTORS)
    body = [
        line.ljust(width) + method.ljust(7) + "".join(str(code).rjust(10) for code in codes)
        for (line, method), codes in sorted(rows.items())
    ]
    return "\n".join([head, *body]) + "\n"


def keep(found: dict[Key, Codes]) -> None:
    """Write the matrix anew, a file a room; addresses of no room stand in site.txt."""
    for file in FOLDER.glob("*.txt"):
        file.unlink()
    by_room: dict[str, dict[Key, Codes]] = {}
    for (line, method), codes in found.items():
        by_room.setdefault(line.partition(":")[0] if ":" in line else "site", {})[line, method] = codes
    for room, rows in by_room.items():
        FOLDER.joinpath(f"{room}.txt").write_text(written(rows), encoding="utf-8")


@contextmanager
def empty_house():
    """A house with empty tables, gone afterwards."""
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.apps import apps
    from django.conf import settings
    from django.db import connection
    from django.test.utils import setup_test_environment

    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    yield
    connection.creation.destroy_test_db(settings.DATABASES["default"]["NAME"], verbosity=0)


def main() -> int:
    """Ask every address anew; with --write keep the answers, else say what differs."""
    with empty_house():
        from tests.house import addresses, world
        from tests.house.visitors import Visitors

        built = world.build()
        visitors = Visitors(built.actors)
        found = {(line, m): answers(line, m, visitors, built.mill) for line in addresses.asked() for m in METHODS}
    said = differences(found, declared())
    print("\n".join(said) or "every answer is the declared one")
    if "--write" in sys.argv:
        keep(found)
    return 0 if not said or "--write" in sys.argv else 1


if __name__ == "__main__":
    sys.exit(main())
