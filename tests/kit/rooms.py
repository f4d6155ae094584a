"""A room of the tests' own: pages over unions and accounts, mounted beside the house's."""

from functools import partial

from django import forms
from django.http import HttpResponse
from django.urls import include, path
from django.views.decorators.http import require_POST

from zhijia.core.org.models import Kind, Union, User
from zhijia.core.refused import Refused
from zhijia.kit import forms as kit
from zhijia.kit.filters import Between, Choice, Contains, FilterSet, YesNo
from zhijia.kit.imports import CHANGED, LEFT_OUT, NEW, SAME, JudgedRow, Problem, Verdict
from zhijia.kit.lookups import LookupField
from zhijia.kit.pages import (
    Button,
    Section,
    confirm_page,
    desk_page,
    detail_page,
    form_page,
    list_page,
    message_page,
    preview_page,
    print_page,
    progress_page,
    result_page,
    trace_page,
    upload_page,
)
from zhijia.kit.tables import Column, Table

UNIONS = Table(
    (
        Column("name", "名称", link="kit_union", sort="name", search=True),
        Column("kind", "类型", kind="badge", tones={"县总工会": "good"}, sort="kind"),
        Column("founded_on", "建会时间", kind="date", sort="founded_on"),
        Column("money", "经费", kind="money", value=lambda union: 4000),
        Column("phone", "电话", kind="masked", value=lambda union: "13812345678", phone=False),
        Column("code", "代码", power="house.keep"),
    ),
    empty="还没有工会。点“新建工会”开始。",
)


class UnionFilters(FilterSet):
    kind = Choice("kind", label="类型", choices=Kind.choices)
    founded = Between("founded_on", label="建会时间")
    part = Contains("name", label="名称含")
    open = YesNo("dissolved_on", label="仍在", lookup_expr="isnull")


class NameForm(kit.Form):
    name = forms.CharField(label="名称", max_length=20)
    on = kit.DayField(label="日期", required=False)
    money = kit.MoneyField(label="金额（元）", required=False)


class WhoForm(kit.Form):
    who = LookupField(
        label="走访谁", thing="人", find=lambda words: User.objects.filter(name__contains=words).order_by("pk"),
        label_of=lambda user: f"{user.name} · {user.username}",
    )


def rename(actor, name, on, money):
    """Add to a name; the tests count how often."""
    if name == "不行":
        raise Refused("这个名称已经有单位用了，请换一个。")
    User.objects.create(username=f"made-{User.objects.count()}", name=name)
    return name


def list_of_unions(request):
    new = Button("新建工会", "/kit/form/", "primary")
    keep = Button("备份", "/kit/form/", power="house.keep")
    return list_page(request, Union.objects.all(), UNIONS, title="工会", filters=UnionFilters, buttons=(new, keep))


def union(request, pk):
    found = Union.objects.get(pk=pk)
    below = Section("下级工会", table=UNIONS, rows=found.children.all(), empty="没有下级。")
    return detail_page(request, title=found.name, facts=[("类型", found.kind), ("地区", "")], sections=[below])


def verdict(*statuses, problems=()):
    rows = [JudgedRow("花名册", n, status, {"name": f"张{n}"}) for n, status in enumerate(statuses, 5)]
    return Verdict("roster", "花名册.xlsx", "", rows, list(problems), {})


WRONG = Problem("花名册", 12, "身份证号", "id_check_digit", "最后一位校验码不对<b>")


def preview(request, statuses=(NEW, NEW, CHANGED, SAME, LEFT_OUT)):
    return preview_page(
        request, verdict(*statuses, problems=[WRONG]), lambda actor: rename(actor, "导入的人", None, None),
        title="核对", done="/kit/unions/", labels={"name": "姓名"}, back="/kit/upload/",
    )


class UploadForm(kit.Form):
    file = kit.FileField(label="花名册", kinds=(".xlsx",))


def refuse(request):
    raise Refused("三月会费已结账，请记入四月。")


def trace(request):
    return trace_page(request, "工会数", "2 个", Union.objects.filter(code="mill"), UNIONS, "现有工会", all_rows=2)


urlpatterns = [
    path("kit/unions/", list_of_unions),
    path("kit/unions/<int:pk>/", union, name="kit_union"),
    path("kit/form/", lambda r: form_page(
        r, NameForm(r.POST or None), rename, title="新建", done="/kit/unions/", undo=lambda name: "/kit/undo/")),
    path("kit/who/", lambda r: form_page(
        r, WhoForm(r.POST or None), lambda actor, who: who.pk, title="走访", done=lambda pk: f"/kit/unions/{pk}/")),
    path("kit/confirm/", lambda r: confirm_page(
        r, partial(rename, name="确认的人", on=None, money=None), title="签发", question="签发后不能改。\n确定吗？",
        done="/kit/unions/", danger=True, cancel="/kit/unions/")),
    path("kit/message/", lambda r: message_page(r, title="好了", text="第一句。\n第二句。")),
    path("kit/upload/", lambda r: upload_page(
        r, UploadForm(r.POST or None, r.FILES or None), lambda actor, file: file.name, title="导入",
        done="/kit/preview/", columns=("姓名", "身份证号"))),
    path("kit/preview/", preview),
    path("kit/nothing/", lambda r: preview(r, (SAME, LEFT_OUT))),
    path("kit/result/", lambda r: result_page(
        r, title="已导入", said="写入 2 人。", counts={NEW: 2, SAME: 0, CHANGED: 0, LEFT_OUT: 0}, undo_url="/kit/undo/")),
    path("kit/progress/", lambda r: progress_page(
        r, title="正在导入", finished=8200, total=20000, then=r.GET.get("then", ""))),
    path("kit/print/", lambda r: print_page(
        r, title="登记表", unit="红旗厂工会", sections=[Section(facts=[("姓名", "王芳")])], signatures=("填表人",))),
    path("kit/trace/", trace),
    path("kit/desk/", lambda r: desk_page(r, ())),
    path("kit/refuse/", refuse),
    path("kit/undo/", require_POST(lambda r: HttpResponse())),
    path("", include("zhijia.site.urls")),
]
handler403 = "zhijia.kit.errors.denied"
handler404 = "zhijia.kit.errors.missing"
