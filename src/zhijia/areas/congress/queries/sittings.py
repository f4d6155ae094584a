"""Sittings: who sees them, who is entitled and came, what became of an item, and what figures count."""

from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count, Exists, F, Max, OuterRef, Q, Sum

from zhijia.areas.congress.models import (
    Attendance,
    Chamber,
    Delegate,
    Handout,
    Item,
    Presider,
    Resolution,
    Sitting,
)
from zhijia.areas.congress.queries import bodies
from zhijia.areas.congress.rules import delegates as delegate_rules
from zhijia.areas.congress.rules import sittings as rules
from zhijia.areas.congress.rules.kinds import Form, Group, Kind, Stage
from zhijia.areas.voting import queries as voting
from zhijia.areas.voting.rules import Stage as VoteStage
from zhijia.core.org.scope import reach
from zhijia.core.policy import PolicyBook, deadline, explain, maybe, policy

READ = "congress.read"
ALIVE = (VoteStage.PREPARED, VoteStage.OPEN)


@dataclass(frozen=True)
class Ballot:
    """How an item was voted in one chamber: the vote, its numbers once closed, whether it was carried there."""

    chamber: Chamber
    vote: object
    counts: tuple[int, ...] = ()
    needed: int = 0
    carried: bool | None = None

    @property
    def said(self) -> str:
        """同意 31，不同意 20，弃权 4（须 31 票以上）"""
        if not self.counts:
            return self.vote.stage if self.vote else "尚未表决"
        numbers = "，".join(f"{word} {n}" for word, n in zip(("同意", "不同意", "弃权"), self.counts, strict=False))
        return f"{numbers}（须 {self.needed} 票以上）"


def sittings(actor):
    """Sittings the actor may see, with entitled and present of all chambers together."""
    return _summed(Sitting.objects.filter(reach(actor, READ)))


def _summed(rows):
    return rows.select_related("union").annotate(
        entitled=Sum("chambers__entitled"), present=Sum("chambers__present"),
    )


def chambers(actor):
    """Chambers of those sittings."""
    return Chamber.objects.filter(reach(actor, READ, "sitting__union")).select_related(
        "sitting", "sitting__union", "congress", "congress__union"
    )


def items(actor):
    """Items of the agendas the actor may see."""
    return Item.objects.filter(reach(actor, READ, "sitting__union")).select_related(
        "sitting", "sitting__union", "only", "only__congress"
    )


def attendances(actor):
    """Lines of sign-in lists."""
    return Attendance.objects.filter(reach(actor, READ, "chamber__sitting__union")).select_related(
        "delegate__person__union", "delegate__district", "chamber__congress", "chamber__sitting__union"
    )


def attended(actor, person):
    """Sittings a person was on the list of."""
    return attendances(actor).filter(delegate__person=person).order_by("-chamber__sitting__on")


def handouts(actor):
    """Papers of the sittings the actor may see."""
    return Handout.objects.filter(reach(actor, READ, "sitting__union")).select_related("sitting", "sitting__union", "file")


def resolutions(actor):
    """Resolutions of those sittings."""
    return Resolution.objects.filter(reach(actor, READ, "sitting__union")).select_related("sitting", "sitting__union", "item")


def own_chambers(actor, on):
    """Chambers meeting on a day in which the account's own person is a delegate (own: the query is the gate)."""
    seat = Delegate.objects.filter(
        Q(until=None) | Q(until__gt=on), congress=OuterRef("congress"), person__account_id=actor.user_id, since__lte=on
    )
    return Chamber.objects.filter(
        Exists(seat), sitting__on=on, sitting__stage__in=(Stage.NOTICED, Stage.OPEN)
    ).select_related("sitting", "sitting__union", "congress")


def own_lines(actor):
    """The account's own lines of sign-in lists, the latest sitting first."""
    return Attendance.objects.filter(delegate__person__account_id=actor.user_id).select_related(
        "chamber__sitting", "chamber__congress"
    ).order_by("-chamber__sitting__on")


def own_delegate(actor, chamber) -> Delegate | None:
    """As whom the account signs in there."""
    return bodies.seated(chamber.congress, chamber.sitting.on).filter(person__account_id=actor.user_id).first()


def next_number(congress) -> int:
    """The number (次) the next sitting of a congress gets."""
    return (congress.chambers.aggregate(n=Max("number"))["n"] or 0) + 1


def present(chamber) -> int:
    """Delegates with a vote who have signed in."""
    return chamber.attendances.filter(coming=Attendance.Coming.PRESENT, delegate__observer=False).count()


def quorum(sitting) -> tuple[Fraction, str]:
    """The share that has to be present, and the rule in words."""
    found = policy("congress.quorum", sitting.union, sitting.on)
    return found.value, explain(found)


def deciding(item) -> list[Chamber]:
    """The chambers that decide an item: the one it belongs to alone, or all."""
    every = item.sitting.chambers.select_related("congress")
    return [each for each in every if item.only_id in (None, each.pk)]


