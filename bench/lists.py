"""The list of 20,000 members: requests a second beside a bare page of the same server, and how many queries."""

from bench.client import load
from bench.result import Result, alternating, at_least, middle
from bench.server import logged_in, served

LEAST_OF_PING, MOST_QUERIES = 0.1, 3
SECONDS = 5


def measure(login: dict, lonely: dict, rounds: int, say) -> list[Result]:
    """`login` is a chair of 20,000 members, `lonely` one of a single member."""
    from django.urls import reverse

    path = reverse("members:people")
    return [_speed(path, login, rounds, say), _queries(path, login, lonely)]


def _speed(path: str, login: dict, rounds: int, say) -> Result:
    with served() as port:
        cookie = logged_in(port, **login)
        sides = {
            "空白页": lambda: load(port, "/ping", seconds=SECONDS, cookie=cookie),
            "会员列表": lambda: load(port, path, seconds=SECONDS, cookie=cookie),
        }
        for warm in sides.values():
            warm()
        found = alternating(sides, rounds, lambda text: say(f"列表页 {text}"))
    bare, ours = (middle([_rate(run) for run in found[name]], "rate") for name in ("空白页", "会员列表"))
    waits = {name: middle(found["会员列表"], name) for name in ("p50", "p99")}
    return Result(
        "会员列表页（2 万人），对同一服务器的空白页", f"{ours:.0f} 次/秒", f"{bare:.0f} 次/秒",
        **at_least(ours / bare, LEAST_OF_PING), more={f"{name}_ms": value for name, value in waits.items()},
    )


def _rate(run: dict) -> dict:
    return {"rate": run["answers"] / run["seconds"]}


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
