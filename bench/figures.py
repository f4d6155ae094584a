"""Every figure of a union of 20,000 members: how many queries, how long."""

from time import perf_counter

from bench.home import UNION
from bench.result import Result, alternating, middle

YEAR = "2021"


def measure(rounds: int, say) -> list[Result]:
    """The page of figures and `zhijia figures` ask for this."""
    found = alternating({"全部数字": once}, rounds, lambda text: say(f"一个工会一年 {text}"))["全部数字"]
    took, asked = middle(found, "ms"), found[-1]["queries"]
    return [Result(f"一个工会一年的全部数字（{found[-1]['figures']} 个，2 万人）", f"{took:.0f} 毫秒，{asked} 次查询")]


def once() -> dict:
    """All figures once: {"figures", "queries", "ms"}."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from zhijia.areas.summary import queries
    from zhijia.core.org.models import Union
    from zhijia.core.org.scope import branches
    from zhijia.core.periods import parse_period

    unions = branches(Union.objects.get(code=UNION))
    with CaptureQueriesContext(connection) as asked:
        start = perf_counter()
        rows = queries.figure_rows(unions, parse_period(YEAR))
        took = 1000 * (perf_counter() - start)
    return {"figures": len(rows), "queries": len(asked), "ms": took}
