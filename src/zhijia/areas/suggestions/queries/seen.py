"""Which suggestions an actor sees: those of their work, their own, and what hangs on the wall of their union."""

from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from zhijia.areas.members import queries as members
from zhijia.areas.suggestions import rules
from zhijia.areas.suggestions.models import Author, Award, Benefit, Opinion, Suggestion
from zhijia.areas.suggestions.rules import Stage
from zhijia.core.files.models import StoredFile
from zhijia.core.imports.models import Batch
from zhijia.core.org.models import Union
from zhijia.core.org.scope import reach, subtree, unions
from zhijia.core.policy import policy

READ, HANDLE, RAISE, SIGN = "suggestions.read", "suggestions.handle", "suggestions.raise", "suggestions.countersign"
SHOWN_ALIKE = 5


def visible(actor, power: str = READ) -> QuerySet[Suggestion]:
    """Suggestions the actor may see, or act upon by another power."""
    return Suggestion.objects.filter(reach(actor, power)).select_related("union")


def own_person(actor):
    """The actor's own record on the roll, with union and house; None for an account that belongs to nobody on a roll."""
    return members.own(actor).select_related("union", "house").first()


def mine(actor) -> QuerySet[Suggestion]:
    """What the actor suggested, alone or with others, hidden ones too."""
    if not actor.known:
        return Suggestion.objects.none()
    return Suggestion.objects.filter(authors__person__account=actor.user_id).select_related("union")


def open_to(actor, power: str = READ) -> QuerySet[Suggestion]:
    """Suggestions whose page the actor may open: those of their work, and their own."""
    theirs = Q(pk__in=mine(actor).order_by().values("pk"))
    return Suggestion.objects.filter(reach(actor, power) | theirs).select_related("union")


def is_own(actor, suggestion) -> bool:
    """Whether the actor made it, alone or with others."""
    return mine(actor).filter(pk=suggestion.pk).exists()


def people(actor, text: str) -> list:
    """People within reach a text may mean."""
    return list(members.searched(members.visible(actor), text).order_by("name", "id")[:20])


def named(actor, union, names) -> list:
    """Everybody of a union's roll within reach with one of these names, for a list that tells people by name alone."""
    return list(members.visible(actor).filter(subtree(union), name__in=set(names)).order_by("id"))


def places(actor, union) -> dict[str, Union]:
    """The union and its groups by their names, where the actor may write suggestions down."""
    return {each.name: each for each in unions(actor, RAISE).filter(path__startswith=union.path)}


def known(union, days) -> set[tuple[date, str]]:
    """(day, title) of what the book of the house has for these days."""
    found = Suggestion.objects.filter(union__house=union.house, raised_on__in=set(days))
    return set(found.values_list("raised_on", "title"))


def colleagues(person, name: str) -> list:
    """People of the same roll by their whole name, for someone who may not read the roll."""
    return list(person.house.roll.filter(name=name).exclude(pk=person.pk).select_related("union")[:20])


def by_person(actor, person) -> QuerySet[Suggestion]:
    """What someone suggested, for the page of that person: hidden ones for nobody but themselves."""
    if actor.known and person.account_id == actor.user_id:
        return mine(actor)
    return visible(actor).filter(authors__person=person, hidden=False)


def authors(suggestion) -> QuerySet[Author]:
    """Who made a suggestion, in the order they were named."""
    return Author.objects.filter(suggestion=suggestion).select_related("suggestion__union", "person__union")


def opinions(actor, power: str = READ) -> QuerySet[Opinion]:
    """Departments' opinions within reach."""
    return Opinion.objects.filter(reach(actor, power, "suggestion__union")).select_related("suggestion__union")


def benefits(actor, power: str = READ) -> QuerySet[Benefit]:
    """Reckonings within reach."""
    found = Benefit.objects.filter(reach(actor, power, "suggestion__union"))
    return found.select_related("suggestion__union", "made_by", "countersigned_by")


def standing(suggestion) -> Benefit | None:
    """The reckoning of a suggestion that holds."""
    return Benefit.objects.filter(suggestion=suggestion, voided_on=None).select_related(
        "suggestion__union", "made_by", "countersigned_by"
    ).first()


def to_countersign(actor) -> QuerySet[Benefit]:
    """Reckonings that wait for the hand of finance, where the actor may sign."""
    return benefits(actor, SIGN).filter(countersigned_on=None, voided_on=None).order_by("on", "id")


def to_post(actor) -> QuerySet[Suggestion]:
    """Rewarded suggestions that are not on the wall yet."""
    return visible(actor, HANDLE).filter(stage=Stage.REWARDED).order_by("grade", "raised_on", "id")


def on_board(actor, today: date) -> QuerySet[Suggestion]:
    """What hangs on the wall today where the actor works or belongs."""
    there = reach(actor, READ)
    if (person := own_person(actor)) is not None:
        there |= Q(union__house=person.house.path)
    hanging = Suggestion.objects.filter(there, stage=Stage.POSTED, posted_until__gte=today)
    return hanging.select_related("union").prefetch_related(AWARDS).order_by("grade", "raised_on", "id")


def waiting(actor, today: date) -> dict[str, tuple[int, int]]:
    """How many suggestions stand at each step within the actor's hands, and how many of them are late."""
    late = Count("pk", filter=Q(clock_on__lt=today))
    found = visible(actor, HANDLE).order_by().values("stage").annotate(n=Count("pk"), late=late)
    return {row["stage"]: (row["n"], row["late"]) for row in found}


def open_of_mine(actor) -> QuerySet[Suggestion]:
    """The actor's own that are on their way."""
    return mine(actor).exclude(stage__in=(Stage.FILED, Stage.REFUSED, Stage.WITHDRAWN))


AWARDS = Prefetch("awards", Award.objects.filter(revoked_on=None))


def ledger(actor) -> QuerySet[Suggestion]:
    """Everything the customary book says of the suggestions within reach, in the order of the book."""
    signed = Benefit.objects.filter(voided_on=None).exclude(countersigned_on=None)
    made = Author.objects.select_related("suggestion")
    return visible(actor).exclude(stage=Stage.WITHDRAWN).prefetch_related(
        "opinions", AWARDS, Prefetch("benefits", signed), Prefetch("authors", made)
    ).order_by("raised_on", "id")


def alike(union, title: str, *, but: int | None = None) -> list[Suggestion]:
    """Suggestions of the house whose titles are like this one, the most alike first: the same may have been said before."""
    least = policy("suggestions.alike", union, timezone.localdate()).value
    there = Suggestion.objects.filter(union__house=union.house).exclude(pk=but).exclude(stage=Stage.WITHDRAWN)
    found = [(rules.likeness(title, each.title), each) for each in there.select_related("union")]
    near = sorted((pair for pair in found if pair[0] >= least), key=lambda pair: -pair[0])
    return [each for _, each in near[:SHOWN_ALIKE]]


def waiting_files(actor) -> QuerySet[StoredFile]:
    """Lists this actor handed in and has not written yet."""
    return StoredFile.objects.filter(reach(actor, RAISE), added_by_id=actor.user_id).select_related("union")


def batches(actor) -> QuerySet[Batch]:
    """Lists brought in so far, the latest first."""
    return Batch.objects.filter(reach(actor, RAISE), kind="suggestions").select_related("union", "made_by")
