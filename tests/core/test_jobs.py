"""Long work goes on where it stopped: its worker told to go home, fallen silent, or without power."""

import os
import signal
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from django.db import OperationalError
from django.utils import timezone

from zhijia.core.jobs import registry
from zhijia.core.jobs.models import Job, State
from zhijia.core.jobs.queue import ATTEMPTS, GIVEN_UP, cancel, claim, enqueue
from zhijia.core.jobs.registry import job
from zhijia.core.jobs.runner import Run, Stopped, run_one, work
from zhijia.core.refused import Refused
from zhijia.core.trail.models import RowChange

WORKER = Path(__file__).with_name("jobs_of_tests.py")


@pytest.fixture(autouse=True)
def kinds(monkeypatch):
    """Jobs registered by a test are forgotten after it."""
    monkeypatch.setattr(registry, "_kinds", {})


def silence(one):
    """The worker of this job has not been heard of for a while."""
    Job.objects.filter(pk=one.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def write(*numbers):
    for n in numbers:
        RowChange.objects.create(at="", table="test", row=str(n), op="I")


def written():
    return sorted(int(row) for row in RowChange.objects.filter(table="test").values_list("row", flat=True))


def test_a_job_is_done_once_and_says_how_it_went(db):
    @job("test.greet")
    def greet(run, name):
        run.progress(1, 2, "问好")
        return {"said": f"您好，{name}"}

    asked = enqueue("test.greet", {"name": "艾丽"})
    assert (asked.state, asked.over, asked.percent) == (State.QUEUED, False, None)
    did = run_one()
    assert (did, did.state, did.result, did.message) == (asked, State.DONE, {"said": "您好，艾丽"}, "问好")
    assert (did.over, did.percent, did.attempts) == (True, 50, 1)
    assert did.created_at <= did.started_at <= did.finished_at
    assert run_one() is None


def test_jobs_wait_their_turn_and_no_two_workers_get_the_same(db):
    first, second = enqueue("a"), enqueue("b")
    assert [claim(), claim(), claim()] == [first, second, None]


def test_a_refusal_is_told_in_its_own_words(db):
    @job("test.no")
    def no(run):
        raise Refused("三月会费已结账，请记入四月。")

    enqueue("test.no")
    did = run_one()
    assert (did.state, did.message) == (State.FAILED, "三月会费已结账，请记入四月。")


def test_a_failure_shows_no_innards_but_the_log_has_them(db, caplog):
    @job("test.break", name="导入花名册")
    def break_(run):
        with run.step(3, total=9):
            write(0, 1, 2)
        raise ZeroDivisionError("secret innards")

    enqueue("test.break")
    did = run_one()
    assert did.state == State.FAILED
    assert did.message == (
        "导入花名册没有办完：程序出了意外，已办的 3 项保留着。"
        f"请把任务编号 {did.pk} 告诉维护人员，详情在日志里。"
    )
    assert "secret innards" in caplog.text


def test_a_kind_this_version_does_not_know_is_said(db):
    enqueue("future.kind")
    assert run_one().message == "这个版本的程序不会办“future.kind”，请升级后重新发起。"


def test_a_step_that_fails_takes_its_things_and_its_number_back(db):
    run = Run(claimed())
    with run.step(2, total=4):
        write(0, 1)
    with pytest.raises(ZeroDivisionError), run.step(2, total=4):
        write(2, 3)
        raise ZeroDivisionError
    assert (written(), run.done, Job.objects.get().done) == ([0, 1], 2, 2)


def claimed():
    enqueue("test")
    return claim()


def test_a_silent_worker_loses_its_job_and_can_write_no_more(db):
    slow = Run(claimed())
    with slow.step(1, total=2):
        write(0)
    silence(slow.job)
    quick = Run(claim())
    assert (quick.job.pk, quick.done, quick.job.attempts) == (slow.job.pk, 1, 2)
    with pytest.raises(Stopped), slow.step(1, total=2):
        write(1)
    assert slow.done == 1
    with quick.step(1, total=2):
        write(1)
    slow.finish(State.FAILED, "迟到的失败")
    quick.finish(State.DONE, "已完成。")
    assert (written(), Job.objects.get().state) == ([0, 1], State.DONE)


def test_progress_keeps_the_lease(db):
    run = Run(claimed())
    silence(run.job)
    run.job.refresh_from_db()
    run.progress(1, 2)
    assert claim() is None


def test_after_three_silences_it_is_given_up_in_words(db):
    enqueue("test")
    for _ in range(ATTEMPTS):
        silence(claim())
    assert claim() is None
    assert (Job.objects.get().state, Job.objects.get().message) == (State.FAILED, GIVEN_UP)


def test_a_busy_database_is_another_attempt_not_a_failure(db):
    @job("test.busy")
    def busy(run):
        raise OperationalError("database is locked")

    enqueue("test.busy")
    assert [run_one().state for _ in range(ATTEMPTS)] == [State.QUEUED, State.QUEUED, State.FAILED]
    assert Job.objects.get().message == GIVEN_UP


def test_calling_off_stops_a_job_at_its_next_step(db):
    @job("test.long")
    def long(run):
        with run.step(1, total=2):
            write(0)
        assert cancel(run.job)
        with run.step(1, total=2):
            write(1)

    asked = enqueue("test.long")
    did = run_one()
    assert (did.state, did.message, written()) == (State.CANCELLED, "已取消。", [0])
    assert not cancel(asked)


def test_a_job_waiting_can_be_called_off(db):
    assert cancel(enqueue("test"))
    assert claim() is None


@pytest.mark.django_db(transaction=True)
def test_a_worker_told_to_go_home_leaves_the_rest_for_the_next():
    stop = Event()

    @job("test.count")
    def count(run):
        while run.done < 4:
            with run.step(1, total=4):
                write(run.done)
            if run.done == 1:
                stop.set()

    enqueue("test.count")
    work(stop, idle=0)
    left = Job.objects.get()
    assert (left.state, left.done, left.attempts) == (State.QUEUED, 2, 0)
    assert run_one().state == State.DONE
    assert written() == [0, 1, 2, 3]


def test_two_functions_cannot_take_one_name():
    @job("test.same")
    def one(run): ...

    with pytest.raises(ValueError):

        @job("test.same")
        def two(run): ...


@pytest.mark.parametrize(("where", "kept"), [("inside", [0, 1, 2]), ("between", [0, 1, 2, 3, 4, 5])])
def test_a_killed_worker_is_taken_over_and_nothing_is_done_twice(tmp_path, where, kept):
    """kill -9 while a step is being written, and between two steps; the next worker writes the rest."""
    told = {"env": {**os.environ, "ZHIJIA_HOME": str(tmp_path)}, "text": True}
    subprocess.run([sys.executable, WORKER, "prepare", where], check=True, **told)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, WORKER, "work"], **pipes, **told) as victim:
        assert victim.stdout.readline().strip() == where
        victim.send_signal(signal.SIGKILL)

    def worker():
        quiet = {"stdin": subprocess.DEVNULL, "capture_output": True, "check": True}
        return subprocess.run([sys.executable, WORKER, "work"], **quiet, **told).stdout.splitlines()[-1]

    assert rows_of(tmp_path) == kept
    assert worker() == "None"
    subprocess.run([sys.executable, WORKER, "expire"], check=True, **told)
    assert worker() == f"done 2 {list(range(10))}"


def rows_of(place):
    table = sqlite3.connect(place / "data" / "zhijia.sqlite3")
    rows = table.execute("SELECT row FROM trail_rowchange WHERE \"table\" = 'test'").fetchall()
    table.close()
    return sorted(int(row) for (row,) in rows)
