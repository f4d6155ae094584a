"""Raising a suggestion: by oneself, by the office from a paper slip, from a list; and taking it back."""

import csv
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.db.models import Max
from django.utils import timezone

from zhijia.areas.members.actions.days import not_in_future
from zhijia.areas.suggestions import queries, rules
from zhijia.areas.suggestions.actions.steps import HANDLE, step
from zhijia.areas.suggestions.models import Author, Suggestion
from zhijia.areas.suggestions.rules import HIDDEN, Stage
from zhijia.core.files.models import StoredFile
from zhijia.core.files.storing import store
from zhijia.core.org.actor import Actor
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed
from zhijia.core.trail.looks import looked

RAISE, NAMES = "suggestions.raise", "suggestions.names"
NAMELESS = Actor(name=f"{HIDDEN}建议人")  # who acts in the trail when a name is kept from management
PASTED = ("日期", "建议人", "题目", "建议措施")


class Maker(NamedTuple):
    """Someone who made a suggestion: a person of the roll, or None and only a name; the share in per cent."""

    person: Any
    name: str
    share: Decimal = rules.WHOLE


def makers_of(people) -> list[Maker]:
    """People with equal shares."""
    people = list(people)
    return [Maker(p, p.name, share) for p, share in zip(people, rules.equal_shares(len(people)), strict=True)] if people else []


def suggest(actor, *, union, makers, title, problem, measure, raised_on, hidden=False, own=False, **details) -> Suggestion:
    """Write down a suggestion for someone: `makers` are Maker, shares summing to 100; `details` kind, expected, number."""
    not_in_future(raised_on, "提出日期")
    _whole(makers)
    found = Suggestion(
        union=queries.house_of(union) if hidden else union, title=title, problem=problem, measure=measure,
        raised_on=raised_on, hidden=hidden, who=_signature(makers, hidden), **details,
    )
    with deed(_shown(actor, found, own), RAISE, found, what=f"提出合理化建议：{title}", own=own):
        found.number = found.number or next_number(found.union, raised_on.year)
        found.clock_on = rules.next_due(Stage.RAISED, {"raised_on": raised_on}, queries.clocks(found.union, raised_on))
        found.full_clean()
        found.save()
        _write_authors(found, makers)
    return found


def suggest_own(actor, *, person, colleagues=(), **details) -> Suggestion:
    """Raise one's own suggestion, with colleagues who have a share; what they leave is one's own."""
    left = rules.WHOLE - sum((each.share for each in colleagues), Decimal(0))
    if colleagues and left <= 0:
        raise Refused("合作人的比例加起来已满 100%，请给自己留一份。")
    makers = [Maker(person, person.name, left), *colleagues]
    return suggest(actor, union=person.union, makers=makers, raised_on=timezone.localdate(), own=True, **details)


def correct(actor, suggestion, *, own=False, **changes) -> Suggestion:
    """Correct what was written; once it is accepted only the office may. Hiding the name moves it to the house."""
    hidden = changes.get("hidden", suggestion.hidden)
    shown = NAMELESS if own and hidden else actor
    with deed(shown, RAISE, suggestion, what=f"更正建议：{changes.get('title', suggestion.title)}", own=own):
        if suggestion.stage != Stage.RAISED and not actor.can(HANDLE, suggestion.union):
            raise Refused("建议已经受理，不能再改；有补充请告诉工会。")
        if suggestion.hidden and not hidden and not own:
            raise Refused("建议人要求不公开姓名，只有建议人自己可以改为公开。")
        came_forward = suggestion.hidden and not hidden
        for name, value in changes.items():
            setattr(suggestion, name, value)
        _sign(suggestion, came_forward=came_forward)
    return suggestion


def name_authors(actor, suggestion, *, makers) -> Suggestion:
    """Say anew who made it and with what shares; not once money was paid by them."""
    _whole(makers)
    with deed(actor, NAMES, suggestion, what=f"更正建议人：{suggestion.number}"):
        if suggestion.awards.filter(revoked_on=None).exists():
            raise Refused("奖金已经按原来的比例发了，不能再改建议人；确需更正请先退回奖励这一步。")
        suggestion.authors.all().delete()
        _write_authors(suggestion, makers)
        _sign(suggestion)
    return suggestion


def withdraw(actor, suggestion, *, on=None, own=False) -> Suggestion:
    """Take a suggestion back before it is decided, oneself or through the office; the line stays and says so."""
    with step(_shown(actor, suggestion, own), suggestion, Stage.WITHDRAWN, on or timezone.localdate(), own=own):
        pass
    return suggestion


def reveal(actor, suggestion, *, purpose: str) -> list[Author]:
    """The names kept from management; written down before they are shown (谁看过我的档案)."""
    if not actor.can(NAMES, suggestion.union):
        raise PermissionDenied("您不能查看不公开的建议人姓名。")
    if len(purpose.strip()) < 2:
        raise Refused("请写明查看的事由，本人可以看到。")
    made = list(queries.authors(suggestion))
    people = [each.person for each in made if each.person]
    looked(actor, people or [suggestion], "suggestions", purpose.strip()[:100])
    return made


def hand_in(actor, *, union, upload) -> StoredFile:
    """Take in a list to be looked at before it is written."""
    return _handed(actor, union, upload.name, upload)


def hand_in_pasted(actor, *, union, on: date, lines: str) -> StoredFile:
    """Take in lines pasted from a chat (接龙), as a list to be looked at like a file."""
    rows = rules.pasted_rows(lines)
    told = StringIO()
    csv.writer(told).writerows([PASTED, *((on.isoformat(), *row) for row in rows)])
    return _handed(actor, union, f"粘贴的接龙{on:%m%d}.csv", BytesIO(told.getvalue().encode("utf-8-sig")))


def _handed(actor, union, name, content) -> StoredFile:
    if not actor.can(RAISE, union):
        raise PermissionDenied("这件事不在您的职责范围内。")
    return store(union, name, content, actor)


def next_number(union, year: int) -> str:
    """The next number of the year in the book of the house: 2021-0007."""
    there = Suggestion.objects.filter(union__house=union.house, number__regex=rf"^{year}-[0-9]{{4}}$")
    last = there.aggregate(n=Max("number"))["n"]
    return f"{year}-{int(last[-4:]) + 1 if last else 1:04d}"


def _whole(makers) -> None:
    if not makers:
        raise Refused("请写明建议人。")
    if not rules.shares_add_up(each.share for each in makers):
        told = sum((each.share for each in makers), Decimal(0))
        raise Refused(f"各人贡献比例加起来应是 100%，现在是 {told.normalize():f}%。")


def _shown(actor, suggestion, own):
    return NAMELESS if own and suggestion.hidden else actor


def _write_authors(suggestion, makers) -> None:
    for each in makers:
        author = Author(suggestion=suggestion, person=each.person, name=each.name, share=each.share)
        author.full_clean()
        author.save()


def _signature(makers, hidden) -> str:
    return rules.signature([each.name for each in makers], hidden=hidden)


def _sign(suggestion, *, came_forward=False) -> None:
    """Who may be read of, and where the suggestion stands, follow from its authors and whether they are hidden."""
    made = list(queries.authors(suggestion))
    suggestion.who = _signature(made, suggestion.hidden)
    if suggestion.hidden:
        suggestion.union = queries.house_of(suggestion.union)
    elif came_forward and made[0].person:
        suggestion.union = made[0].person.union
