"""The matrix of routes (路由矩阵): who gets what answer at every address of the house.

`matrix.txt` declares it, one line a route and method; `python -m tests.house.routes` writes what the house answers
today, to be read line by line before it is committed. The actors stand around one mill (tests/people.py): every
record in the addresses belongs to it, `self` is the person the record is about.
"""

from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver, reverse

FILE = Path(__file__).with_name("matrix.txt")
ACTORS = (
    "anonymous", "self", "colleague", "stranger", "leader", "officer", "chair", "treasurer", "auditor", "above", "beside",
    "admin",
)


def routes(resolver=None, namespace=""):
    """Every named pattern of the house: (name, callback, names of its parameters)."""
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            inner = f"{namespace}{each.namespace}:" if each.namespace else namespace
            yield from routes(each, inner)
        elif isinstance(each, URLPattern):
            yield f"{namespace}{each.name}", each.callback, tuple(each.pattern.converters)


def declared() -> dict[tuple[str, str], tuple[int, ...]]:
    """The committed matrix: {(route, method): one status an actor}."""
    lines = FILE.read_text(encoding="utf-8").splitlines() if FILE.exists() else []
    table = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return {(name, method): tuple(map(int, codes)) for name, method, *codes in table}


def address(name: str, world) -> str:
    """The address of a route with the mill's own records in it."""
    return reverse(name, args=world.arguments(name))


def answers(name, method, client_of, world) -> tuple[int, ...]:
    """What the house answers each actor; nothing a request does is kept."""
    from django.db import transaction

    found = []
    for actor in ACTORS:
        client = client_of(actor)
        with transaction.atomic():
            request = client.get if method == "GET" else client.post
            found.append(request(address(name, world)).status_code)
            transaction.set_rollback(True)
    return tuple(found)


def written(rows) -> str:
    """The matrix as text, columns aligned."""
    width = max(len(name) for name, _ in rows) + 2
    head = "# " + "route".ljust(width) + "method " + " ".join(actor.rjust(9) for actor in ACTORS)
    body = [
        "  " + name.ljust(width) + method.ljust(7) + " ".join(str(code).rjust(9) for code in codes)
        for (name, method), codes in sorted(rows.items())
    ]
    return "\n".join([head, *body]) + "\n"
