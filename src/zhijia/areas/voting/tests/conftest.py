"""Votes to tell stories with."""

from datetime import date

import pytest

from zhijia.areas.members.models import Person, Spell
from zhijia.areas.voting import actions
from zhijia.areas.voting.actions import Asked

DAY = date(2025, 3, 20)


def people(mill, group, many: int) -> list[Person]:
    """Members of the mill."""
    found = [Person.objects.create(house=mill, union=group, name=f"代表{n}") for n in range(many)]
    for person in found:
        Spell.objects.create(person=person)
    return found


@pytest.fixture
def delegates(mill, group):
    return people(mill, group, 6)


@pytest.fixture
def a_vote(alice, mill, delegates):
    """A vote of six delegates on two matters, of any kind."""

    def prepared(kind, **more):
        told = {"questions": [Asked("奖金分配办法"), Asked("考勤办法")], "electors": delegates, **more}
        return actions.prepare(alice, union=mill, title="奖金分配办法", kind=kind, on=DAY, **told)

    return prepared
