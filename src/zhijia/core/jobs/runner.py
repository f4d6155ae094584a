"""Do jobs one after another, safely enough to be switched off at any moment.

The protocol of a job that writes: take `run.done` as the number of things done before, do some more inside
`with run.step(n, total=…):`. The things and their number are committed together, so after a crash the next
worker goes on exactly there, and nothing is done twice.
"""

import logging
from contextlib import contextmanager, suppress
from threading import Event

from django.db import OperationalError, close_old_connections, transaction
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from zhijia.core.jobs.models import Job, State
from zhijia.core.jobs.queue import ATTEMPTS, GIVEN_UP, LEASE, claim
from zhijia.core.jobs.registry import kind_of
from zhijia.core.refused import Refused

log = logging.getLogger("zhijia.jobs")
IDLE_SECONDS = 1.0


class Stopped(Exception):
    """The job was called off, or another worker has taken it over; whatever was not committed is gone."""


class Run:
    """One attempt at a job, as the function doing it sees it."""

    def __init__(self, job: Job, stop: Event | None = None):
        self.job, self.stop = job, stop or Event()

    @property
    def done(self) -> int:
        return self.job.done

    def progress(self, done: int, total: int, message: str = "") -> None:
        """Say how far it is and keep the lease; Stopped when the job is no longer ours."""
        job = self.job
        job.done, job.total, job.message = done, total, message or job.message
        self._keep(done=done, total=total, message=job.message[:300], lease_until=timezone.now() + LEASE)

    @contextmanager
    def step(self, count: int, *, total: int, message: str = ""):
        """Do `count` things and say so, in one transaction: both stay or neither does."""
        before = self.job.done
        try:
            with transaction.atomic():
                yield
                self.progress(before + count, total, message)
        except BaseException:
            self.job.done = before
            raise
        if self.stop.is_set():
            self.release(counts=False)
            raise Stopped

    def finish(self, state: State, message: str, result=None) -> None:
        with suppress(Stopped):
            told = {"state": state, "message": message[:300], "result": result}
            self._keep(**told, finished_at=timezone.now(), lease_until=None)

    def release(self, *, counts: bool = True) -> None:
        """Put it back for another worker; `counts` as an attempt unless it was only told to go home."""
        with suppress(Stopped):
            self._keep(state=State.QUEUED, lease_until=None, attempts=self.job.attempts - (not counts))

    def _keep(self, **values) -> None:
        """Write only while this attempt holds the job: the number of attempts is the fence."""
        mine = Job.objects.filter(pk=self.job.pk, state=State.RUNNING, attempts=self.job.attempts)
        if not mine.update(**values):
            raise Stopped


def run_one(stop: Event | None = None) -> Job | None:
    """Do the next job, if there is one, and return it as it then stands."""
    job = claim()
    if job is None:
        return None
    _do(Run(job, stop))
    job.refresh_from_db()
    return job


def work(stop: Event, *, idle: float = IDLE_SECONDS) -> None:
    """Do jobs until told to stop; the one at hand goes back at its next step, to be taken up later."""
    autodiscover_modules("jobs")
    while not stop.is_set():
        close_old_connections()
        try:
            worked = run_one(stop)
        except OperationalError:
            log.exception("the queue could not be read")
            worked = None
        if worked is None:
            stop.wait(idle)


def _do(run: Run) -> None:
    """Run the function and put down in Chinese what came of it; details of a failure go to the log only."""
    job = run.job
    kind = kind_of(job.kind)
    if kind is None:
        return run.finish(State.FAILED, f"这个版本的程序不会办“{job.kind}”，请升级后重新发起。")
    try:
        result = kind.act(run, **job.args)
    except Stopped:
        log.info("job %s was stopped", job.pk)
    except Refused as no:
        run.finish(State.FAILED, str(no))
    except OperationalError:
        log.exception("job %s (%s), attempt %s", job.pk, job.kind, job.attempts)
        run.finish(State.FAILED, GIVEN_UP) if job.attempts >= ATTEMPTS else run.release()
    except Exception:
        log.exception("job %s (%s), attempt %s", job.pk, job.kind, job.attempts)
        run.finish(State.FAILED, _sentence(job, kind))
    else:
        run.finish(State.DONE, job.message or "已完成。", result)
    return None


def _sentence(job: Job, kind) -> str:
    so_far = f"已办的 {job.done} 项保留着。" if job.done else "没有改动资料。"
    return f"{kind.name}没有办完：程序出了意外，{so_far}请把任务编号 {job.pk} 告诉维护人员，详情在日志里。"