def ballots(item) -> list[Ballot]:
    """The vote of each deciding chamber on an item; void votes are passed over."""
    return [_ballot(chamber, standing_vote(item, chamber)) for chamber in deciding(item)]


def standing_vote(item, chamber):
    """The vote of a chamber on an item that has not been declared void, or None."""
    line = item.votes.filter(chamber=chamber).exclude(vote__stage=VoteStage.VOID).select_related("vote").last()
    return line and line.vote


def _ballot(chamber, vote) -> Ballot:
    found = voting.results(vote) if vote else []
    return Ballot(chamber, vote, found[0].counts, found[0].needed, found[0].passed) if found else Ballot(chamber, vote)


def carried(item) -> bool | None:
    """Whether every deciding chamber carried it; None while one has not decided."""
    told = [each.carried for each in ballots(item)]
    return None if None in told or not told else all(told)


def undecided(sitting) -> list[Item]:
    """Items with a vote that is still running."""
    return list(sitting.items.filter(votes__vote__stage__in=ALIVE).distinct())


def not_submitted(sitting):
    """Matters on the agenda that were to be decided and were not voted."""
    return sitting.items.filter(kind=Item.Kind.DECIDE, carried=None)


def ways(sitting, item) -> tuple[bool, str]:
    """Whether the rule asks for a secret ballot on the item, and the rule in words."""
    rule = policy("congress.secret", sitting.union, sitting.on)
    return rules.asks_secret(str(rule.value), weighty=item.weighty), explain(rule)


def presidium_checks(sitting) -> list[bodies.Judged]:
    """What the rules ask of the presidium."""
    rows = list(Presider.objects.filter(sitting=sitting).values_list("delegate__group", flat=True))
    book = PolicyBook(sitting.union, sitting.on)
    least = book.get("congress.presidium.workers_min")
    if not rows or least is None:
        return []
    front = sum(group != Group.LEADER for group in rows)
    table = book.get("congress.presidium.size")
    size = delegate_rules.by_members(table.value, entitled(sitting)) if table else None
    checks = delegate_rules.presidium(len(rows), front, least_front=least.whole, wanted=size)
    return [
        bodies.Judged(check, bodies.sized(table, size) if check.policy == "congress.presidium.size" else explain(least))
        for check in checks
    ]


def faults(sitting) -> list[bodies.Judged]:
    """What the composition of its congresses and its presidium lacks before a sitting."""
    found = [each for chamber in _chambers(sitting) for each in bodies.faults(chamber.congress, sitting.on)]
    return [*found, *(each for each in presidium_checks(sitting) if not each.check.fine)]


def closed(unions, period):
    """Sittings held and closed in the period, without joint meetings between sittings (联席会议)."""
    return _summed(Sitting.objects.filter(
        union__in=unions, stage=Stage.CLOSED, on__range=(period.start, period.end)
    ).exclude(form=Form.BETWEEN))


def closed_chambers(unions, period):
    """A line a congress and sitting: two of a joint one."""
    return Chamber.objects.filter(sitting__in=_ids(unions, period)).select_related("sitting", "sitting__union", "congress")


def of_kinds(*kinds: Kind):
    """Chambers of congresses of some kinds, as figures count them."""
    return lambda unions, period: closed_chambers(unions, period).filter(congress__kind__in=kinds)


def came(unions, period):
    """Delegates with a vote who came, a line a chamber."""
    return listed(unions, period).filter(coming=Attendance.Coming.PRESENT)


def listed(unions, period):
    """Delegates with a vote who ought to have come."""
    return Attendance.objects.filter(
        chamber__sitting__in=_ids(unions, period), delegate__observer=False
    ).select_related("delegate__person__union", "delegate__district", "chamber__sitting", "chamber__congress")


def agenda(unions, period):
    """Everything on the agendas of sittings held in the period."""
    return Item.objects.filter(sitting__in=_ids(unions, period)).select_related("sitting", "only", "only__congress")


def heard(unions, period):
    """Reports heard."""
    return agenda(unions, period).filter(kind=Item.Kind.REPORT, heard=True)


def voted(unions, period):
    """Matters voted on."""
    return agenda(unions, period).filter(kind=Item.Kind.DECIDE).exclude(carried=None)


def passed(unions, period):
    """Matters carried."""
    return voted(unions, period).filter(carried=True)


def resolved(unions, period):
    """Resolutions of those sittings."""
    return Resolution.objects.filter(sitting__in=_ids(unions, period)).select_related("sitting", "item")


def _ids(unions, period):
    return closed(unions, period).order_by().values("pk")


def to_publish(actor):
    """Closed sittings whose resolutions have not been published."""
    return sittings(actor).filter(stage=Stage.CLOSED, published_on=None, resolutions__isnull=False).distinct()


def to_report(actor):
    """Closed sittings not reported to the union above."""
    return sittings(actor).filter(stage=Stage.CLOSED, reported_on=None).exclude(form=Form.BETWEEN)


