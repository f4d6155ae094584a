"""A worker as its own process, to be killed in the middle. Run: python jobs_of_tests.py prepare | work.

Its job writes the numbers 0…9 into the trail's table of row changes, three a step, and says where it is.
"""

import os
import sys

STEPS = 10


def rows():
    from zhijia.core.trail.models import RowChange

    return RowChange.objects.filter(table="test")


def say(word):
    """Tell the test where we are, and wait until it lets us go on (or kills us)."""
    print(word, flush=True)
    sys.stdin.readline()


def count(run, pause):
    from zhijia.core.trail.models import RowChange

    while run.done < STEPS:
        part = range(run.done, min(run.done + 3, STEPS))
        with run.step(len(part), total=STEPS, message="正在写"):
            for n in part:
                RowChange.objects.create(at="", table="test", row=str(n), op="I")
            if pause == "inside" and run.done == 3:
                say("inside")
        if pause == "between" and run.done == 6:
            say("between")
    return {"wrote": STEPS}


def main(what):
    os.environ["DJANGO_SETTINGS_MODULE"] = "zhijia.site.settings"
    import django

    django.setup()
    from django.core.management import call_command

    from zhijia.core.jobs.queue import enqueue
    from zhijia.core.jobs.registry import job
    from zhijia.core.jobs.runner import run_one

    job("test.count", name="数数")(count)
    if what == "prepare":
        call_command("migrate", run_syncdb=True, verbosity=0)
        enqueue("test.count", {"pause": sys.argv[2]})
        return
    if what == "expire":
        from zhijia.core.jobs.models import Job

        Job.objects.update(lease_until="2020-01-01T00:00:00Z")
        return
    done = run_one()
    print(done and f"{done.state} {done.attempts} {sorted(int(r.row) for r in rows())}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
