"""What happens in the appraisal room: begin a round, call the votes, key totals, release, talk."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from zhijia.areas.appraisal import queries, rules
from zhijia.areas.appraisal.models import Judge, Panel, Result, Round, Subject, Talk
from zhijia.areas.appraisal.rules import Kind, Stage, Way
from zhijia.areas.members.queries import members
from zhijia.areas.voting import actions as voting
from zhijia.areas.voting import rules as counting
from zhijia.core.files.storing import store
from zhijia.core.org.scope import branches
from zhijia.core.policy import PolicyBook, policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

RUN = "appraisal.run"
ALONE = {Kind.HOME: "会员", Kind.SURVEY: "参加测评的人"}
VOTES = {Way.PAPER: counting.Kind.PAPER, Way.SLIPS: counting.Kind.SLIPS}


def begin(
    actor, *, union, kind, year, on, title="", by_quality=False, grades: Sequence[str] = (), questions: Sequence[str] = (),
    **details,
) -> Round:
    """Begin a round. Grades, points, weights and what members rate come from the rules of that day; a survey brings its own.

    Groups of judges stand ready with their weights; those of people are asked for 德能勤绩廉 as well when `by_quality`.
    """
    kind, book = Kind(kind), PolicyBook(union, on)
    found = Round(
        union=union, kind=kind, year=year, on=on, title=title or f"{year}年{kind}", grades=list(grades) or _grades(kind, book),
        good=book["appraisal.good_choices"].whole, items=_items(kind, book, by_quality), points=_points(kind, book), **details,
    )
    if kind.of_people and not found.reports_due:
        found.reports_due = rules.last_notice(on, book["appraisal.notice_days"].whole)
    with deed(actor, RUN, found, what=f"组织{kind}：{found.title}"):
        if len(found.grades) <= found.good:
            raise Refused(f"至少要有 {found.good + 1} 个等次：前 {found.good} 个算称职或满意。")
        if rules.ABSTAIN in found.grades:
            raise Refused(f"不用写“{rules.ABSTAIN}”，票上都有这一栏。")
        found.save()
        if not kind.of_people:
            _add(found, [(text, None, "") for text in (questions or _questions(kind, book))])
        for name, weight in _weights(kind, book):
            Panel.objects.create(round=found, title=name, weight=weight)
    return found


def _grades(kind, book) -> list[str]:
    return list(book["appraisal.grades" if kind.of_people else "appraisal.home.grades"].value)


def _items(kind, book, by_quality) -> list[str]:
    return [*(book["appraisal.dimensions"].value if kind.of_people and by_quality else ()), rules.OVERALL]


def _points(kind, book) -> list[int]:
    if not kind.of_people:
        return []
    told, grades = book["appraisal.grade_points"].as_dict(), _grades(kind, book)
    return [told[grade] for grade in grades] if set(grades) <= set(told) else []


def _questions(kind, book) -> Sequence[str]:
    return book["appraisal.home.items"].value if kind == Kind.HOME else ()


def _weights(kind, book) -> Sequence[tuple]:
    return book["appraisal.weights"].value if kind.of_people else ((ALONE[kind], rules.WHOLE),)


def correct(actor, found, **changes) -> Round:
    """Correct what is written of a round; its results stay as they are."""
    with deed(actor, RUN, found, what=f"更正评议：{found.title}"):
        for name, value in changes.items():
            setattr(found, name, value)
    return found


def add_people(actor, found, people: Iterable[tuple]) -> list[Subject]:
    """Put people on the list of those judged: (person, post) each."""
    with deed(actor, RUN, found, what=f"登记评议对象：{found.title}"):
        _still_open(found)
        return _add(found, [(person.name, person, post) for person, post in people])


def add_questions(actor, found, questions: Sequence[str]) -> list[Subject]:
    """Put questions on the sheet of a survey."""
    with deed(actor, RUN, found, what=f"登记测评内容：{found.title}"):
        _still_open(found)
        return _add(found, [(text, None, "") for text in questions])


def _add(found, told) -> list[Subject]:
    last = found.subjects.order_by("number").last()
    judged = list(found.subjects.exclude(person=None).values_list("person", flat=True))
    judged += [person.pk for _, person, _ in told if person]
    if twice := [title for title, person, _ in told if person and judged.count(person.pk) > 1]:
        raise Refused(f"{'、'.join(dict.fromkeys(twice))} 已经在评议名单上。")
    return Subject.objects.bulk_create(
        Subject(round=found, number=n, title=title, person=person, post=post)
        for n, (title, person, post) in enumerate(told, last.number + 1 if last else 1)
    )


def remove_subject(actor, subject) -> Round:
    """Take something off the list before the vote is called; the trail keeps it."""
    found = subject.round
    with deed(actor, RUN, found, what=f"移出评议名单：{subject}"):
        _still_open(found)
        subject.delete()
    return found


def hand_in(actor, subject, *, on, report="", upload=None) -> Subject:
    """The report of someone judged (述职报告) came in, as text or as a paper; a newer one takes its place."""
    with deed(actor, RUN, subject, what=f"收到述职报告：{subject}"):
        if subject.person_id is None:
            raise Refused("只有被评议的人交述职报告。")
        subject.report_on, subject.report = on, report
        if upload:
            subject.file = store(subject.union, upload.name, upload, actor)
    return subject


@transaction.atomic
def set_panel(actor, found, *, title, weight, way, people=(), heads=None, everyone=False, panel=None) -> Panel:
    """Say who a group of judges is: by name, or all members, or by head count when totals will be keyed from paper."""
    panel = panel or Panel(round=found)
    with deed(actor, RUN, panel, what=f"评议组：{title}"):
        _still_open(found)
        panel.title, panel.weight, panel.way, panel.heads = title, weight, Way(way), heads
    listed = list(members(branches(found.union), found.on) if everyone else people)
    _alone_in_one(panel, listed)
    panel.judges.all().delete()
    Judge.objects.bulk_create(Judge(panel=panel, person=person) for person in listed)
    return panel


def _alone_in_one(panel, people):
    others = Judge.objects.filter(panel__round=panel.round, person__in=people).exclude(panel=panel)
    if twice := list(others.select_related("person", "panel")[:5]):
        named = "、".join(f"{each.person}（{each.panel}）" for each in twice)
        raise Refused(f"{named} 已经在别的评议组里，一人只投一次票。")


def merge(actor, panel, *, into) -> Panel:
    """Put a group together with another, weights added: too few judges alone would be known by their votes."""
    with deed(actor, RUN, into, what=f"合并评议组：{panel}并入{into}"):
        _still_open(panel.round)
        if panel == into or panel.round_id != into.round_id:
            raise Refused("请选同一次评议里的另一个组。")
        total = queries.size(panel) + queries.size(into)
        listed = panel.judges.exists(), into.judges.exists()
        panel.judges.update(panel=into)
        into.title, into.weight = f"{into.title}、{panel.title}"[:40], into.weight + panel.weight
        if not all(listed):
            into.judges.all().delete()
            into.heads, into.way = total, Way.KEYED
        panel.delete()
    return into


def remove_panel(actor, panel) -> Round:
    """Take a group off before the vote is called."""
    found = panel.round
    with deed(actor, RUN, found, what=f"去掉评议组：{panel}"):
        _still_open(found)
        panel.delete()
    return found


def call_votes(actor, found) -> Round:
    """Call the votes: one a group, each subject with each quality a question; the lists are frozen."""
    with deed(actor, RUN, found, what=f"开始测评：{found.title}"):
        found.stage = rules.step(found.stage, Stage.OPEN)
        _ready(found)
        for panel in found.panels.all():
            if panel.way != Way.KEYED:
                _call(actor, panel)
    return found


def _ready(found):
    panels = list(found.panels.all())
    if not found.subjects.exists():
        raise Refused("还没有评议对象，请先登记评议谁、评议什么。")
    rules.weights_total([panel.weight for panel in panels])
    if small := queries.small_panels(found):
        raise Refused("".join(small))
    for panel in panels:
        if panel.way != Way.KEYED and not panel.judges.exists():
            raise Refused(f"“{panel}”没有名单。请登记名单，或把方式改为“{Way.KEYED}”。")


def _call(actor, panel):
    found, (share, rule) = panel.round, _turnout(panel.round)
    told = [voting.Asked(name, tuple(queries.choices(found))) for name in queries.names(found)]
    panel.vote = voting.prepare(
        actor, union=found.union, title=f"{found.title}（{panel.title}）", kind=VOTES[Way(panel.way)], on=found.on,
        questions=told, electors=[each.person for each in queries.judges(panel)], quorum=share,
        rule=rule, told_in=found.title,
    )
    panel.save()


def _turnout(found) -> tuple:
    """(the share that has to come, where it stands): a survey asks whoever comes."""
    if found.kind == Kind.SURVEY:
        return 0, ""
    key = "appraisal.home.turnout" if found.kind == Kind.HOME else "congress.quorum"
    share = policy(key, found.union, found.on)
    return share.value, f"{share.label} {share}（{share.source}）"


def again(actor, panel) -> Panel:
    """A vote was void: the group votes once more."""
    with deed(actor, RUN, panel, what=f"重新测评：{panel}"):
        if panel.round.stage != Stage.OPEN or panel.vote is None or panel.vote.stage != counting.Stage.VOID:
            raise Refused("只有投票作废的评议组可以重新测评。")
        _call(actor, panel)
    return panel


def key(actor, panel, *, issued, returned, void, rows: Sequence[Sequence[int]], tellers) -> Panel:
    """Key the totals of a group counted on paper by its tellers, none of whom is judged; may be keyed again until release."""
    found, heads = panel.round, queries.size(panel)
    count = counting.Count(issued, returned, void, tuple(map(tuple, rows)))
    with deed(actor, RUN, panel, what=f"登记测评汇总数：{panel}"):
        if panel.way != Way.KEYED or found.stage != Stage.OPEN:
            raise Refused("这个组不登记汇总数：只有测评中、方式为“纸质票，登记汇总数”的组要登记。")
        if counting.overfull(count):
            raise Refused(f"收回 {returned} 张，多于发出 {issued} 张，这次测评无效，须重新投票。")
        if wrong := counting.faults(count, entitled=heads, present=heads, names=queries.names(found)):
            raise Refused(" ".join(wrong))
        if judged := queries.judged_among(found, rules.names_in(tellers)):
            raise Refused(f"{'、'.join(judged)} 是被评议的人，不能计票、监票。")
        panel.count = {"issued": issued, "returned": returned, "void": void, "rows": [list(row) for row in rows]}
        panel.tellers = tellers
    return panel


def release(actor, found, *, today) -> Round:
    """Count all groups together and publish: results are frozen, groups with too few valid ballots are pooled first."""
    with deed(actor, RUN, found, what=f"公布评议结果：{found.title}"):
        found.stage = rules.step(found.stage, Stage.RELEASED)
        counted = queries.counted(found)
        if not counted:
            raise Refused("还有评议组没有计完票，请先结束各组的投票、登记汇总数。")
        if judged := queries.judged_tellers(found):
            raise Refused(f"{'、'.join(judged)} 是被评议的人，又参加了计票，这次计票不能用。请作废后换人计票。")
        book = PolicyBook(found.union, found.on)
        groups = rules.pooled(counted, book["appraisal.min_ballots"].whole)
        _ballots(found, groups, book, today)
        Result.objects.bulk_create(_result(found, subject, at, groups, book) for at, subject in enumerate(found.subjects.all()))
    return found


def _ballots(found, groups, book, today):
    found.entitled = sum(queries.size(panel) for panel in found.panels.all())
    found.issued = sum(group.count.issued for group in groups)
    found.returned = sum(group.count.returned for group in groups)
    found.valid, found.released_on = sum(group.valid for group in groups), today
    least = book["appraisal.min_ballots"]
    if groups[0].valid < least.whole:
        raise Refused(f"有效票只有 {found.valid} 张，少于 {least}，从票数能认出人，不能公布。")
    share = book["appraisal.home.turnout"]
    if found.kind == Kind.HOME and not rules.enough_came(found.returned, found.entitled, share.value):
        raise Refused(f"{found.entitled} 人中 {found.returned} 人参评，不足 {share}，这次评家无效，请作废后重新组织。")


def _result(found, subject, at, groups, book) -> Result:
    size = len(found.items)
    per_item = [rules.outcome(groups, at * size + n, good=found.good, points=found.points) for n in range(size)]
    whole = per_item[-1]
    few = rules.banded(whole.valid, book["appraisal.full_from"].whole)
    shares = {"talk": book["appraisal.talk_share"].value, "removal": book["appraisal.removal_share"].value}
    return Result(
        subject=subject, valid=whole.valid, counts=[list(each.counts) for each in per_item], excellent=whole.excellent,
        good=whole.good, poor=whole.poor, score=whole.score,
        calls=rules.calls(whole.poor, whole.valid, **shares) if found.of_people else [],
        band=rules.band(whole.good, whole.valid, book["appraisal.bands"].value) if few else "",
    )


def withdraw(actor, found, *, why) -> Round:
    """Take a release back to correct totals; what was published stays in the trail."""
    with deed(actor, RUN, found, what=f"撤回公布：{found.title}"):
        found.stage, found.why = rules.step(found.stage, Stage.OPEN), why
        found.entitled = found.issued = found.returned = found.valid = found.released_on = None
        Result.objects.filter(subject__round=found).delete()
    return found


def void(actor, found, *, why) -> Round:
    """Declare a round void, with the reason; it stays on record."""
    with deed(actor, RUN, found, what=f"评议作废：{found.title}"):
        found.stage, found.why = rules.step(found.stage, Stage.VOID), why
        for panel in found.panels.filter(vote__stage__in=(counting.Stage.PREPARED, counting.Stage.OPEN)):
            voting.void(actor, panel.vote, why=why)
    return found


def report(actor, found, *, reported_on=None, reported_up_on=None, advice="") -> Round:
    """The result was told to the congress and to the union above; `advice` is what people said, put together, without names."""
    with deed(actor, RUN, found, what=f"报告评议结果：{found.title}"):
        if found.stage != Stage.RELEASED:
            raise Refused("还没有公布结果，先统计并公布。")
        found.reported_on, found.reported_up_on, found.advice = reported_on, reported_up_on, advice
    return found


def talk(actor, subject, *, on, by, measures="", due=None) -> Talk:
    """Give the result back to the one judged, and agree on measures."""
    told = Talk(subject=subject, on=on, by=by, measures=measures, due=due)
    with deed(actor, RUN, told, what=f"反馈谈话：{subject}"):
        if subject.person_id is None or subject.round.stage != Stage.RELEASED:
            raise Refused("公布结果以后，才同被评议的人谈话反馈。")
        if by.strip() == subject.title:
            raise Refused("谈话人不能是本人。")
    return told


def follow_up(actor, told, *, on, outcome) -> Talk:
    """Look at what became of the measures."""
    with deed(actor, RUN, told, what=f"整改跟踪：{told.subject}"):
        told.followed_on, told.outcome = on, outcome
    return told


def _still_open(found):
    if not found.open:
        raise Refused(f"这次评议{found.stage}，名单和评议组不能再改。")
