"""What the stories of openness begin with: a catalogue of the mill and its group, and an officer beside the chair."""

from datetime import date

import pytest

from tests.people import account
from zhijia.areas.openness import actions, queries
from zhijia.core.org.models import Role


@pytest.fixture
def olive(mill):
    """An officer of the mill: so Alice is not alone."""
    return account("olive", "欧专干", mill, Role.OFFICER)


@pytest.fixture
def catalogue(alice, mill, group):
    """The shipped catalogues of the mill and of its group, in force since 2021."""
    actions.adopt(alice, chosen=[mill, group], since=date(2021, 1, 1))


@pytest.fixture
def approved(alice, olive, mill):
    """An item drafted by Olive and approved by Alice; more is told of it by name."""

    def make(title="食堂账目", *, union=mill, **told):
        item = actions.draft(olive, union=union, title=title, **{"body": "收支相抵。", **told})
        return actions.approve(alice, item, approver="艾丽", on=queries.today())

    return make


@pytest.fixture
def shown(alice, approved):
    """An item that hangs since today."""
    return lambda title="食堂账目", **told: actions.show(alice, approved(title, **told), on=queries.today(), channels=["公开栏"])
