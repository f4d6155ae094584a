"""The whole way with the rooms as they are: records, draft, figure, signature, a changed visit, drift."""

from datetime import date

import pytest
from django.urls import reverse

from zhijia.areas.care import actions as care
from zhijia.areas.care.rules import StepKind, VisitKind, Way
from zhijia.areas.members.models import Person, Spell
from zhijia.areas.summary import actions, queries
from zhijia.core import periods
from zhijia.core.trail.models import Look

TODAY = date(2026, 1, 6)


def worker(mill, name):
    person = Person.objects.create(house=mill, union=mill, name=name)
    Spell.objects.create(person=person)
    return person


def in_hardship(alice, mill, person):
    file = care.apply(alice, union=mill, person=person, on=date(2025, 1, 2), consent_on=date(2025, 1, 2))
    type(file).objects.filter(pk=file.pk).update(
        stage="已建档", category="深度困难", filed_on=date(2025, 1, 5)
    )
    return file


@pytest.fixture
def visits(alice, mill):
    """Three visits to two workers in hardship and one who is not, a job found, a family reconciled."""
    zhang, li, wang = (worker(mill, name) for name in ("张山", "李河", "王海"))
    in_hardship(alice, mill, zhang), in_hardship(alice, mill, li)
    told = {"union": mill, "way": Way.CASH, "amount": 500, "visitors": "艾丽"}
    kept = [
        care.record_visit(alice, person=zhang, on=date(2025, 1, 20), kind=VisitKind.FESTIVAL, **told),
        care.record_visit(alice, person=li, on=date(2025, 9, 20), kind=VisitKind.HARDSHIP, **told),
        care.record_visit(alice, person=wang, on=date(2025, 5, 20), kind=VisitKind.SICK, **told),
    ]
    watch = care.watch(alice, union=mill, person=wang, on=date(2025, 2, 1), reason="家庭不和", helper="艾丽")
    for kind in (StepKind.JOB, StepKind.FAMILY):
        care.take_step(
            alice, watch, kind=kind, on=date(2025, 3, 1), settled=True, settled_on=date(2025, 3, 9)
        )
    return kept


@pytest.fixture
def paper(alice, mill, visits):
    """Alice's draft with what the records leave open written by her."""
    found = actions.draft(alice, mill, periods.year(2025))
    for read in queries.reading(found):
        if queries.problems(found, [read]) and not read.block.level:
            actions.edit_block(
                alice, read.block, text="调查研究还不够深入，要多到班组去。", version=read.block.version
            )
    return found


def text(paper):
    return "".join(each.text for each in queries.reading(paper))


def test_sign_then_change_a_visit_and_the_drift_names_it(alice, mill, visits):
    found = actions.draft(alice, mill, periods.year(2025))
    assert "全年走访慰问困难职工 2 人，协调工作岗位 1 人次，帮助 1 户家庭化解矛盾" in text(found)
    assert "全年走访慰问 3 人、3 人次，走访 3 户家庭，发放慰问金 1500 元。" in text(found)


def test_a_visit_taken_back_after_signing_is_named(alice, mill, visits, paper):
    actions.sign(alice, paper, today=TODAY)
    assert queries.changed(alice, paper) == []
    care.void_visit(alice, visits[1], why="记错了人")
    care.correct_visit(alice, visits[2], amount=800)
    found = {each.key: each for each in queries.changed(alice, paper)}
    assert found["care.visits"].left == (str(visits[1]),)
    cash = found["care.visit_cash"]
    assert (cash.signed, cash.today, cash.changed) == ("1500 元", "1300 元", (str(visits[2]),))


def test_opening_who_is_in_hardship_leaves_a_trace(login, alice, visits):
    seen = (
        login(alice)
        .get(reverse("summary:trace", args=["mill", "2025", "care.hardship_visited"]))
        .content.decode()
    )
    assert "李河" in seen
    assert "王海" not in seen
    people = Person.objects.filter(pk__in=Look.objects.filter(group="hardship").values("subject_id"))
    assert sorted(people.values_list("name", flat=True)) == ["张山", "李河"]


def test_opening_any_figure_of_the_house_works_for_alice_and_shows_uma_no_row(login, alice, uma, visits):
    year, mill = periods.year(2025), visits[0].union
    for found in queries.figures_at(alice, mill, year):
        address = reverse("summary:trace", args=["mill", "2025", found.figure.key])
        assert login(alice).get(address).status_code == 200, found.figure.key
    seen = login(uma).get(reverse("summary:trace", args=["mill", "2025", "care.visits"])).content.decode()
    assert "您可以看到 3 行中的 0 行" in seen
    assert "张山" not in seen
