"""Slips and ballots of an electronic secret vote: nothing here joins a ballot to a slip, a person or a moment."""

import secrets
from collections.abc import Sequence

from django.db import transaction

from zhijia.areas.voting.actions.preparing import RUN
from zhijia.areas.voting.models import Ballot, Slip, Vote
from zhijia.areas.voting.rules import Kind, Stage, fingerprint, grouped, packed
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 20  # of 30 letters: 98 bits, nobody guesses one
COUNTED = "这个票号已经投过票，每张票只能投一次。"


def issue_slips(actor, vote, *, number: int) -> list[str]:
    """Make so many slips and give their codes, once: only fingerprints are kept, printed codes cannot be shown again.

    Slips made before and not used are struck out, so that only the paper of this printing counts.
    """
    with deed(actor, RUN, vote, what=f"印制电子票 {number} 张：{vote.title}"):
        if vote.kind != Kind.SLIPS or vote.stage not in (Stage.PREPARED, Stage.OPEN):
            raise Refused("只有还没有结束的电子领票表决可以印制票号。")
        most = vote.electors.count()  # not less those cast already: the answer would tell how many those are
        if not 0 < number <= most:
            raise Refused(f"票数应在 1 到 {most} 之间，不多于有表决权的人数。")
        vote.slips.filter(used=False).delete()
        codes = ["".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(number)]
        Slip.objects.bulk_create(sorted((Slip(vote=vote, digest=fingerprint(code)) for code in codes), key=lambda s: s.id))
    return [grouped(code) for code in codes]


def cast(code: str, picks: Sequence[int]) -> None:
    """Cast the ballot of a slip. Kept for good, sealed, before this returns; a used or unknown code is refused.

    `picks` are indexes of choices, one a question. No deed: who holds the slip is nobody's knowledge. The vote is locked,
    so that it cannot be closed between the look at its stage and the ballot (PostgreSQL; SQLite has one writer anyway).
    """
    digest = fingerprint(code)
    with transaction.atomic():
        slip = Slip.objects.filter(digest=digest).first()
        if slip is None:
            raise Refused(f"没有这个票号。请对照票面重新输入，字母和数字共 {LENGTH} 位；重印过的，旧票已经作废。")
        vote = Vote.objects.select_for_update().get(pk=slip.vote_id)
        if vote.stage != Stage.OPEN:
            raise Refused(f"这次表决{vote.stage}，现在不能投票。")
        sound(vote, picks)
        if not Slip.objects.filter(pk=slip.pk, used=False).update(used=True):
            raise Refused(COUNTED)
        Ballot.objects.create(vote=vote, picks=packed(picks))


def sound(vote, picks: Sequence[int]) -> None:
    """Refuse a ballot that answers not every question, or names more than there are seats."""
    sizes = [len(choices) for choices in vote.questions.values_list("choices", flat=True)]
    if len(picks) != len(sizes) or not all(0 <= pick < size for pick, size in zip(picks, sizes, strict=True)):
        raise Refused("请给每一项都选一个答案。")
    if vote.most is not None and sum(pick == 0 for pick in picks) > vote.most:
        raise Refused(f"最多同意 {vote.most} 人，现在多了，请改过再投；多选的票是废票。")

