"""Editing a draft, paragraph by paragraph; a save over words somebody else has changed meanwhile is refused."""

from django.db import transaction

from zhijia.areas.summary import queries
from zhijia.areas.summary.actions.drafting import POWER, STEP, still_draft
from zhijia.areas.summary.models import Block, Origin, Paper, Reason
from zhijia.areas.summary.rules.markers import from_tokens
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

LONGEST = 4000


class Stale(Refused):
    """Somebody else changed the paragraph meanwhile; both texts are there to compare."""

    def __init__(self, block: Block, mine: str):
        self.block, self.mine, self.theirs = block, mine, queries.as_edited(block.text)
        who = block.changed_name or "按记录重新生成时"
        super().__init__(
            f"这一段刚才{who}改过，没有覆盖。现在的文字是：“{self.theirs}”；您的文字还在下面，核对后再保存一次即可。"
        )


@transaction.atomic
def edit_block(actor, block: Block, *, text: str, version: int) -> Block:
    """Change a paragraph. `text` is as edited, figures as 〔tokens〕; `version` is the one the person started from."""
    still_draft(block.paper_id)
    with deed(actor, POWER, block, what="改总结段落"):
        if block.version != version:
            raise Stale(block, text)
        _write(actor, block, _stored(text, block.text + block.proposed))
        block.origin = _origin(block)
    block.reasons.exclude(text__in=[each.text for each in _typed_in(block)]).delete()
    return block


def _origin(block: Block) -> str:
    if block.origin == Origin.ADDED:
        return Origin.ADDED
    return Origin.AUTO if block.text == block.proposed else Origin.EDITED


def _stored(text: str, before: str) -> str:
    """The edited text with markers; paragraphs are one line each."""
    plain = " ".join(text.split("\n")).replace("\r", "").strip()
    if not plain:
        raise Refused("这一段没有文字；不要这一段，请点“去掉这一段”。")
    if len(plain) > LONGEST:
        raise Refused(f"一段最多 {LONGEST} 字，现在有 {len(plain)} 字，请分成几段。")
    return from_tokens(plain.replace("{{", "｛｛"), queries.tokens(before))


def _typed_in(block: Block):
    return queries.by_hand(queries.Reading(0, block, ()))


def _write(actor, block: Block, text: str) -> None:
    block.text = text
    block.version += 1
    block.changed_name = actor.name


@transaction.atomic
def add_block(actor, paper: Paper, *, text: str, after: Block | None = None, level: int = 0) -> Block:
    """Write a paragraph (level 0) or heading of one's own behind another, or at the beginning."""
    still_draft(paper.pk)
    block = Block(paper=paper, level=level, origin=Origin.ADDED, order=0, changed_name=actor.name)
    with deed(actor, POWER, block, what="添加总结段落"):
        block.text = _stored(text, "")
    _place(paper, block, after)
    return block


def _place(paper: Paper, block: Block, after: Block | None) -> None:
    """Put the block behind another and number all of them anew."""
    others = [each for each in paper.blocks.all() if each.pk != block.pk]
    index = next((n for n, each in enumerate(others, 1) if after is not None and each.pk == after.pk), 0)
    for place, each in enumerate([*others[:index], block, *others[index:]], 1):
        if each.order != place * STEP:
            each.order = place * STEP
            Block.objects.filter(pk=each.pk).update(order=each.order)


@transaction.atomic
def remove_block(actor, block: Block) -> Block:
    """Take a paragraph out of the paper; it can be put back."""
    still_draft(block.paper_id)
    with deed(actor, POWER, block, what="去掉总结段落"):
        block.removed = True
        block.version += 1
        block.changed_name = actor.name
    return block


@transaction.atomic
def restore_block(actor, block: Block) -> Block:
    """Put a paragraph back as the records propose it; one a person wrote alone comes back as it was."""
    still_draft(block.paper_id)
    with deed(actor, POWER, block, what="恢复总结段落"):
        block.removed = False
        if block.origin != Origin.ADDED:
            _write(actor, block, block.proposed)
            block.origin = Origin.AUTO
    block.reasons.all().delete()
    return block


@transaction.atomic
def give_reason(actor, block: Block, *, text: str, reason: str) -> Reason:
    """Say why a number typed by hand stands there (无出处说明)."""
    still_draft(block.paper_id)
    if text not in [each.text for each in _typed_in(block)]:
        raise Refused(f"这一段里没有手写的数字“{text}”。")
    found = Reason.objects.filter(block=block, text=text).first() or Reason(block=block, text=text)
    with deed(actor, POWER, found, what="说明无出处的数字"):
        found.reason = reason.strip()
        found.given_name = actor.name
    return found


@transaction.atomic
def rename(actor, paper: Paper, *, title: str) -> Paper:
    """Give the paper another title."""
    still_draft(paper.pk)
    with deed(actor, POWER, paper, what="改总结标题"):
        paper.title = title.strip()
    return paper
