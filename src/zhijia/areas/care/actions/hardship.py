"""What happens to a hardship file: applied for, surveyed, judged, posted, filed, reviewed, ended."""

from zhijia.areas.care import rules
from zhijia.areas.care.actions.visits import on_roll
from zhijia.areas.care.models import FamilyMember, HardshipFile, Review, ReviewKind
from zhijia.areas.care.rules import Stage
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER = "care.file"
DAYS = {Stage.SURVEYED: "surveyed_on", Stage.JUDGED: "judged_on", Stage.POSTED: "posted_on", Stage.FILED: "filed_on"}
FACTS = (
    "number", "home_code", "consent_on", "income", "size", "spending", "assets", "months_low", "aided", "sudden", "cause",
    "story", "health", "address", "bank",
)


def apply(actor, *, union, person, on, **facts) -> HardshipFile:
    """Take down an application (申请)."""
    file = HardshipFile(union=union, person=person, applied_on=on)
    with deed(actor, POWER, file, what="困难档案：申请"):
        on_roll(union, person)
        _put(file, facts)
    return file


def describe(actor, file, *, on, by="", **facts) -> HardshipFile:
    """Bring the facts of a file up to date; an open file counts as updated on that day."""
    with deed(actor, POWER, file, what="困难档案：更新资料"):
        _refuse_ended(file)
        _put(file, facts)
        if file.filed_on:
            _review(actor, file, on=on, kind=ReviewKind.UPDATE, by=by)
    return file


def survey(actor, file, *, on, surveyors) -> HardshipFile:
    """The visit to the home before a decision (入户调查), by two at least."""
    return _step(actor, file, Stage.SURVEYED, on, surveyors=surveyors)


def judge(actor, file, *, on, category) -> HardshipFile:
    """The committee talked it over and named the class (评议)."""
    return _step(actor, file, Stage.JUDGED, on, category=category)


def post(actor, file, *, on) -> HardshipFile:
    """Put up the notice (公示): family name, department and class only."""
    return _step(actor, file, Stage.POSTED, on)


def open_file(actor, file, *, on, number="") -> HardshipFile:
    """The notice ran without objection: the file is open (建档)."""
    return _step(actor, file, Stage.FILED, on, **({"number": number} if number else {}))


def stop(actor, file, *, on, stage, why) -> HardshipFile:
    """Not granted (未通过) or withdrawn (撤回) on the way."""
    return _end(actor, file, Stage(stage), on, why)


def leave(actor, file, *, on, why) -> HardshipFile:
    """Out of hardship, or gone (退出): the file closes and is kept."""
    return _end(actor, file, Stage.LEFT, on, why)


def review(actor, file, *, on, kind=ReviewKind.REVIEW, category="", by="", note="") -> Review:
    """A half-yearly look at an open file (动态复核); a new class is taken over (转类)."""
    with deed(actor, POWER, file, what=f"困难档案：{ReviewKind(kind)}"):
        if file.stage != Stage.FILED:
            raise Refused(f"档案现在是“{file.stage}”，建档以后才复核。")
        if on < file.filed_on:
            raise Refused(f"复核日期 {on} 早于建档日期 {file.filed_on}，请核对。")
        if category and category != file.category:
            kind, file.category = ReviewKind.CHANGE, category
        return _review(actor, file, on=on, kind=kind, category=category or file.category, by=by, note=note)


def add_family(actor, file, *, relation, name, **more) -> FamilyMember:
    """Add one of the family to a file."""
    member = FamilyMember(file=file, relation=relation, name=rules.plain_name(name), **more)
    with deed(actor, POWER, member, what="困难档案：添加家庭成员"):
        _refuse_ended(file)
    return member


def last_day(file: HardshipFile):
    """The day of the latest step so far; the next cannot be earlier."""
    return max(day for day in (file.applied_on, file.surveyed_on, file.judged_on, file.posted_on, file.filed_on) if day)


def _step(actor, file, stage, on, **values):
    with deed(actor, POWER, file, what=f"困难档案：{stage}"):
        file.stage = rules.step(Stage(file.stage), stage, last_on=last_day(file), on=on)
        setattr(file, DAYS[stage], on)
        for key, value in values.items():
            setattr(file, key, value)
    return file


def _end(actor, file, stage, on, why):
    with deed(actor, POWER, file, what=f"困难档案：{stage}"):
        file.stage = rules.step(Stage(file.stage), stage, last_on=last_day(file), on=on)
        file.ended_on, file.ended_why = on, why
    return file


def _review(actor, file, **values) -> Review:
    found = Review(file=file, **values)
    with deed(actor, POWER, found, what=f"困难档案：{values['kind']}"):
        return found


def _put(file, facts):
    unknown = facts.keys() - set(FACTS)
    if unknown:
        raise TypeError(f"no such fact of a hardship file: {', '.join(sorted(unknown))}")
    for key, value in facts.items():
        setattr(file, key, value)


def _refuse_ended(file):
    if file.ended_on:
        raise Refused(f"这份档案已在 {file.ended_on} 结束（{file.ended_why}），不能再改。")
