"""What care counts. Definitions with their sources: docs/areas/care.md."""

from functools import partial

from zhijia.areas.care.queries import hardship, helping, visits
from zhijia.areas.care.rules import EVENT_KINDS, FAMILY_STEPS, StepKind, VisitKind, Way
from zhijia.areas.care.tables import FILES, PAIRS, STEPS, VISITS, WATCHES
from zhijia.core.figures import Count, Distinct, Figure, Kind, Sum

PEOPLE, TURNS, HOMES = Distinct("who"), Sum("heads"), Distinct("home")


def visit_figure(key, label, kind, rows, measure, doc) -> Figure:
    return Figure(key, label, kind, rows, measure, VISITS, "care.read", doc, book=visits.book)


def _way(way):
    return partial(visits.given, way=way)


def _kinds(*kinds):
    return lambda unions, period: visits.of_kinds(unions, period, *kinds)


def _done(*kinds):
    return lambda unions, period: helping.done(unions, period, *kinds)


def _settled(*kinds):
    return lambda unions, period: helping.settled(unions, period, *kinds)


VISITING = (
    visit_figure(
        "care.visited_people",
        "走访慰问的人数",
        Kind.PEOPLE,
        visits.book,
        PEOPLE,
        "期内走访过的不同的人，每人只算一次；同名未认人的，同一工会内同一姓名算一人。慰问班组不记名的人不在内。按走访日期，作废的不算。",
    ),
    visit_figure(
        "care.visits",
        "走访慰问人次",
        Kind.TURNS,
        visits.book,
        TURNS,
        "期内每次走访的人数之和：记名的每次 1 人次，慰问班组的按人数。按走访日期，作废的不算。",
    ),
    visit_figure(
        "care.visited_homes",
        "走访慰问的家庭",
        Kind.HOMES,
        visits.book,
        HOMES,
        "期内走访过的不同家庭，按户号；两名职工同一户号算一户，没有户号的一人算一户。慰问班组的不在内。",
    ),
    visit_figure("care.visit_cash", "慰问金", Kind.YUAN, _way(Way.CASH), Sum("amount"), "期内方式为现金的走访金额之和。"),
    visit_figure(
        "care.visit_goods", "慰问品折价", Kind.YUAN, _way(Way.GOODS), Sum("amount"), "期内方式为实物的走访，物品折价之和。"
    ),
    visit_figure(
        "care.hardship_visited",
        "走访慰问困难职工",
        Kind.PEOPLE,
        visits.to_hardship,
        PEOPLE,
        "期内走访过的不同的人中，走访当天有困难职工档案在档的；不论走访类别。",
    ),
    visit_figure(
        "care.event_visits",
        "看望生病、生育、家有大事的职工",
        Kind.TURNS,
        _kinds(*EVENT_KINDS),
        TURNS,
        "期内类别为生病住院、生育、丧事、结婚的走访人次。",
    ),
    visit_figure(
        "care.over_cap",
        "超过限额的走访",
        Kind.PIECES,
        visits.over_cap,
        Count(),
        "期内金额超过当时限额（每人每次）乘人数的走访；限额见“政策标准”。只提示，不阻拦。",
    ),
    visit_figure(
        "care.no_receipt",
        "缺签领的走访",
        Kind.PIECES,
        visits.no_receipt,
        Count(),
        "期内给了现金或实物而没有签领的走访；精神慰问不需签领。",
    ),
)
BY_KIND = tuple(
    figure
    for kind in VisitKind
    for figure in (
        visit_figure(
            f"care.kind.{kind.slug}_turns", f"{kind}人次", Kind.TURNS, _kinds(kind), TURNS, f"期内类别为“{kind}”的走访人次。"
        ),
        visit_figure(
            f"care.kind.{kind.slug}_people",
            f"{kind}人数",
            Kind.PEOPLE,
            _kinds(kind),
            PEOPLE,
            f"期内类别为“{kind}”的走访中不同的人，每人只算一次。",
        ),
    )
)


def file_figure(key, label, rows, doc) -> Figure:
    return Figure(key, label, Kind.HOMES, rows, Count(), FILES, "care.files", doc, book=hardship.ever_filed, moment=True)


HARDSHIP = (
    file_figure(
        "care.files",
        "在档困难职工",
        hardship.open_files,
        "期末在档的困难职工档案，一户一档：建档日期不晚于期末，期末尚未退出。",
    ),
    file_figure(
        "care.unvisited_files", "在档而未走访的困难职工", hardship.unvisited, "期末在档、期内一次也没有走访过的困难职工。"
    ),
    file_figure(
        "care.stale_files", "一年未更新的困难职工档案", hardship.stale, "期末在档、最近一年没有复核或更新、建档也满一年的档案。"
    ),
)


def step_figure(key, label, kind, rows, measure, doc) -> Figure:
    return Figure(key, label, kind, rows, measure, STEPS, "care.watch", doc, book=helping.taken)


def watch_figure(key, label, rows, doc) -> Figure:
    return Figure(key, label, Kind.PEOPLE, rows, Distinct("person"), WATCHES, "care.watch", doc, book=helping.watched)


HELPING = (
    step_figure("care.talks", "帮教谈话", Kind.TIMES, _done(StepKind.TALK), Count(), "期内记录的帮教谈话次数，按谈话日期。"),
    step_figure(
        "care.jobs_coordinated",
        "协调工作岗位",
        Kind.TURNS,
        _settled(StepKind.JOB),
        Count(),
        "期内协调成的工作岗位，一次一人次，按解决日期；还在协调的不算。",
    ),
    step_figure(
        "care.families_helped",
        "帮助解决家庭矛盾和孩子就托接送的家庭",
        Kind.HOMES,
        _settled(*FAMILY_STEPS),
        Distinct("watch__home"),
        "期内解决了家庭矛盾或孩子就托接送问题的不同家庭，按户号；按解决日期。",
    ),
    watch_figure("care.watched", "帮教对象", helping.watched, "期内任何一天在帮教中的不同的人。"),
    watch_figure("care.released", "解除帮教", helping.released, "期内解除帮教的不同的人，按解除日期。"),
    Figure(
        "care.pairs",
        "结对帮扶",
        Kind.HOMES,
        helping.paired,
        HOMES,
        PAIRS,
        "care.read",
        "期内任何一天有人结对帮扶的不同家庭，按户号。",
        book=helping.paired,
    ),
)
FIGURES = (*VISITING, *BY_KIND, *HARDSHIP, *HELPING)
