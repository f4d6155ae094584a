"""The people of our stories: Alice chairs the mill's union, Bob belongs to it, Carol chairs the union next door, Dan is a
stranger, Uma is in the union above; Lee leads a group, Tess keeps the money, Audrey audits, Ada keeps the machine."""

from datetime import date

import pytest

from zhijia.core.org.actor import Actor, actor_of
from zhijia.core.org.models import Kind, Post, Role, Union, User

DAY = date(2021, 1, 1)


def found(code, name, kind, parent=None, region="全国") -> Union:
    return Union.objects.create(code=code, name=name, kind=kind, parent=parent, region=region)


def account(username, name, union=None, role=None, *, since=DAY) -> Actor:
    """An account with a post, as the actor it logs in as."""
    user = User.objects.create(username=username, name=name, password="!")
    if union is not None:
        Post.objects.create(holder=user, union=union, role=role, since=since)
    return actor_of(user.pk, today=date(2026, 1, 1))


@pytest.fixture
def county(db):
    return found("county", "东山县总工会", Kind.COUNTY)


@pytest.fixture
def mill(county):
    return found("mill", "红旗纺织厂工会", Kind.BASIC, county)


@pytest.fixture
def group(mill):
    """A group (班组) of the mill."""
    return found("mill-a", "细纱一班", Kind.GROUP, mill)


@pytest.fixture
def next_door(county):
    return found("plant", "东风机械厂工会", Kind.BASIC, county)


@pytest.fixture
def alice(mill):
    return account("alice", "艾丽", mill, Role.CHAIR)


@pytest.fixture
def lee(group):
    return account("lee", "李组长", group, Role.LEADER)


@pytest.fixture
def tess(mill):
    return account("tess", "谭会计", mill, Role.TREASURER)


@pytest.fixture
def audrey(mill):
    return account("audrey", "敖经审", mill, Role.AUDITOR)


@pytest.fixture
def ada(mill):
    return account("ada", "安管理", mill, Role.ADMIN)


@pytest.fixture
def carol(next_door):
    return account("carol", "柯主席", next_door, Role.CHAIR)


@pytest.fixture
def uma(county):
    return account("uma", "吴县工会", county, Role.CHAIR)


@pytest.fixture
def dan(db):
    return account("dan", "邓外人")


@pytest.fixture
def nobody():
    return Actor.nobody()


@pytest.fixture
def bob(group):
    """A member of the mill with an account of his own and no post."""
    from zhijia.areas.members.models import Person, Spell

    actor = account("bob", "鲍小波")
    person = Person.objects.create(house=group.parent, union=group, name="鲍小波", sex="男", account_id=actor.user_id)
    Spell.objects.create(person=person)
    return actor


@pytest.fixture
def bob_person(bob):
    from zhijia.areas.members.models import Person

    return Person.objects.get(account_id=bob.user_id)


@pytest.fixture
def login(client):
    """Log an actor in, as the browser would be."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    def enter(actor):
        client.logout()
        if actor.known:
            session = client.session
            session[SESSION_KEY] = str(actor.user_id)
            session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
            session[HASH_SESSION_KEY] = User.objects.get(pk=actor.user_id).get_session_auth_hash()
            session.save()
            from django.conf import settings
            client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        return client

    return enter
