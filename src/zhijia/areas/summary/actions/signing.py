"""Signing: figures are frozen with their rows. Reopening makes the next version; the old one stays as it was."""

import hashlib
from datetime import date

from django.db import transaction

from zhijia.areas.summary import queries
from zhijia.areas.summary.actions.drafting import POWER, still_draft
from zhijia.areas.summary.models import Block, Cited, Paper, Reason, State
from zhijia.areas.summary.queries import Live, Reading, Said
from zhijia.areas.summary.rules.markers import Marker
from zhijia.core.figures import Figure, figure
from zhijia.core.figures.citations import cite
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

SIGN = "summary.sign"


class NotReady(Refused):
    """The paper may not be signed yet; `problems` say why, each with its place."""

    def __init__(self, problems):
        self.problems = tuple(problems)
        lines = "\n".join(f"{n}. {each}" for n, each in enumerate(self.problems, 1))
        super().__init__(f"还有 {len(self.problems)} 处没有处理，不能签发：\n{lines}")


@transaction.atomic
def sign(actor, paper: Paper, *, today: date) -> Paper:
    """Sign a paper: refuse it with every reason, or freeze its figures with their rows and its text."""
    still_draft(paper.pk)
    with deed(actor, SIGN, paper, what="签发工作总结"):
        live, read, problems = queries.checked(paper)
        if problems:
            raise NotReady(problems)
        _supersede(actor, paper)
        paper.state, paper.signed_on = State.SIGNED, today
        paper.signed_by_id, paper.signed_name = actor.user_id, actor.name
        paper.text_hash = text_hash(paper.title, [each.text for each in read])
        _freeze(paper, live, read)
    return paper


def _supersede(actor, paper: Paper) -> None:
    """The version this one replaces is no longer in force."""
    for old in Paper.objects.filter(
        union=paper.union, period=paper.period, kind=paper.kind, state=State.SIGNED
    ):
        with deed(actor, SIGN, old, what="由新稿替代"):
            old.state = State.SUPERSEDED


def text_hash(title: str, paragraphs: list[str]) -> str:
    """What was signed, as 64 hexadecimal digits."""
    return hashlib.sha256("\n".join([title, *paragraphs]).encode()).hexdigest()


def _freeze(paper: Paper, live: Live, read: list[Reading]) -> None:
    """Keep each cited figure as it stands, once, and which of its rows were written down late."""
    said = {str(part.marker): part for each in read for part in each.parts if isinstance(part, Said)}
    Cited.objects.bulk_create(
        Cited(
            paper=paper, marker=key, label=part.label, shown=part.words, citation=_citation(live, part.marker),
            late=_late(paper, live, part.marker),
        )
        for key, part in said.items()
    )  # fmt: skip


def _citation(live: Live, marker: Marker) -> dict:
    period = queries.at(live.period, marker.when)
    if marker.row is None:
        return cite(marker.key, live.unions, period)
    return {"key": marker.key, "period": period.key, "row": marker.row, "column": marker.column}


def _late(paper: Paper, live: Live, marker: Marker) -> list[int]:
    wanted = figure(marker.key)
    if not isinstance(wanted, Figure) or marker.row is not None:
        return []
    rows = wanted.rows(live.unions, queries.at(live.period, marker.when))
    return sorted(queries.late_rows(wanted, paper.union, rows))


@transaction.atomic
def reopen(actor, paper: Paper) -> Paper:
    """Begin the next version of a signed paper with the same words; figures speak from the records again."""
    if paper.state != State.SIGNED:
        raise Refused("只有已签发、未被替代的总结可以重新起草。")
    if queries.current(paper.union, paper.period).open:
        raise Refused("已经有一份新的草稿，请接着改那一份。")
    new = Paper(
        union=paper.union, kind=paper.kind, period=paper.period, year=paper.year, outline=paper.outline,
        title=paper.title, number=paper.number + 1, replaces=paper,
    )  # fmt: skip
    with deed(actor, POWER, new, what="重新起草已签发的总结"):
        pass
    for block in paper.blocks.prefetch_related("reasons"):
        _copy(block, new)
    return new


def _copy(block: Block, paper: Paper) -> None:
    reasons = list(block.reasons.all())
    names = ("order", "level", "text", "proposed", "source", "origin", "removed", "changed_name")
    copied = Block.objects.create(paper=paper, **{name: getattr(block, name) for name in names})
    Reason.objects.bulk_create(
        Reason(block=copied, text=each.text, reason=each.reason, given_name=each.given_name)
        for each in reasons
    )
