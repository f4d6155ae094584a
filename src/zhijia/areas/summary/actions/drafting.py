"""Drafting: the whole paper from the records; drawn anew, people's own words stay."""

from django.db import transaction
from django.utils import timezone

from zhijia.areas.summary import queries
from zhijia.areas.summary.models import Block, Origin, Paper, State
from zhijia.areas.summary.rules.order import Standing, merge
from zhijia.areas.summary.rules.outlines import Outline, outline_for, outlines
from zhijia.areas.summary.rules.wording import Draft
from zhijia.areas.summary.rules.wording import draft as drawn
from zhijia.core import periods
from zhijia.core.org.models import Kind, Union
from zhijia.core.periods import Period
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER = "summary.write"
STEP = 10


def draft_paper(actor, union: Union, period: Period | int, outline: str = "") -> Paper:
    """The summary of a union and a period or calendar year: the draft drawn from the records, or the signed paper."""
    period = periods.year(period) if isinstance(period, int) else period
    standing = queries.current(union, period.key)
    if standing is not None and not standing.open:
        return standing
    return draft(actor, union, period, outline=outline)


@transaction.atomic
def draft(actor, union: Union, period: Period, outline: str | None = "") -> Paper:
    """Draft a summary, or draw the open draft anew. The outline follows the kind of union unless it is named.

    Refused when the paper of that period is signed (it has to be reopened) or the outline is unknown.
    """
    paper = queries.current(union, period.key)
    if paper is not None and not paper.open:
        raise Refused(f"《{paper.title}》已经签发；要改动，请先点“重新起草”，原稿会保留。")
    shape = _shape(outline or (paper.outline if paper else ""), union)
    paper = paper or Paper(union=union, period=period.key, year=period.end.year)
    with deed(actor, POWER, paper, what=f"起草{period.label}工作总结"):
        paper.outline = shape.name
        paper.title = paper.title or titled(shape, union, period)
        paper.drawn_at = timezone.now()
    lay(paper, drawn(shape, queries.known(queries.unions_of(union), period, shape)))
    return paper


def _shape(name: str, union: Union) -> Outline:
    if not name:
        return outline_for(_kind(union))
    found = next((each for each in outlines() if name in (each.name, each.label)), None)
    if found is None:
        known = "、".join(f"{each.name}（{each.label}）" for each in outlines())
        raise Refused(f"没有叫“{name}”的提纲，现有：{known}。")
    return found


def _kind(union: Union) -> str:
    """The kind whose outline suits a union: a branch or group writes as the union it belongs to."""
    while union.kind in (Kind.BRANCH, Kind.GROUP) and union.parent:
        union = union.parent
    return union.kind


def titled(shape: Outline, union: Union, period: Period) -> str:
    """The title by the outline's pattern."""
    return shape.title.format(union=union.name, period=period.label)


def lay(paper: Paper, proposed: list[Draft]) -> None:
    """Put the proposed paragraphs into the paper, around what people wrote."""
    by_source = {each.source: each for each in proposed}
    standing = list(paper.blocks.all())
    plan = merge([Standing(each.pk, each.source, each.origin) for each in standing], list(by_source))
    paper.blocks.filter(pk__in=plan.dropped).delete()
    blocks = {each.pk: each for each in standing}
    for place, which in enumerate(plan.order, 1):
        block = blocks[which] if isinstance(which, int) else Block(paper=paper, source=which)
        _set(block, place * STEP, by_source.get(block.source))


def _set(block: Block, order: int, proposal: Draft | None) -> None:
    """The block at its place with the new proposal; only words nobody has touched are replaced."""
    before = (block.order, block.proposed, block.text)
    block.order = order
    if proposal is not None:
        block.level, block.proposed = proposal.level, proposal.text
        if block.origin == Origin.AUTO:
            block.text = proposal.text
    if block.pk and block.text != before[2]:
        block.version += 1
    if not block.pk or (block.order, block.proposed, block.text) != before:
        block.save()


def still_draft(paper_id: int) -> Paper:
    """The paper, locked, if it may still be changed."""
    paper = Paper.objects.select_for_update().get(pk=paper_id)
    if paper.state != State.DRAFT:
        raise Refused(f"《{paper.title}》已经签发，不能再改；要改动，请先点“重新起草”。")
    return paper
