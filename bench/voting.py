"""Sixty delegates cast at once, ten of them twice: how long until the last is acknowledged and until the result is shown."""

import http.client
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from time import perf_counter
from urllib.parse import urlencode

from bench import openslides
from bench.home import TODAY, UNION
from bench.result import Result, middle
from bench.server import PATIENCE, ask, header, logged_in, served

DELEGATES, TWICE = 60, 10
MATTERS = ("奖金分配办法", "考勤管理办法", "食堂改造方案")
DOOR, CAST, COUNTED = "/voting/cast/", "已收到，您的票已投入票箱", "计过了，不会重复计"
MOST_SECONDS = 1.0
ABSENT = "OpenSlides 3.3 没有测（不能在 Python 3.11 上运行）"


@dataclass(frozen=True)
class Voted:
    """What one sending of a slip came to."""

    picks: tuple[int, ...]
    cast: bool
    at: float


def measure(login: dict, rounds: int, say, beside: int | None = None) -> list[Result]:
    """One vote a round, each with slips of its own, the house served by one process; `beside` is the port of an OpenSlides."""
    delegates = _delegates()
    with served(processes=1) as port:
        cookie = logged_in(port, **login)
        runs = []
        for number in range(1, rounds + 1):
            say(f"第 {number}/{rounds} 轮：{DELEGATES} 名代表同时投票")
            runs.append(_round(port, cookie, delegates))
    theirs = openslides.measure(beside, DELEGATES, rounds) if beside else []
    last, shown = middle(runs, "last"), middle(runs, "shown")
    lost, doubled = _worst(runs, "lost"), _worst(runs, "doubled")
    quick = {"target": f"≤ {MOST_SECONDS:g} 秒", "fine": shown <= MOST_SECONDS}
    return [
        Result(f"{DELEGATES} 名代表同时投票（{TWICE} 人各投两遍），到最后一张收到", f"{last:.2f} 秒", _told(theirs, "last")),
        Result("最后一张收到后，到结束表决、显示结果", f"{shown:.2f} 秒", _told(theirs, "shown"), **quick),
        Result("丢失、重复的票", f"{lost}、{doubled}", target="0、0", fine=lost == doubled == 0, more={"runs": runs}),
    ]


def _told(theirs, key) -> str:
    return f"{middle(theirs, key):.2f} 秒" if theirs else ABSENT


def _worst(runs, key) -> int:
    return max(run[key] for run in runs)


def _delegates() -> list:
    from zhijia.areas.members import actions
    from zhijia.core.org.actor import system
    from zhijia.core.org.models import Union

    union = Union.objects.get(code=UNION)
    return [actions.add(system(), union=union, name=f"代表{number}", member=True) for number in range(DELEGATES)]


def _round(port: int, cookie: str, delegates) -> dict:
    """{"last", "shown" (seconds), "lost", "doubled" (ballots)} of one vote."""
    vote, codes = _opened(delegates)
    sendings = [*codes, *codes[:TWICE]]
    start = Barrier(len(sendings) + 1)
    with ThreadPoolExecutor(len(sendings)) as pool:
        waiting = [pool.submit(_voter, port, code, number, start) for number, code in enumerate(sendings)]
        start.wait()
        began = perf_counter()
        voted = [each.result() for each in waiting]
    last = max(each.at for each in voted if each.cast)
    _close(port, cookie, vote)
    return {"last": last - began, "shown": perf_counter() - last, **_compared(vote, [each for each in voted if each.cast])}


def _opened(delegates):
    from django.db import connection

    from zhijia.areas.voting import actions
    from zhijia.areas.voting.actions import Asked
    from zhijia.areas.voting.rules import Kind
    from zhijia.core.org.actor import system

    vote = actions.prepare(
        system(), union=delegates[0].union, title="测速表决", kind=Kind.SLIPS, on=TODAY,
        questions=[Asked(matter) for matter in MATTERS], electors=delegates,
    )
    codes = actions.issue_slips(system(), vote, number=DELEGATES)
    actions.begin(system(), vote, present=DELEGATES)
    connection.close()
    return vote, codes


def _voter(port: int, code: str, number: int, start: Barrier) -> Voted:
    """Everything one voter does, on one connection: open the door, code, ballot, second look, box."""
    picks = tuple((number + at) % 3 for at in range(len(MATTERS)))
    filled = {"code": code, **{f"pick-{at}": pick for at, pick in enumerate(picks, start=1)}}
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    start.wait()
    _sent(line, "GET")
    for form in ({"code": code}, filled):
        _sent(line, "POST", form)
    said = _sent(line, "POST", {**filled, "sure": "1"})
    done = perf_counter()
    line.close()
    if not (CAST in said or COUNTED in said):
        raise ValueError(f"Neither cast nor counted: {said[:400]}")
    return Voted(picks, CAST in said, done)


def _sent(line, method: str, form: dict | None = None) -> str:
    line.request(method, DOOR, urlencode(form or {}), {"Content-Type": "application/x-www-form-urlencoded"})
    return line.getresponse().read().decode()


def _close(port: int, cookie: str, vote) -> None:
    """Close the vote and open its page, as the chair does."""
    cookies = dict(pair.split("=", 1) for pair in cookie.split("; "))
    form = urlencode({"issued": DELEGATES, "sure": "on", "csrfmiddlewaretoken": cookies["csrftoken"]})
    ask(port, "POST", f"/voting/{vote.pk}/close/", form, cookies)
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    line.request("GET", f"/voting/{vote.pk}/", headers={"Cookie": header(cookies)})
    page = line.getresponse().read().decode()
    line.close()
    if "表决结果" not in page:
        raise ValueError("No result is shown.")


def _compared(vote, acknowledged) -> dict:
    """Ballots acknowledged but not counted, and counted but not acknowledged, found in the totals of every choice."""
    from django.db import connection

    from zhijia.areas.voting import queries
    from zhijia.areas.voting.models import Vote

    results = queries.results(Vote.objects.get(pk=vote.pk))
    connection.close()
    told = Counter((at, pick) for each in acknowledged for at, pick in enumerate(each.picks))
    found = Counter({(at, pick): n for at, result in enumerate(results) for pick, n in enumerate(result.counts)})
    return {"lost": max((told - found).values(), default=0), "doubled": max((found - told).values(), default=0)}
