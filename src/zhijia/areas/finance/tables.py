"""How donations and dues read on a page, in a file, behind a figure."""

from dataclasses import replace

from zhijia.areas.finance.queries import NEVER
from zhijia.kit.tables import Column, Table

UNNAMED = "未留名"


def month(value) -> str:
    return f"{value:%Y-%m}" if value and value != NEVER else ""


DRIVES = Table(
    (
        Column("title", "名称", link="finance:drive", search=True, sort="title"),
        Column("union", "工会", phone=False),
        Column("opened_on", "发起日期", kind="date", sort="opened_on"),
        Column("closed_on", "截止日期", kind="date", phone=False),
        Column("givers", "捐款人数", kind="number"),
        Column("raised", "共捐", kind="money"),
        Column("used", "已用", kind="money"),
        Column("left", "结余", kind="money"),
    ),
    empty="还没有捐款活动。点“发起捐款”登记一次。",
    name="捐款活动",
)
GIFTS = Table(
    (
        Column("on", "日期", kind="date", sort="on"),
        Column("name", "捐款人", value=lambda gift: gift.name or UNNAMED, search=True),
        Column("drive", "捐款活动", link=("finance:drive", "drive_id"), phone=False),
        Column("amount", "金额", kind="money", sort="amount"),
        Column("named", "姓名公布", value=lambda gift: "同意" if gift.named else "不公布"),
    ),
    empty="还没有收到捐款。点“登记捐款”。",
    name="捐款登记",
)
USES = Table(
    (
        Column("on", "日期", kind="date", sort="on"),
        Column("what", "用途"),
        Column("drive", "捐款活动", link=("finance:drive", "drive_id"), phone=False),
        Column("amount", "金额", kind="money", sort="amount"),
    ),
    empty="捐款还没有使用。",
    name="捐款使用",
)
USES_PUBLISHED = Table(
    (Column("on", "日期", kind="date"), Column("what", "用途"), Column("amount", "金额", kind="money")),
    empty="捐款还没有使用。",
    name="捐款使用明细",
)
PUBLISHED = Table(
    (Column("name", "捐款人"), Column("amount", "金额", kind="money")), empty="没有同意公布姓名的捐款人。", name="捐款公布"
)
DUES = Table(
    (
        Column("month", "月份", value=lambda row: month(row.month), sort="month"),
        Column("person", "姓名", search="person__name", sort="person__name"),
        Column("group", "部门班组", value="person.union.name", phone=False),
        Column("base", "舍尾基数", kind="money", phone=False),
        Column("due", "应缴", kind="money", sort="due"),
        Column("paid", "实缴", kind="money", sort="paid"),
        Column("owed", "欠缴", kind="money"),
        Column("way", "方式", phone=False),
        Column("paid_on", "缴纳日期", kind="date", phone=False),
        Column(
            "state",
            "状态",
            value=lambda row: "欠缴" if row.owed else "已缴",
            kind="badge",
            tones={"欠缴": "warn", "已缴": "good"},
        ),
    ),
    empty="还没有会费记录。先“逐人开单”登记工资基数，以后每月点“按上月基数开单”。",
    name="会费收缴表",
)
DUES_WITH_PAY = replace(
    DUES,
    columns=(
        *DUES.columns,
        Column("do", "办理", value=lambda row: "收缴" if row.owed else "", link="finance:pay", export=False),
    ),
)
OWN_DUES = Table(
    (
        Column("month", "月份", value=lambda row: month(row.month)),
        Column("due", "应缴", kind="money"),
        Column("paid", "实缴", kind="money"),
        Column("paid_on", "缴纳日期", kind="date"),
        Column("way", "方式"),
    ),
    empty="没有会费记录。",
    name="会费",
)
ARREARS = Table(
    (
        Column("person__name", "姓名", search="person__name"),
        Column("person__union__name", "部门班组", phone=False),
        Column("open_months", "欠缴月数", kind="number"),
        Column("row_months", "连续欠缴月数", kind="number"),
        Column("since", "最早欠缴", value=lambda row: month(row["since"])),
        Column("owed", "欠缴合计", kind="money"),
        Column(
            "warn", "提示", value=lambda row: "够提醒月数" if row["warn"] else "", kind="badge", tones={"够提醒月数": "bad"}
        ),
    ),
    empty="没有人欠缴会费。",
    name="会费欠缴",
    mark=lambda row: "warn" if row["warn"] else None,
)
