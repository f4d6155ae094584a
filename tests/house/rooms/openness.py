"""What the tests of the house need to know of openness. What hangs for everybody carries no mark: it is meant to be read."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.house.rooms import at
from zhijia.areas.openness import actions
from zhijia.areas.openness.rules import CheckKind, Duration, Line, Rhythm, Scope, Way

DAY = date(2025, 3, 8)


def keep(side, kept):
    """One record of every kind, and items in each state a page asks about."""
    chair, mark, today = side.chair, side.mark, timezone.localdate()
    first = today.replace(day=1)
    kept.open_entry = actions.add_entry(
        chair, union=side.union, title=f"{mark}经费收支", line=Line.UNION, duration=Duration.REGULAR, rhythm=Rhythm.MONTHLY,
        since=first, reason=f"{mark}职工要求",
    )
    kept.gone_entry = actions.add_entry(
        chair, union=side.union, title=f"{mark}旧项", duration=Duration.LONG, rhythm=Rhythm.ONCE, since=first,
        reason=f"{mark}曾列",
    )
    actions.withdraw_entry(chair, kept.gone_entry, on=today, why=f"{mark}不再适用")
    kept.draft_open = actions.draft(chair, union=side.union, title=f"{mark}草稿", body=f"{mark}内容")
    kept.waiting_open = actions.submit(chair, actions.draft(chair, union=side.union, title=f"{mark}待批"))
    kept.approved_open = _approved(side, f"{mark}已批", "")
    kept.inner_open = _shown(side, f"{mark}本月收支", Scope.HOUSE, entry=kept.open_entry)
    actions.correct(chair, kept.inner_open, title=f"{mark}本月收支", body=f"{mark}改", why=f"{mark}数错", on=today)
    kept.public_open = _shown(side, "会员大会通知", Scope.EVERYBODY, upload=_sheet())
    hung = {"title": f"{mark}旧公开", "on": DAY, "until": DAY}
    kept.down_open = actions.record_past(chair, union=side.union, past=[hung])[0]
    kept.told_open = actions.tell(
        chair, kept.inner_open, text=f"{mark}意见", way=Way.BOX, received_on=today, teller=f"{mark}某人"
    )
    actions.answer(chair, kept.told_open, answer=f"{mark}答复", on=today, shown_as=f"{mark}摘要")
    actions.list_months(chair, chosen=[side.union], month=first)
    kept.check_open = actions.record_check(
        chair, union=side.union, kind=CheckKind.MONTHLY, on=today, checkers=f"{mark}检查人", found=f"{mark}没有盖章"
    )


def _approved(side, title, scope, **more):
    item = actions.draft(side.chair, union=side.union, title=title, scope=scope, body="定于下月召开。", **more)
    return actions.approve(side.chair, item, approver="主席", on=timezone.localdate())


def _shown(side, title, scope, **more):
    return actions.show(side.chair, _approved(side, title, scope, **more), on=timezone.localdate())


def _sheet():
    return SimpleUploadedFile("通知.txt", "定于下月召开会员大会。".encode())


def _code(side):
    return [side.union.code]


RECORDS = {
    **at("openness", "open_entry", "entry change_entry withdraw_entry"), **at("openness", "gone_entry", "restore_entry"),
    **at("openness", "draft_open", "item change ask submit drop tell"), **at("openness", "waiting_open", "send_back approve"),
    **at("openness", "approved_open", "show"), **at("openness", "public_open", "file sheet take_down correct"),
    **at("openness", "down_open", "archive"), **at("openness", "told_open", "opinion answer"),
    **at("openness", "check_open", "check put_right"), **at("openness", "inner_open", "my_item my_opinion item@inner"),
    **at("openness", "public_open", "my_file board_item board_opinion board_file"), **at("openness", _code, "board"),
}
OPEN_TO_ALL = {f"openness:{name}" for name in ("board", "board_item", "board_opinion", "board_file")}
OPEN_TO_MEMBERS = {f"openness:{name}" for name in ("my_item", "my_opinion", "my_file")}
