"""A mill with three weavers, and a suggestion taken as far as a story needs."""

from datetime import date

import pytest

from zhijia.areas.members.models import Person
from zhijia.areas.suggestions import actions
from zhijia.areas.suggestions.rules import Formula

RAISED, ACCEPTED, ADOPTED, DONE = date(2021, 3, 1), date(2021, 3, 5), date(2021, 3, 20), date(2021, 4, 28)
RECKONED, SIGNED, GRADED, REWARDED, POSTED = (
    date(2022, 3, 25), date(2022, 4, 1), date(2022, 4, 10), date(2022, 4, 20), date(2022, 4, 21)
)
WORDS = {"title": "改进皮带清扫器", "problem": "皮带跑偏撒料", "measure": "加装刮板"}
SAVING = {"before": "12.5", "after": "11.8", "output": 40000, "price": "6.2", "spent": 30000, "running": 5000}


@pytest.fixture
def staff(mill, group):
    return [Person.objects.create(house=mill, union=group, name=name) for name in ("王芳", "李娜", "张伟")]


@pytest.fixture
def raised(alice, group, staff):
    return actions.suggest(alice, union=group, makers=actions.makers_of(staff[:1]), raised_on=RAISED, **WORDS)


@pytest.fixture
def accepted(alice, raised):
    return actions.accept(alice, raised, on=ACCEPTED)


@pytest.fixture
def adopted(alice, accepted):
    return actions.adopt(alice, accepted, on=ADOPTED, unit="运转车间", due_on=date(2021, 5, 1))


@pytest.fixture
def done(alice, adopted):
    return actions.finish(alice, adopted, on=DONE, result="三台机都装了")


@pytest.fixture
def benefit(alice, done):
    return actions.reckon(alice, done, on=RECKONED, formula=Formula.SAVING, given=SAVING)


@pytest.fixture
def signed(tess, benefit):
    return actions.countersign(tess, benefit, on=SIGNED).suggestion


@pytest.fixture
def graded(alice, signed):
    return actions.grade(alice, signed, on=GRADED)
