"""A small ledger of our own, so that papers are tested without the rooms whose figures they will cite.

A visit is a spell row: the person visited, the day (`since`), and who went (`place`).
"""

import sys
from datetime import date

import pytest

from zhijia.areas.members.models import Person, Spell
from zhijia.areas.summary import actions
from zhijia.core import periods
from zhijia.core.figures import Count, Distinct, Figure, Kind, Ratio
from zhijia.kit.tables import Column, Table

VISITS = Table((
    Column("since", "日期", kind="date"), Column("person", "姓名", value=lambda row: row.person.name),
    Column("heads", "参加人次", value=lambda row: 160, kind="number"),
))  # fmt: skip

EVENTS = Table((
    Column("on", "日期", value="since", kind="date"), Column("title", "名称", value=lambda row: "登山"),
    Column("heads", "参加人次", value=lambda row: 350, kind="number"),
))  # fmt: skip


def book(unions, period):
    return Spell.objects.filter(
        person__union__in=unions, since__range=(period.start, period.end)
    ).select_related("person__union")


def visited(unions, period):
    return book(unions, period).filter(place="走访")


def staff(unions, period):
    return Person.objects.filter(union__in=unions)


def events(unions, period):
    return book(unions, period).filter(place="活动")


def made(key, label, kind, rows, measure, table=VISITS, of=book):
    return Figure(key, label, kind, rows, measure, table, "summary.read", f"{label}的口径。", book=of)


FIGURES = (
    made("care.hardship_visited", "走访困难职工", Kind.PEOPLE, visited, Distinct("person_id")),
    made("care.visited_people", "走访慰问职工", Kind.PEOPLE, visited, Distinct("person_id")),
    made("care.visits", "走访慰问", Kind.TURNS, visited, Count()),
    made(
        "care.jobs_coordinated", "协调岗位", Kind.TURNS, lambda u, p: book(u, p).filter(place="岗位"), Count()
    ),
    made(
        "care.families_helped", "帮助家庭", Kind.HOMES, lambda u, p: book(u, p).filter(place="家庭"), Count()
    ),
    made("activities.events", "举办活动", Kind.EVENTS, events, Count(), EVENTS, events),
    made(
        "members.members",
        "会员",
        Kind.PEOPLE,
        lambda u, p: staff(u, p).filter(spells__isnull=False).distinct(),
        Count(),
    ),
    made("members.staff", "职工", Kind.PEOPLE, staff, Count()),
    Ratio("members.rate", "入会率", "members.members", "members.staff", "会员占职工。"),
)


@pytest.fixture
def figures(monkeypatch):
    """Only the ledger's figures are known to the house."""
    module = sys.modules["zhijia.core.figures.figure"]
    monkeypatch.setattr(module, "_figures", {each.key: each for each in FIGURES})


class Book:
    """Writes down acts in the ledger of a union."""

    def __init__(self, union):
        self.union, self.people = union, 0

    def person(self, name="", union=None) -> Person:
        self.people += 1
        union = union or self.union
        return Person.objects.create(house=self.union, union=union, name=name or f"职工{self.people}")

    def act(self, what, person=None, on=date(2025, 3, 8)) -> Spell:
        person = person or self.person()
        until = {"until": on, "closed_by": "转出"}  # closed at once, so that a person may be visited again
        return Spell.objects.create(person=person, since=on, place=what, **until)


@pytest.fixture
def ledger(mill, figures):
    return Book(mill)


@pytest.fixture
def year():
    return periods.year(2025)


@pytest.fixture
def paper(alice, mill, ledger, year):
    """Alice's draft: two people visited, one job, one family; gaps and next year still to be written by her."""
    zhang = ledger.person("张山")
    ledger.act("走访", zhang)
    ledger.act("走访", zhang, date(2025, 9, 1))
    ledger.act("走访", ledger.person("李河"))
    ledger.act("岗位")
    ledger.act("家庭")
    return actions.draft(alice, union=mill, period=year)


@pytest.fixture
def ready(paper, alice):
    """Alice's draft with its two honest blanks written."""
    for block in paper.blocks.filter(text__startswith="____"):
        actions.edit_block(alice, block, text="调查研究还不够深入，要多到班组去。", version=block.version)
    return paper
