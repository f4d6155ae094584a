"""What is kept of a vote: the count sheet as a picture for long, ballots and slips until the appeal period has passed."""

from django.db import connection, transaction

from zhijia.areas.voting import queries
from zhijia.areas.voting.actions.counting import COUNT
from zhijia.areas.voting.actions.preparing import RUN
from zhijia.areas.voting.models import Vote
from zhijia.areas.voting.rules import Kind, Stage
from zhijia.core.database.profile import empty_journal
from zhijia.core.files.storing import store
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed


def attach(actor, vote, *, upload) -> Vote:
    """Keep a picture of the signed count sheet, once: what was attached is not exchanged."""
    with deed(actor, COUNT, vote, what=f"附计票单：{vote.title}"):
        if vote.kind != Kind.PAPER or vote.stage == Stage.PREPARED:
            raise Refused("只有已经投票的纸质票表决有计票单。")
        if vote.scan_id:
            raise Refused("计票单已经附上，不能换。")
        vote.scan = store(vote.union, upload.name, upload, actor)
    return vote


def destroy(actor, vote, *, today) -> Vote:
    """Destroy ballots and slips for good once the appeal period has passed; totals stay."""
    with deed(actor, RUN, vote, what=f"销毁选票和票号：{vote.title}"):
        if vote.kind != Kind.SLIPS or vote.stage not in (Stage.CLOSED, Stage.VOID):
            raise Refused("只有已经结束的电子领票表决才有选票要销毁。")
        if vote.destroyed_on:
            raise Refused(f"选票已于 {vote.destroyed_on} 销毁。")
        if (until := queries.kept_until(vote)) >= today:
            raise Refused(f"申诉期还没有过，选票要保存到 {until}。")
        vote.ballots.all().delete()
        vote.slips.all().delete()
        vote.destroyed_on = today
    transaction.on_commit(lambda: empty_journal(connection), robust=True)
    return vote
