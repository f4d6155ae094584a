"""What happens to letters (来信来访), and problems sent up and answered down."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from zhijia.areas.relations.actions import cases
from zhijia.areas.relations.models import Letter, Problem
from zhijia.areas.relations.queries.cases import ANSWER, HANDLE
from zhijia.areas.relations.rules.letters import NEXT, Stage, Way, open_again
from zhijia.areas.relations.rules.steps import in_order
from zhijia.core.policy import deadline
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

CLOCK, PROBLEM_CLOCK = "petition.answer_days", "petition.problem_days"


def receive(actor, *, union, on, way, topic, demand, person=None, name="", anonymous=False) -> Letter:
    """Write down a letter, a visit, a call; its clock starts that day."""
    letter = Letter(
        union=union, on=on, way=way, topic=topic, demand=demand, person=person, name=name, anonymous=anonymous,
        due_on=deadline(CLOCK, union, on),
    )
    with deed(actor, HANDLE, letter, what="登记来信来访"):
        cases.in_its_house(letter)
        letter.number = cases.number(letter, on)
    return letter


def take_down(actor, *, answered_on=None, answered="", verdict="", **told) -> Letter:
    """Write down a letter; one that was settled on paper comes with its answer and verdict at once."""
    with transaction.atomic():
        letter = receive(actor, **told)
        if answered_on:
            answer(actor, letter, on=answered_on, answer=answered)
        if verdict:
            call_back(actor, letter, on=answered_on or letter.on, verdict=verdict)
    return letter


def write(actor, *, person, on, topic, demand) -> Letter:
    """A member writes for themselves, by their own account."""
    union = person.union
    letter = Letter(
        union=union, on=on, way=Way.ONLINE, topic=topic, demand=demand, person=person, due_on=deadline(CLOCK, union, on)
    )
    with deed(actor, HANDLE, letter, what="本人反映诉求", own=True):
        if person.account_id != actor.user_id:
            raise PermissionDenied("只能写自己的诉求。")
        letter.number = cases.number(letter, on)
    return letter


def hand_over(actor, letter, *, to, on) -> Letter:
    """Hand a letter to the department that can settle it (转办)."""
    with deed(actor, HANDLE, letter, what="转办来信来访"):
        cases.move(letter, NEXT, Stage.HANDED)
        letter.handed_to, letter.handed_on = to, in_order(on, letter.reopened_on or letter.on, "转办", "收到")
    return letter


def answer(actor, letter, *, on, answer) -> Letter:
    """Answer a letter; the answer to one taken up again stands beside the first."""
    with deed(actor, HANDLE, letter, what="答复来信来访"):
        cases.move(letter, NEXT, Stage.ANSWERED)
        in_order(on, letter.reopened_on or letter.on, "答复", "收到")
        if letter.reopened_on:
            letter.again_answered_on, letter.again_answer = on, answer
        else:
            letter.answered_on, letter.answer = on, answer
    return letter


def call_back(actor, letter, *, on, verdict) -> Letter:
    """Ask whether the person is content with the answer (回访)."""
    with deed(actor, HANDLE, letter, what="回访"):
        if letter.anonymous:
            raise Refused("匿名的没法回访；答复可以张贴公开。")
        cases.move(letter, NEXT, Stage.DONE)
        in_order(on, letter.again_answered_on or letter.answered_on, "回访", "答复")
        if letter.reopened_on:
            letter.again_called_on, letter.again_verdict = on, verdict
        else:
            letter.called_on, letter.verdict = on, verdict
    return letter


def reopen(actor, letter, *, on, why) -> Letter:
    """Take a letter up again, once; a new clock starts."""
    with deed(actor, HANDLE, letter, what="重新办理来信来访"):
        open_again(letter.reopened_on is not None)
        cases.move(letter, NEXT, Stage.REOPENED)
        letter.reopened_on, letter.reopened_why = in_order(on, letter.called_on or letter.answered_on, "重新办理", "答复"), why
        letter.again_due_on = deadline(CLOCK, letter.union, on)
    return letter


def correct(actor, letter, **told) -> Letter:
    """Put right what was written down wrong; the clock follows the day it came."""
    if "on" in told:
        told["due_on"] = deadline(CLOCK, letter.union, told["on"])
    return cases.correct(actor, letter, power=HANDLE, **told)


def send_up(actor, *, union, title, told, on, to_name="", letter=None) -> Problem:
    """Tell the union above of a big problem, with no more of the person than the sender chooses to write."""
    problem = Problem(union=union, title=title, told=told, sent_on=on, to_name=to_name, letter=letter, to=union.parent)
    with deed(actor, HANDLE, problem, what="向上级工会反映问题"):
        if letter:
            cases.still_counts(letter)
            in_order(on, letter.on, "反映", "收到")
        problem.due_on = deadline(PROBLEM_CLOCK, union, on)
    return problem


def correct_problem(actor, problem, *, title, told) -> Problem:
    """Put right what was told upwards, as long as nobody has answered it."""
    with deed(actor, HANDLE, problem, what="更正向上级反映的问题"):
        _unanswered(problem)
        problem.title, problem.told = title, told
    return problem


def answer_problem(actor, problem, *, on, answer) -> Problem:
    """The union above answers; where it does not work with this system, the sender writes its answer down."""
    with deed(actor, ANSWER if problem.to else HANDLE, problem, what="答复下级反映的问题"):
        if problem.to and not actor.can(ANSWER, problem.to):
            raise PermissionDenied("这件由上级工会答复。")
        _unanswered(problem)
        problem.answered_on, problem.answer = in_order(on, problem.sent_on, "答复", "反映"), answer
    return problem


def _unanswered(problem) -> None:
    if problem.answered_on:
        raise Refused(f"已在 {problem.answered_on} 答复。")