def coming_up(actor, today):
    """Sittings not held yet."""
    return sittings(actor).filter(stage__in=(Stage.PLANNED, Stage.NOTICED), on__gte=today)


def silent(actor, period):
    """Running congresses that did not sit in a period and were there before it began, with how often they did (`times`)."""
    held = Q(chambers__sitting__stage=Stage.CLOSED, chambers__sitting__on__range=(period.start, period.end)) & ~Q(
        chambers__sitting__form=Form.BETWEEN
    )
    return bodies.running(actor).filter(since__lte=period.end).annotate(times=Count("chambers", filter=held, distinct=True))


def ledger(actor):
    """The lines of votes: items that were put to the vote (表决登记)."""
    return items(actor).filter(kind=Item.Kind.DECIDE).exclude(carried=None).order_by("-sitting__on", "number", F("id"))


def warnings(sitting, today) -> list[str]:
    """What is not as the rules ask for, each as a sentence with its source; nothing of it blocks."""
    if sitting.stage == Stage.CANCELLED:
        return []
    book = PolicyBook(sitting.union, sitting.on)
    found = [*_papers(sitting, book, today), *_proposers(sitting, book)]
    if sitting.stage == Stage.CLOSED:
        return [*found, *_unbound(sitting, book)]
    return [*found, *(f"{each.check.about}不合规定：{each.check.said}。{each.source}" for each in faults(sitting))]


def _papers(sitting, book, today) -> list[str]:
    if sitting.form == Form.BETWEEN:
        return []
    rule, sent = book["congress.papers_days"], sitting.papers_on
    if sent is None and sitting.stage in (Stage.OPEN, Stage.CLOSED):
        return [f"没有登记会议材料发出的日期。{explain(rule)}"]
    if sent is None and rules.days_short(sitting.on, today, rule.whole):
        return [f"距开会还有 {max((sitting.on - today).days, 0)} 天，会议材料还没有发出，已晚于规定。{explain(rule)}"]
    if sent and rules.days_short(sitting.on, sent, rule.whole):
        return [f"会议材料提前 {(sitting.on - sent).days} 天发出，晚于规定。{explain(rule)}"]
    return []


def _proposers(sitting, book) -> list[str]:
    if sitting.form != Form.EXTRA or sitting.proposers is None:
        return []
    rule, heads = book["congress.extra_share"], entitled(sitting)
    short = rules.proposers_short(sitting.proposers, heads, rule.value)
    return [f"提议召开的代表 {sitting.proposers} 人，全体代表 {heads} 人，还差 {short} 人。{explain(rule)}"] if short else []


def _unbound(sitting, book) -> list[str]:
    rule = book["congress.unsubmitted_void"]
    return [f"《{item.title}》列入议程而没有提交表决，对职工没有约束力。{explain(rule)}" for item in not_submitted(sitting)]


def entitled(sitting) -> int:
    """Delegates with a vote of all its chambers on its day."""
    return sum(bodies.voters(chamber.congress, sitting.on).count() for chamber in _chambers(sitting))


def _chambers(sitting):
    return sitting.chambers.select_related("congress__union")


def lines(actor, chamber):
    """The sign-in list of one chamber."""
    return attendances(actor).filter(chamber=chamber).order_by("delegate__district", "id")


def with_reason(attendances) -> list:
    """The delegates of those lines that tell why someone did not come; the words are sealed, so each is opened."""
    return [line.delegate for line in attendances.select_related("delegate__person") if line.reason]


def usual_agenda(sitting) -> str:
    """What a teachers' congress usually has on its agenda, in words; "" for others."""
    if not sitting.chambers.filter(congress__kind__in=(Kind.TEACHERS, Kind.TEACHERS_ALL)).exists():
        return ""
    return f"教代会通常的议程：{policy('congress.school_agenda', sitting.union, sitting.on)}。"


def papers_rule(sitting) -> str:
    """How early the papers have to be with the delegates."""
    return explain(policy("congress.papers_days", sitting.union, sitting.on))


def passing_rule(item) -> str:
    """How many votes carry an item."""
    return explain(policy("congress.pass", item.sitting.union, item.sitting.on))


def publish_by(sitting):
    """(the last day to publish the resolutions, the rule in words)."""
    rule = policy("openness.resolution_days", sitting.union, sitting.on)
    return rules.due(sitting.closed_on or sitting.on, rule.whole), explain(rule)


def report_by(sitting):
    """(the last day to report to the union above, the rule in words); None where no rule says so."""
    rule = maybe("congress.report_days", sitting.union, sitting.on)
    return rule and (deadline(rule.key, sitting.union, sitting.closed_on or sitting.on), explain(rule))


def publish_rule(sitting) -> str:
    """By when the resolutions are to be published, in words."""
    by, source = publish_by(sitting)
    return f"应在 {by} 以前公布。{source}"


def report_rule(sitting) -> str:
    """By when to report, in words."""
    found = report_by(sitting)
    return f"应在 {found[0]} 以前报告（周六、周日不计，法定节假日请自行顺延）。{found[1]}" if found else ""
