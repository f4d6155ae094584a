"""What the pages of care share: protected data shown only with a trace, a hardship file in words, a book in Word."""


from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.care import queries, rules, tables
from zhijia.core.private.masking import mask_bank
from zhijia.core.trail.looks import looked
from zhijia.kit import formats
from zhijia.kit.buttons import Button
from zhijia.kit.formats import day
from zhijia.kit.html import text
from zhijia.kit.pages import Section, form_page
from zhijia.kit.tables import Column, Table

TITLES = {"visits": "走访慰问", "files": "困难职工", "watches": "帮教", "pairs": "结对帮扶", "imports": "导入过的登记簿"}
NO_LINE = "还没有填写当地低保标准，不能按公式判断。请在“政策标准”里填写。"
NO_FACTS = "还没有登记家庭月收入和人口，不能按公式判断。"
TESTS = Table(
    (
        Column("category", "类别"),
        Column("said", "条件", kind="long"),
        Column("holds", "符合", value=lambda test: "符合" if test.holds else "不符合", kind="badge", tones={"符合": "good"}),
    )
)


def seen(request, people, group: str, purpose: str, page):
    """Show a page with protected data only after the look is written down; if that fails, nothing is shown."""
    others = [person for person in people if person and not _own(request.actor, person)]
    with transaction.atomic():
        looked(request.actor, others, group, purpose)
        return page()


def _own(actor, person) -> bool:
    return person.account_id is not None and person.account_id == actor.user_id


def act(request, record, name: str, form, action, title: str, **more):
    """A form for one step of one record, which leads back to the record."""
    return form_page(
        request,
        form,
        lambda actor, **told: action(actor, record, **told),
        title=title,
        note=str(record),
        done=(f"care:{name}", record.pk),
        **more,
    )


def warned(sentences: list[str]) -> list[Section]:
    return [Section("请看", words="\n".join(sentences))] if sentences else []


def to(label: str, name: str, record, power: str, kind="plain") -> Button:
    return Button(label, reverse(f"care:{name}", args=[record.pk]), kind, power)


def at(name: str):
    return lambda record: (f"care:{name}", record.pk)


def up(name: str):
    return ((TITLES[name], f"care:{name}"),)


def fragment(words: str) -> HttpResponse:
    """A piece of a page as htmx asks for it."""
    return HttpResponse(text(words))


def visit_facts(visit) -> tuple:
    """A visit in words."""
    return (
        ("走访日期", visit.on),
        ("类别", visit.kind),
        ("被慰问人", tables.visited(visit)),
        ("部门班组", visit.group_name),
        ("户号", visit.home_code),
        ("方式", visit.way),
        ("金额或折价", formats.yuan(visit.amount)),
        ("物品", visit.goods),
        ("慰问人", visit.visitors),
        ("签领", tables.receipt(visit)),
        ("关系、事由", visit.reason),
        ("诉求与答复", visit.asked),
        ("后续跟踪", f"{visit.follow_up} {visit.follow_up_on or ''}".strip()),
        ("经费科目", visit.budget_line),
        ("审批号", visit.approval),
        ("备注", visit.note),
        ("登记时间", formats.moment(visit.recorded_at)),
        ("作废", visit.voided_on and f"{visit.voided_on} {visit.void_why}"),
    )


def file_facts(file) -> tuple:
    """A hardship file in words."""
    return (
        ("编号", file.number),
        ("进度", file.stage),
        ("困难类别", file.category),
        ("单位", file.union),
        ("申请日期", day(file.applied_on)),
        ("单独同意", day(file.consent_on)),
        ("入户调查", f"{day(file.surveyed_on)} {file.surveyors}".strip()),
        ("评议", day(file.judged_on)),
        ("公示开始", day(file.posted_on)),
        ("建档", day(file.filed_on)),
        ("退出或终止", f"{day(file.ended_on)} {file.ended_why}".strip()),
        ("家庭月收入", yuan(file.income)),
        ("家庭人口", file.size and f"{file.size} 人"),
        ("每月困难支出", yuan(file.spending)),
        ("存款等资产", yuan(file.assets)),
        ("主要致困原因", file.cause),
        ("健康状况", file.health),
        ("情况说明", file.story),
        ("家庭住址", file.address),
        ("银行卡号", mask_bank(file.bank)),
        ("户号", file.home_code),
    )


def yuan(told: str) -> str:
    return f"{told} 元" if told else ""


def judgement(file) -> Section:
    """What the formula says to a file, every test with its terms."""
    found, missing = _judged(file)
    if found is None:
        return Section("按公式判断", words=missing)
    said = f"按公式属于：{found.category}。" if found.category else "按公式不属于三类困难。"
    return Section("按公式判断", words=f"{said}仅供评议参考，以评议结果为准。", table=TESTS, rows=list(found.tests), limit=None)


def suggested_class(file) -> str:
    """The class the formula gives, to be chosen already; "" when it gives none."""
    found, _ = _judged(file)
    return found.category if found and found.category else ""


def _judged(file):
    home = queries.hardship.household(file)
    line = queries.warnings.line_of(file.union, timezone.localdate())
    if home is None:
        return None, NO_FACTS
    return (None, NO_LINE) if line is None else (rules.classify(home, line), "")


def leaves(request) -> bool:
    """Whether a book is asked for on paper or as a file."""
    return any(request.GET.get(name) for name in ("print", "export"))
