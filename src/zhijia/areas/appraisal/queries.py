"""Which appraisals an actor sees, what groups voted, which rows figures count."""

from django.db.models import Count as Number
from django.db.models import Exists, OuterRef

from zhijia.areas.appraisal import rules
from zhijia.areas.appraisal.models import Judge, Panel, Result, Round, Subject, Talk
from zhijia.areas.appraisal.rules import Counted, Kind, Stage
from zhijia.areas.voting import queries as voting
from zhijia.areas.voting.rules import Count
from zhijia.core.org.models import Kind as UnionKind
from zhijia.core.org.scope import reach, unions
from zhijia.core.policy import explain, maybe, policy

READ, RUN = "appraisal.read", "appraisal.run"
OF_PEOPLE = (Kind.CADRES, Kind.LEADERS)


def visible(actor):
    """Appraisals the actor may see."""
    return Round.objects.filter(reach(actor, READ)).select_related("union")


def to_run(actor):
    """Appraisals the actor may run."""
    return Round.objects.filter(reach(actor, RUN)).select_related("union")


def subjects(actor):
    """What is judged in the appraisals the actor may see."""
    return Subject.objects.filter(reach(actor, READ, "round__union")).select_related(
        "round", "round__union", "person", "file", "result"
    )


def subjects_of(actor, found):
    """What is judged in one round, in its order."""
    return subjects(actor).filter(round=found)


def panels(actor, power=RUN):
    """Groups of judges the actor may change, or with another power see, each with how many are on its list (`listed`)."""
    return _panels().filter(reach(actor, power, "round__union"))


def _panels():
    return Panel.objects.select_related("round", "round__union", "vote").annotate(listed=Number("judges"))


def judges(panel):
    """The people on the list of a group."""
    return Judge.objects.filter(panel=panel).select_related("person", "person__union")


def size(panel) -> int:
    """How many a group has: those on its list, or the heads told."""
    return panel.judges.count() or panel.heads or 0


def results(actor, *kinds):
    """Released results the actor may see, of some kinds of appraisal."""
    return _results().filter(reach(actor, READ, "subject__round__union"), subject__round__kind__in=kinds)


def results_of_round(actor, found):
    """Released results of one round; none before."""
    return results(actor, found.kind).filter(subject__round=found)


def results_of(actor, person):
    """Released results about a person, for those who may see them, and for the person's own eyes."""
    about = _results().filter(subject__person=person)
    mine = actor.known and person.account_id == actor.user_id
    return about if mine else about.filter(reach(actor, READ, "subject__round__union"))


def _results():
    return Result.objects.select_related("subject", "subject__round", "subject__round__union", "subject__person")


def talks(actor):
    """Feedback talks of the appraisals the actor may run."""
    return _talks().filter(reach(actor, RUN, "subject__round__union"))


def _talks():
    return Talk.objects.select_related("subject", "subject__round", "subject__round__union", "subject__person")


def names(found) -> list[str]:
    """The questions of a round in their order: each subject with each quality."""
    alone = len(found.items) == 1
    return [str(s) if alone else f"{s}：{item}" for s in found.subjects.all() for item in found.items]


def choices(found) -> list[str]:
    """What may be chosen: the grades, and no grade at all."""
    return [*found.grades, rules.ABSTAIN]


def counted(found) -> list[Counted]:
    """What every group of a round voted, [] while one of them has not ended."""
    told = [_counted(panel) for panel in found.panels.select_related("vote")]
    return told if all(told) else []


def _counted(panel) -> Counted | None:
    if panel.count:
        told = panel.count
        rows = tuple(map(tuple, told["rows"]))
        return Counted(panel.title, panel.weight, Count(told["issued"], told["returned"], told["void"], rows))
    rows = tuple(each.counts for each in voting.results(panel.vote)) if panel.vote else ()
    if not rows:
        return None
    vote = panel.vote
    return Counted(panel.title, panel.weight, Count(vote.issued, vote.returned, vote.spoilt, rows))


def ended(panel) -> bool:
    """Whether the ballots of a group are counted."""
    return bool(panel.count) or bool(panel.vote and panel.vote.valid is not None)


def judged_tellers(found) -> list[str]:
    """Those judged who counted ballots of the round themselves, by account or by name."""
    judged = found.subjects.exclude(person=None)
    by_account = judged.filter(person__account__in=found.panels.exclude(vote=None).values("vote__sheets__teller"))
    told = {name for panel in found.panels.all() for name in rules.names_in(panel.tellers)}
    return list(dict.fromkeys([*by_account.values_list("title", flat=True), *judged_among(found, told)]))


def judged_among(found, names) -> list[str]:
    """Those judged in a round who are among some names."""
    return list(found.subjects.exclude(person=None).filter(person__name__in=names).values_list("title", flat=True))


def outlook(found) -> list[str]:
    """What a round lacks before the vote, as sentences."""
    return [*(_lacks(found) if found.of_people else ()), *small_panels(found)]


def _lacks(found) -> list[str]:
    """What a round of people lacks; nothing is blocked by it."""
    days = policy("appraisal.notice_days", found.union, found.on)
    last = rules.last_notice(found.on, days.whole)
    said = [] if found.method_on else ["还没有登记评议办法通过的日期。"]
    if not found.notified_on:
        said.append(f"还没有登记通知被评人的日期，最晚 {last}。{explain(days)}")
    elif found.notified_on > last:
        said.append(f"{found.notified_on} 通知被评人，离测评不足 {days.whole} 天。{explain(days)}")
    if missing := found.subjects.filter(report_on=None).count():
        said.append(f"{missing} 人还没有交述职报告。")
    return said


