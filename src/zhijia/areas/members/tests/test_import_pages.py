"""A large roster is written by a worker, and its page says how far it is."""

import pytest
from django.urls import reverse

from zhijia.areas.members import queries
from zhijia.areas.members.views import imports
from zhijia.core.files.models import StoredFile
from zhijia.core.jobs.models import Job, State
from zhijia.core.jobs.runner import run_one

ROSTER = "姓名,性别,班组,是否会员\n王芳,女,细纱一班,是\n李娜,女,细纱一班,是\n张伟,男,细纱一班,否\n"


@pytest.fixture
def waiting(alice, mill, login, monkeypatch):
    """A roster that counts as large, looked at and sent off to be written."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    monkeypatch.setattr(imports, "LARGE", 3)
    client = login(alice)
    handed = client.post(reverse("members:import"), {"union": mill.pk, "file": SimpleUploadedFile("花名册.csv", ROSTER.encode())})
    sent = client.post(handed.url)
    assert sent.url == reverse("job", args=[Job.objects.get().pk])
    return client


def test_the_page_waits_until_the_roster_is_written(waiting, alice):
    address = reverse("job", args=[Job.objects.get().pk])
    assert "排队中" in waiting.get(address).content.decode()
    assert not queries.visible(alice).exists()
    run_one()
    assert Job.objects.get().state == State.DONE
    assert waiting.get(address, {"part": "progress"})["HX-Redirect"] == reverse("members:people")
    assert sorted(p.name for p in queries.visible(alice)) == ["张伟", "李娜", "王芳"]
    assert not StoredFile.objects.exists()


def test_a_job_done_twice_writes_once(waiting, alice):
    run_one()
    Job.objects.update(state=State.QUEUED, finished_at=None)
    run_one()
    assert queries.visible(alice).count() == 3


def test_carol_does_not_see_how_far_alices_job_is(waiting, carol, login):
    address = reverse("job", args=[Job.objects.get().pk])
    assert login(carol).get(address).status_code == 404


def test_a_post_that_ended_meanwhile_writes_nothing(waiting, alice, mill):
    from datetime import date

    mill.posts.update(until=date(2021, 12, 31))
    run_one()
    assert Job.objects.get().state in (State.DONE, State.FAILED) and not queries.visible(alice).exists()
