"""How letters and problems read. No list on the screen shows what is sealed; the register on paper does, with a trace."""

from django.utils import timezone

from zhijia.areas.relations.rules.steps import clock
from zhijia.kit.tables import Column, Table

STAGE_TONES = {"已登记": "warn", "已转办": "warn", "已答复": "good", "重新办理": "warn", "已回访": "good", "已作废": "quiet"}
VERDICT_TONES = {"满意": "good", "基本满意": "good", "不满意": "bad"}


def stage(case) -> str:
    """Where a case stands; a voided one says so."""
    return "已作废" if case.voided_on else case.stage


def letter_clock(letter) -> str:
    return "" if letter.voided_on else clock(*letter.clock, timezone.localdate())


def problem_clock(problem) -> str:
    return clock(problem.due_on, problem.answered_on, timezone.localdate())


def late(said: str) -> str | None:
    """The tone of a row by its clock."""
    return "bad" if said.startswith("逾期") else None


LETTERS = Table(
    (
        Column("number", "编号", link="relations:letter", sort="number", search=True),
        Column("on", "日期", kind="date", sort="on"),
        Column("way", "方式", phone=False),
        Column("who", "姓名", search=("name", "person__name")),
        Column("topic", "类别", sort="topic"),
        Column("handed_to", "转办", phone=False),
        Column("due", "期限", value=lambda letter: letter.clock[0], kind="date"),
        Column("clock", "时限", value=letter_clock),
        Column("stage", "进度", value=stage, kind="badge", tones=STAGE_TONES, sort="stage"),
        Column("verdict", "回访", value="last_verdict", kind="badge", tones=VERDICT_TONES, phone=False),
    ),
    empty="还没有来信来访。点“登记来信来访”，从收到那天起计时。", name="来信来访登记",
    mark=lambda letter: late(letter_clock(letter)),
)
BOOK = Table(
    (
        Column("number", "编号"),
        Column("on", "日期", kind="date"),
        Column("who", "姓名/匿名"),
        Column("demand", "诉求", kind="long"),
        Column("topic", "类别"),
        Column("handed_to", "转办"),
        Column("due_on", "期限", kind="date"),
        Column("answer", "答复", value=lambda letter: letter.again_answer or letter.answer, kind="long"),
        Column("answered_on", "答复日期", value=lambda letter: letter.again_answered_on or letter.answered_on, kind="date"),
        Column("verdict", "回访满意", value="last_verdict"),
    ),
    empty="还没有来信来访。", name="来信来访登记",
)
COUNTED = Table(
    tuple(column for column in LETTERS.columns if column.key != "who"), empty=LETTERS.empty, name="来信来访"
)
OWN = Table(
    (
        Column("number", "编号", link="relations:my_letter"),
        Column("on", "日期", kind="date"),
        Column("topic", "类别"),
        Column("due", "答复期限", value=lambda letter: letter.clock[0], kind="date"),
        Column("clock", "时限", value=letter_clock),
        Column("stage", "进度", value=stage, kind="badge", tones=STAGE_TONES),
    ),
    empty="您还没有反映过诉求。点“反映诉求”。", name="我的诉求",
)
PROBLEMS = Table(
    (
        Column("title", "问题", link="relations:problem", search=True, sort="title"),
        Column("union", "反映的工会", value="union.name", phone=False),
        Column("above", "上级工会", phone=False),
        Column("sent_on", "反映日期", kind="date", sort="sent_on"),
        Column("due_on", "答复期限", kind="date", sort="due_on"),
        Column("clock", "时限", value=problem_clock),
        Column("answered_on", "答复日期", kind="date", sort="answered_on"),
    ),
    empty="还没有向上级工会反映问题。点“反映问题”，或在一件来信来访里点“向上级工会反映”。", name="向上级工会反映的问题",
    mark=lambda problem: late(problem_clock(problem)),
)
