"""How plans and their items read."""

from zhijia.areas.plan.models import State
from zhijia.areas.plan.queries import goals
from zhijia.kit.tables import Column, Table

TONES = {"逾期": "bad", "临近": "warn", "已完成": "good", "已取消": "quiet", "进行中": "quiet"}
PLANS = Table(
    (
        Column("title", "计划", link="plan:plan", search=True, sort="title"),
        Column("union", "工会", value="union.name", phone=False),
        Column("year", "年度", value=lambda plan: str(plan.year), sort="year"),
        Column(
            "state",
            "状态",
            kind="badge",
            tones={State.DRAFT.value: "warn", State.ADOPTED.value: "good"},
            sort="state",
        ),
        Column("adopted_on", "通过日期", kind="date", sort="adopted_on"),
    ),
    empty="还没有计划。点“拟定计划”，可以从上年没做完的事和工会年历开始。",
    name="工作计划",
)
ITEMS = Table(
    (
        Column("what", "工作内容", link="plan:item", search=True, sort="what"),
        Column("owner", "责任人", sort="owner"),
        Column("due", "完成时限", kind="date", sort="due"),
        Column("measure", "措施", kind="long", phone=False),
        Column("state", "状态", kind="badge", tones=TONES),
        Column("union", "工会", value="plan.union.name", phone=False),
    ),
    empty="计划里还没有事项。",
    name="计划事项",
)
BOARD = Table(
    (
        Column("number", "序号", value="item.number"),
        Column("what", "工作内容", value="item.what", link=("plan:item", "item.pk")),
        Column("target", "目标、指标", value=lambda row: target(row.item), phone=False),
        Column("measure", "措施", value="item.measure", kind="long", phone=False),
        Column("owner", "责任人", value="item.owner"),
        Column("helper", "协助", value="item.helper", phone=False),
        Column("span", "起止", value=lambda row: span(row.item)),
        Column("money", "经费", value="item.money", kind="money", phone=False),
        Column("progress", "进度", value=lambda row: str(row.progress)),
        Column("pressing", "状态", kind="badge", tones=TONES),
        Column("finish_mark", "完成标志", value="item.finish_mark", phone=False),
    ),
    empty="计划里还没有事项。点“添加事项”。",
    mark=lambda row: {"逾期": "bad", "临近": "warn", "已取消": "quiet"}.get(row.pressing),
)


def target(item) -> str:
    """The aim in words, with the goal on a figure behind it."""
    wanted = next((each for each in goals() if each.key == item.goal_key), None)
    goal = f"{wanted.label}{item.goal_way} {item.goal_value.normalize():f} {wanted.kind}" if wanted else ""
    return "；".join(part for part in (item.target, goal) if part)


def span(item) -> str:
    """From when to when, within the year of the plan."""
    return f"{_day(item.start)}至{_day(item.due)}" if item.start else f"{_day(item.due)}前"


def _day(on) -> str:
    return f"{on.month}月{on.day}日"
