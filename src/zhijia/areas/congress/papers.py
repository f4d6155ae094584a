"""Papers of a sitting in official form (公文): minutes, resolutions, results, sign-in list, report to the union above."""

from zhijia.areas.congress.models import Attendance, Item, Sitting
from zhijia.areas.congress.queries import sittings, wording
from zhijia.areas.congress.tables.sittings import became
from zhijia.kit.paper import Col, Grid, Paper, Para, numbered, official_date

SIGN_IN = (
    Col("序号", 2.5), Col("姓名", 5), Col("部门", 8), Col("到会情况", 4.5), Col("缺席原因", 7), Col("签名", 6),
)
RESULT = (
    Col("大会", 8), Col("应到", 2.5), Col("实到", 2.5), Col("同意", 2.5), Col("不同意", 3), Col("弃权", 2.5), Col("须超过", 3),
    Col("结果", 3.5),
)


def minutes(sitting: Sitting) -> Paper:
    """会议纪要"""
    body = [Para(line) for line in sitting.minutes.splitlines() if line.strip()]
    return Paper(f"{sitting.title}\n会议纪要", body=body, signed_by=sitting.union.name, dated=sitting.closed_on)


def resolutions(sitting: Sitting) -> Paper:
    """决议: every resolution of the sitting under its heading."""
    body: list[Para | Grid] = []
    found = list(sitting.resolutions.select_related("item"))
    for each in found:
        if len(found) > 1:
            body.append(Para(f"{each.item.number}. {each}", 3))
        body += [Para(line) for line in each.text.splitlines() if line.strip()]
    dated = sitting.published_on or sitting.closed_on
    return Paper(f"{sitting.title}\n决议", body=body, signed_by=sitting.title, dated=dated)


def results(sitting: Sitting) -> Paper:
    """表决结果报告单: one table a matter, with the hands that sign it."""
    body: list[Para | Grid] = [Para(wording.numbers(sitting))]
    for item in sitting.items.filter(kind=Item.Kind.DECIDE):
        rows = [_result(each) for each in sittings.ballots(item)]
        body.append(Grid(RESULT, rows, title=f"{item.number}. {item.title}（{became(item)}）"))
    body.append(Para("总监票人：＿＿＿＿＿＿　　监票人：＿＿＿＿＿＿　　计票人：＿＿＿＿＿＿"))
    return Paper(f"{sitting.title}\n表决结果报告单", body=body, dated=sitting.on)


def _result(ballot) -> list:
    counts = ballot.counts or (None, None, None)
    told = {None: "未表决", True: "通过", False: "未通过"}[ballot.carried]
    least = ballot.needed - 1 if ballot.needed else None
    return [str(ballot.chamber.congress), ballot.chamber.entitled, ballot.chamber.present, *counts, least, told]


def sign_in(sitting: Sitting, *, reasons=True) -> Paper:
    """签到表: a table a chamber, to be signed where nobody signed on a phone; `reasons`: why someone did not come."""
    body: list[Para | Grid] = []
    for chamber in sitting.chambers.select_related("congress"):
        lines = Attendance.objects.filter(chamber=chamber).select_related("delegate__person__union")
        rows = [
            [n, _name(line), str(line.delegate.person.union), line.coming, line.reason if reasons else "", _signed(line)]
            for n, line in enumerate(lines, 1)
        ]
        counted = f"应到 {chamber.entitled or 0} 人，实到 {chamber.present or 0} 人"
        body.append(Grid(SIGN_IN, rows, title=f"{chamber.congress}（{counted}）"))
    return Paper(f"{sitting.title}\n签到表", body=body, dated=sitting.on)


def _signed(line) -> str:
    return "本人扫码" if line.own else ""


def _name(line) -> str:
    return f"{line.delegate.person}{'（列席）' if line.delegate.observer else ''}"


def report(sitting: Sitting) -> Paper:
    """报告: to the union above, what met, what it heard and resolved."""
    heard = [f"《{item.title}》" for item in sitting.items.filter(kind=Item.Kind.REPORT, heard=True)]
    decided = [
        Para(f"《{item.title}》：{wording.vote(item)}{became(item)}。")
        for item in sitting.items.filter(kind=Item.Kind.DECIDE).exclude(carried=None)
    ]
    body = [
        Para(f"{sitting.union.name}于{official_date(sitting.on)}召开{sitting.title}，现将有关情况报告如下。"),
        Para("会议召开情况", 1), Para(f"{wording.numbers(sitting)}到会人数符合规定。"),
        Para("听取报告情况", 1),
        Para(f"会议听取报告 {len(heard)} 件：{'、'.join(heard)}。" if heard else "本次会议没有听取报告。"),
        Para("审议表决情况", 1), *(decided or [Para("本次会议没有表决事项。")]),
        Para("会议决议", 1), Para(_resolved(sitting)), Para("特此报告。"),
    ]
    to = str(sitting.union.parent) if sitting.union.parent_id else "上级工会"
    attached = [f"{sitting.title}决议"] if sitting.resolutions.exists() else []
    return Paper(
        f"关于召开{sitting.title}的报告", to=to, body=numbered(body), signed_by=sitting.union.name,
        dated=sitting.reported_on or sitting.closed_on, attachments=attached,
    )


def _resolved(sitting) -> str:
    names = "、".join(str(each) for each in sitting.resolutions.select_related("item"))
    public = f"，已于{official_date(sitting.published_on)}公布" if sitting.published_on else ""
    return f"会议形成{names}{public}。" if names else "本次会议没有形成决议。"


KINDS = {
    "minutes": ("会议纪要", minutes), "resolutions": ("决议", resolutions), "results": ("表决结果报告单", results),
    "sign-in": ("签到表", sign_in), "report": ("报告", report),
}


def paper(sitting: Sitting, kind: str, *, reasons=True) -> tuple[Paper, str]:
    """(the paper, its name); KeyError for an unknown kind. `reasons`: a sign-in list tells why someone did not come."""
    label, write = KINDS[kind]
    written = sign_in(sitting, reasons=reasons) if kind == "sign-in" else write(sitting)
    return written, f"{sitting.short}{label}"
