"""Suggestions: one of every kind, from a fresh one to one on the wall, and one whose maker's name is kept."""

from datetime import date
from decimal import Decimal
from io import BytesIO

from tests.house.rooms import at
from tests.people import account
from zhijia.areas.suggestions import actions
from zhijia.areas.suggestions.actions import Maker
from zhijia.areas.suggestions.rules import Formula
from zhijia.core.files.storing import store
from zhijia.core.imports.batches import new_batch
from zhijia.core.org.models import Role
from zhijia.core.trail.deed import deed

DAY, NEXT, DONE, SIGNED = date(2025, 3, 8), date(2025, 3, 18), date(2025, 4, 8), date(2025, 5, 8)


def keep(side, kept):
    """A suggestion at each step that an address can name."""
    chair = side.chair
    signer = account(f"sign{side.union.pk}", f"{side.open}出纳", side.union, Role.TREASURER)
    kept.raised = _raised(side, kept, "改进皮带清扫")
    kept.assessed = actions.accept(chair, _raised(side, kept, "余热烘纱"), on=NEXT, by=f"{side.mark}受理人")
    kept.opinion = actions.assess(
        chair, kept.assessed, department=f"{side.mark}设备科", on=NEXT, by=f"{side.mark}评估人", favours=True,
        words=f"{side.mark}可行",
    )
    kept.waiting = _done(side, kept, "换装节能灯")
    kept.benefit = _reckoned(side, kept.waiting)
    kept.rewarded = _done(side, kept, "落纱车改造")
    actions.countersign(signer, _reckoned(side, kept.rewarded), on=SIGNED)
    kept.rewarded.refresh_from_db()
    actions.grade(chair, kept.rewarded, on=SIGNED, why=f"{side.mark}评审")
    actions.reward(chair, kept.rewarded, on=SIGNED, amount=Decimal(400), why=f"{side.mark}奖励")
    hidden, words = [Maker(kept.person, f"{side.secret}建议人")], _words(side, "食堂排队")
    kept.nameless = actions.suggest(chair, union=side.group, makers=hidden, raised_on=DAY, hidden=True, **words)
    listed = f"日期,建议人,题目,建议措施\n2025-03-08,{side.mark}鲍小波,{side.mark}料架加轮,装轮\n"
    kept.suggestions_file = store(side.union, f"{side.mark}建议登记簿.csv", BytesIO(listed.encode()), chair)
    kept.suggestions_batch = new_batch("suggestions", side.union, f"{side.mark}建议.xlsx", "0" * 64, chair)
    with deed(chair, "suggestions.raise", kept.suggestions_batch, what="导入"):
        pass


def _words(side, title):
    mark = side.mark
    return {"title": f"{mark}{title}", "problem": f"{mark}现状", "measure": f"{mark}措施", "expected": f"{mark}效益"}


def _raised(side, kept, title):
    makers = actions.makers_of([kept.person])
    return actions.suggest(side.chair, union=side.group, makers=makers, raised_on=DAY, **_words(side, title))


def _done(side, kept, title):
    found = _raised(side, kept, title)
    actions.accept(side.chair, found, on=NEXT)
    actions.adopt(side.chair, found, on=NEXT, unit=f"{side.mark}车间")
    return actions.finish(side.chair, found, on=DONE, result=f"{side.mark}完成")


def _reckoned(side, found):
    given = {"hours": 1000, "rate": 30}
    return actions.reckon(side.chair, found, on=DONE, formula=Formula.HOURS, given=given, note=f"{side.mark}台账")


RECORDS = {
    **at("suggestions", "raised", "suggestion word correct withdraw name_authors accept"),
    **at("suggestions", "assessed", "suggestion@judged assess adopt refuse"), **at("suggestions", "opinion", "change_opinion"),
    **at("suggestions", "waiting", "suggestion@waiting finish reckon grade take_back"),
    **at("suggestions", "benefit", "countersign send_back"),
    **at("suggestions", "rewarded", "suggestion@rewarded word@rewarded report_up reward upgrade file_away"),
    **at("suggestions", "nameless", "suggestion@nameless word@nameless reveal correct@nameless"),
    **at("suggestions", "suggestions_file", "preview"), **at("suggestions", "suggestions_batch", "undo_import"),
}
OWN = ("suggestion", "word", "correct", "withdraw")
OPEN_TO_SELF = {line for line in RECORDS if line.split("@")[0].removeprefix("suggestions:") in OWN}