def small_panels(found) -> list[str]:
    """Groups with so few judges that their totals would tell who chose what: no vote is called with them."""
    least = policy("appraisal.min_ballots", found.union, found.on).whole
    sizes = [(panel, panel.listed or panel.heads or 0) for panel in _panels().filter(round=found)]
    small = [(panel, f"只有 {n} 人，少于 {least} 人，从票数能认出人" if n else "还没有人") for panel, n in sizes if n < least]
    return [f"“{panel}”{said}。请登记名单，或并入别的评议组。" for panel, said in small]


def remarks(found, rows) -> list[str]:
    """What is to be said of the results of a round, each sentence with its rule."""
    return [*_too_many_excellent(found, rows), *_home_standing(found, rows)]


def _too_many_excellent(found, rows) -> list[str]:
    """More are judged 优秀 by most of their votes than may be."""
    if not found.of_people or not rows:
        return []
    limit = policy("appraisal.excellent_max", found.union, found.on)
    best = sum(rules.mostly_excellent(row.counts[-1]) for row in rows)
    most = rules.most_excellent(len(rows), limit.whole)
    if best <= most:
        return []
    return [f"{best} 人得票最多的是“{found.grades[0]}”，按比例至多 {most} 人，定等次时请择优。{explain(limit)}"]


def _home_standing(found, rows) -> list[str]:
    """How the members' satisfaction stands to what a 职工之家 is asked, with the rules."""
    if found.kind != Kind.HOME or not rows or rows[0].band:
        return []
    told = [policy(f"appraisal.home.satisfaction.{name}", found.union, found.on) for name in ("model", "qualified")]
    held = [(each, rules.reaches(rows[0].good, rows[0].valid, each.value)) for each in told]
    return [f"会员满意率 {rows[0].rate}，{'达到' if reached else '没有达到'}。{explain(each)}" for each, reached in held]


def without_report(actor, today):
    """Cadres whose report is not in although its day is near or past."""
    return Subject.objects.filter(
        reach(actor, RUN, "round__union"), round__kind__in=OF_PEOPLE, round__stage=Stage.PREPARING, report_on=None,
        round__notified_on__lte=today,
    )


def to_release(actor):
    """Rounds in which every group has been counted."""
    waiting = Panel.objects.filter(round=OuterRef("pk"), count=None).exclude(vote__returned__isnull=False)
    return to_run(actor).filter(stage=Stage.OPEN).exclude(Exists(waiting))


def to_talk(actor):
    """Results that call for a talk that nobody has held."""
    held = Talk.objects.filter(subject=OuterRef("subject"))
    return results(actor, *OF_PEOPLE).filter(reach(actor, RUN, "subject__round__union")).exclude(calls=[]).exclude(Exists(held))


def to_follow(actor, today):
    """Talks whose measures should have been looked at by now."""
    return talks(actor).filter(followed_on=None, due__lte=today)


def to_report(actor):
    """Released rounds nobody has told the union above of."""
    return to_run(actor).filter(stage=Stage.RELEASED, reported_up_on=None, kind__in=OF_PEOPLE)


def missing(actor, today) -> list[Kind]:
    """Kinds of appraisal due every year that the actor's own union has not begun this year, from the month of reminding on."""
    above = (UnionKind.PROVINCE, UnionKind.CITY, UnionKind.COUNTY, UnionKind.GROUP)
    home = unions(actor, RUN).filter(pk=actor.home).exclude(kind__in=above).first()
    if home is None or today.month < policy("appraisal.remind_month", home, today).whole:
        return []
    begun = Round.objects.filter(year=today.year, union__house=home.house).exclude(stage=Stage.VOID)
    kinds = list(begun.values_list("kind", flat=True))
    found = [] if set(kinds) & set(OF_PEOPLE) else [Kind.CADRES]
    often = maybe("appraisal.home.per_year", home, today)
    return [*found, Kind.HOME] if often and kinds.count(Kind.HOME) < often.whole else found


def released(unions, period):
    """Appraisals released, by the day of the vote."""
    return Round.objects.filter(
        union__in=unions, stage=Stage.RELEASED, on__range=(period.start, period.end)
    ).select_related("union")


def judged(unions, period):
    """Results of people judged in the period."""
    return _in(unions, period, *OF_PEOPLE)


def told_judged(unions, period):
    """Of those, the ones whose numbers may be told."""
    return judged(unions, period).filter(band="")


def team_leaders(unions, period):
    """Results of team leaders judged in the period."""
    return _in(unions, period, Kind.LEADERS)


def home_rated(unions, period):
    """What members said of their union's work, the first thing they rate, where the numbers may be told."""
    return _in(unions, period, Kind.HOME).filter(band="", subject__number=1)


def surveyed(unions, period):
    """Answers to the questions of surveys, where the numbers may be told."""
    return _in(unions, period, Kind.SURVEY).filter(band="")


def _in(unions, period, *kinds):
    return _results().filter(
        subject__round__union__in=unions, subject__round__kind__in=kinds,
        subject__round__on__range=(period.start, period.end),
    )


def talks_held(unions, period):
    """Feedback talks held in the period."""
    return _talks().filter(subject__round__union__in=unions, on__range=(period.start, period.end))
