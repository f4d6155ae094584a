"""What is due around a congress: papers, publication, report, the yearly sitting, the term, the composition."""

from zhijia.areas.congress.queries import bodies, sittings
from zhijia.areas.congress.rules import sittings as rules
from zhijia.areas.congress.rules.kinds import Kind
from zhijia.core.periods import Period, school_year, year
from zhijia.core.policy import policy
from zhijia.kit.area import Card
from zhijia.kit.formats import day

TEACHERS = (Kind.TEACHERS, Kind.TEACHERS_ALL)
SEPTEMBER = 9


def cards(actor, today) -> list[Card]:
    """Own sign-in for a delegate; everything else for those who run congresses."""
    own = list(sittings.own_chambers(actor, today)) if actor.known else []
    found = [Card("今天开大会，请签到", len(own), "congress:sign_in_self", str(own[0].sitting.short), urgent=True)] if own else []
    if actor.may("congress.edit"):
        found += [card for due in (_papers, _published, _reported, _silent, _terms) for card in due(actor, today)]
    return found


def _papers(actor, today):
    coming = list(sittings.coming_up(actor, today))
    unsent = [each for each in coming if each.papers_on is None and each.form != "联席会议"]
    if unsent:
        first = min(unsent, key=lambda each: each.on)
        days = policy("congress.papers_days", first.union, first.on).whole
        by = rules.due(first.on, -days)
        note = f"{first.short}：会前 {days} 天发给代表。"
        yield Card("会议材料待发", len(unsent), "congress:sittings", note, day(by), by <= today)
    if faulty := [each for each in coming if sittings.faults(each)]:
        yield Card("代表构成不合规定", len(faulty), "congress:sittings", f"{faulty[0].short}开会以前请核对。", urgent=True)


def _published(actor, today):
    due = [(sittings.publish_by(each)[0], each) for each in sittings.to_publish(actor)]
    if due:
        by, first = min(due, key=lambda pair: pair[0])
        yield Card("大会决议待公布", len(due), "congress:sittings", first.short, day(by), by < today)


def _reported(actor, today):
    due = [(found[0], each) for each in sittings.to_report(actor) if (found := sittings.report_by(each))]
    if due:
        by, first = min(due, key=lambda pair: pair[0])
        yield Card("大会待报告上级工会", len(due), "congress:sittings", first.short, day(by), by < today)


def _silent(actor, today):
    for kinds, period in ((TEACHERS, _school_year(today)), (set(Kind) - set(TEACHERS), year(today.year))):
        due = [each for each in sittings.silent(actor, period).filter(kind__in=kinds) if each.times < _times(each, today)]
        if due:
            yield Card(f"{period.label}还要开的大会", len(due), "congress:congresses", due[0].short, day(period.end))


def _times(congress, today) -> int:
    return policy("congress.per_year", congress.union, today).whole


def _school_year(today) -> Period:
    return school_year(today.year if today.month >= SEPTEMBER else today.year - 1)


def _terms(actor, today):
    due = [(bodies.ending(each, today), each) for each in bodies.running(actor)]
    if warned := [(clock, each) for clock, each in due if clock.warning]:
        clock, first = min(warned, key=lambda pair: pair[0].days)
        note = f"{first.short}{clock.warning}"
        yield Card("大会届满待换届", len(warned), "congress:congresses", note, day(clock.ends), clock.urgent)
