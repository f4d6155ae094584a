"""The list of 20,000 members: requests a second beside a bare page of the same server, and how many queries."""

from statistics import median

from bench.client import load
from bench.result import Result, alternating, at_least, middle
from bench.server import logged_in, served

LEAST_OF_PING, MOST_QUERIES = 0.1, 3
BARE, TURNS = "/ping", 5


def measure(login: dict, lonely: dict, rounds: int, say) -> list[Result]:
    """`login` is a chair of 20,000 members, `lonely` one of a single member."""
    from django.urls import reverse

    path = reverse("members:people")
    return [_speed(path, login, rounds, say), _queries(path, login, lonely)]


def _speed(path: str, login: dict, rounds: int, say) -> Result:
    with served() as port:
        cookie = logged_in(port, **login)
        both(port, path, cookie)
        found = alternating({"会员列表": lambda: both(port, path, cookie)}, rounds, lambda text: say(f"列表页 {text}"))
    runs = found["会员列表"]
    bare, ours, ratio, p50, p99 = (middle(runs, name) for name in ("bare", "ours", "ratio", "p50", "p99"))
    return Result(
        "会员列表页（2 万人），对同一服务器的空白页", f"{ours:.0f} 次/秒", f"{bare:.0f} 次/秒",
        **at_least(ratio, LEAST_OF_PING), more={"p50_ms": p50, "p99_ms": p99},
    )


def both(port: int, path: str, cookie: str) -> dict:
    """One round: the bare page and the list in turn, a second each, so that a busy moment falls on both.

    {"bare", "ours" (requests a second), "ratio", "p50", "p99" (ms of the list)}
    """
    pairs = [
        [load(port, each, seconds=1, cookie=cookie) for each in (BARE, path)] for _ in range(TURNS)
    ]
    bare, ours = (sum(map(rate, side)) / TURNS for side in zip(*pairs, strict=True))
    waits = {name: median(run[name] for _, run in pairs) for name in ("p50", "p99")}
    return {"bare": bare, "ours": ours, "ratio": ours / bare, **waits}


def rate(run: dict) -> float:
    return run["answers"] / run["seconds"]


def _queries(path: str, login: dict, lonely: dict) -> Result:
    one, many = (queries(path, each["username"]) for each in (lonely, login))
    return Result(
        "会员列表页的查询次数：1 人、2 万人", f"{len(one)}、{len(many)}", target=f"≤ {MOST_QUERIES}，两者相同",
        fine=len(one) == len(many) <= MOST_QUERIES, more={"sql": [each["sql"] for each in many]},
    )


def queries(path: str, username: str) -> list[dict]:
    """The queries of a page somebody opens."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from zhijia.core.org.models import User

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    with CaptureQueriesContext(connection) as found:
        answer = client.get(path)
    if answer.status_code != 200:
        raise ValueError(f"{path}: {answer.status_code}")
    return found.captured_queries
