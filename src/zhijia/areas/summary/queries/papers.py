"""Papers within an actor's reach. A draft is its own union's business; a signed paper is open to the unions above."""

from django.db.models import Q, QuerySet

from zhijia.areas.summary.models import Block, Paper, State
from zhijia.core.org.models import Union
from zhijia.core.org.scope import reach, unions

READ, ABOVE, WRITE = "summary.read", "summary.above", "summary.write"


def visible(actor) -> QuerySet[Paper]:
    """Every paper of the actor's own house, and signed ones of all unions below."""
    return Paper.objects.filter(
        reach(actor, READ) | (reach(actor, ABOVE) & ~Q(state=State.DRAFT))
    ).select_related("union")


def drafts(actor) -> QuerySet[Paper]:
    """Papers the actor may work on."""
    return Paper.objects.filter(reach(actor, WRITE), state=State.DRAFT).select_related("union")


def held(actor, power: str) -> QuerySet[Paper]:
    """Papers of the unions where the actor holds a power, in whatever state: those handed up are not the actor's to change."""
    return Paper.objects.filter(reach(actor, power)).select_related("union")


def signed(actor) -> QuerySet[Paper]:
    """Signed papers the actor may see, replaced ones included."""
    return visible(actor).exclude(state=State.DRAFT)


def above(actor) -> QuerySet[Paper]:
    """Papers handed up by unions below, those in force."""
    return Paper.objects.filter(reach(actor, ABOVE), state=State.SIGNED).select_related("union")


def papers_of(union, period_key: str) -> QuerySet[Paper]:
    """The papers of a union and period, newest first. For actions, which check the power themselves."""
    return Paper.objects.filter(union=union, period=period_key).order_by("-number")


def current(union, period_key: str) -> Paper | None:
    """The draft of a union and period, else the signed paper, else none."""
    papers = papers_of(union, period_key)
    return papers.filter(state=State.DRAFT).first() or papers.filter(state=State.SIGNED).first()


def numbered_blocks(paper: Paper) -> list[tuple[int, Block]]:
    """The paragraphs that are in the paper, counted from 1 as a reader counts them."""
    return list(enumerate(paper.blocks.filter(removed=False).prefetch_related("reasons"), 1))


def union_of(actor, power: str, code: str) -> QuerySet[Union]:
    """The union of that code, if the power reaches it."""
    return unions(actor, power).filter(code=code)


def blocks_to_edit(actor) -> QuerySet[Block]:
    """Paragraphs of the drafts the actor may work on."""
    return Block.objects.filter(
        reach(actor, WRITE, at="paper__union"), paper__state=State.DRAFT
    ).select_related("paper__union")


def taken_out(paper: Paper) -> QuerySet[Block]:
    """Paragraphs that were taken out of a draft and can be put back."""
    return paper.blocks.filter(removed=True)
