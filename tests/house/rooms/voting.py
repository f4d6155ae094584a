"""The voting room: a vote of each kind where it stands, with slips, ballots, count sheets, names and totals."""

from datetime import date
from io import BytesIO

from tests.house.rooms import at
from zhijia.areas.voting import actions
from zhijia.areas.voting.actions import Asked
from zhijia.areas.voting.rules import Count, Kind
from zhijia.core.org.actor import actor_of

DAY, TODAY = date(2025, 3, 20), date(2026, 1, 6)
PICTURE = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def keep(side, kept):
    chair, voters = side.chair, [kept.person, kept.colleague]

    def prepared(kind, title):
        return actions.prepare(
            chair, union=side.union, title=f"{side.mark}{title}", kind=kind, on=DAY, electors=voters,
            questions=[Asked(f"{side.mark}奖金分配办法")], rule=f"{side.mark}依据",
        )

    def opened(kind, title):
        return actions.begin(chair, prepared(kind, title), present=2)

    kept.prepared_vote = prepared(Kind.HANDS, "准备中的表决")
    kept.hands_vote, kept.named_vote = opened(Kind.HANDS, "举手表决"), opened(Kind.NAMED, "记名投票")
    kept.paper_vote = opened(Kind.PAPER, "纸质票")
    actions.key_count(chair, kept.paper_vote, count=Count(2, 2, 0, ((2, 0, 0),)), today=DAY)
    kept.slips_vote = _voted(chair, opened(Kind.SLIPS, "电子票"))
    kept.old_vote = _voted(chair, opened(Kind.SLIPS, "上一次电子票"))
    actions.close(chair, kept.old_vote, issued=2, today=DAY)
    kept.told_vote = opened(Kind.NAMED, "记名投票结果")
    actions.record_named(chair, kept.told_vote, answers={e.pk: [0] for e in kept.told_vote.electors.all()}, today=DAY)
    kept.counted_vote = _counted(side, kept, opened(Kind.PAPER, "已计的纸质票"))
    kept.void_vote = actions.void(chair, opened(Kind.HANDS, "作废的表决"), why=f"{side.mark}人数不对")


def _voted(chair, vote):
    for code in actions.issue_slips(chair, vote, number=2):
        actions.cast(code, [0])
    return vote


def _counted(side, kept, vote):
    """Counted by two tellers, the signed sheet attached."""
    for teller in (side.chair, actor_of(kept.post.holder_id, today=TODAY)):
        actions.key_count(teller, vote, count=Count(2, 2, 0, ((1, 1, 0),)), today=DAY)
    picture = BytesIO(PICTURE)
    picture.name = f"{side.mark}计票单.pdf"
    return actions.attach(side.chair, vote, upload=picture)


OPEN_TO_ALL = {"voting:cast"}
RECORDS = {
    **at("voting", "prepared_vote", "begin vote@prepared"), **at("voting", "hands_vote", "hands void vote@hands"),
    **at("voting", "named_vote", "named"), **at("voting", "told_vote", "vote@named"),
    **at("voting", "paper_vote", "vote roll key_count write_in ballots sign_in count_sheet attach"),
    **at("voting", "slips_vote", "slips close vote@slips"), **at("voting", "counted_vote", "scan vote@counted"),
    **at("voting", "old_vote", "destroy vote@old"), **at("voting", "void_vote", "vote@void"),
}
