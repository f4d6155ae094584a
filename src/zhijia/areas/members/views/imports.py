"""Bringing a roster in: hand in the file, look at what it would do, write it, take it back."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.members import forms, importing, queries, tables
from zhijia.areas.members.jobs import LARGE
from zhijia.core.files.storing import discard, store
from zhijia.core.imports.batches import undo
from zhijia.core.jobs.models import Job
from zhijia.core.jobs.queue import enqueue
from zhijia.core.org.web import needs
from zhijia.kit.formats import number
from zhijia.kit.pages import Button, confirm_page, list_page, preview_page, upload_page

IMPORT = "members.import"
CRUMBS = (("职工名册", "members:people"), ("导入花名册", "members:import"))
LABELS = {
    "name": "姓名", "sex": "性别", "birth": "出生日期", "place": "单位、班组", "standing": "在岗情况", "member": "会员",
    "joined_union": "入会时间",
}
TOTALS = (("staff", "职工"), ("members", "会员"), ("rate", "入会率"))


@needs(IMPORT)
def upload(request):
    """Hand in a roster; nothing is written yet."""
    form = forms.RosterForm(request.actor, request.POST or None, request.FILES or None)
    return upload_page(
        request, form, _kept, title="导入花名册", done=lambda stored: ("members:import_preview", stored.pk), crumbs=CRUMBS[:1],
        columns=importing.COLUMNS, buttons=(Button("以前的导入", "members:batches"),),
        note="把现有的 Excel 花名册原样选来就行：标题行、合并单元格、小计、几张工作表都不用改。",
    )


def _kept(actor, *, union, file):
    return store(union, file.name, file, actor)


@needs(IMPORT)
def preview(request, pk):
    """What the file would do, problems first; writing it is one press."""
    stored = get_object_or_404(queries.handed_in(request.actor), pk=pk)
    verdict = importing.judge_kept(request.actor, stored)
    large = len(verdict.rows) >= LARGE
    totals = [(label, _told(verdict.totals[key], key)) for key, label in TOTALS]
    return preview_page(
        request, verdict, partial(_write, stored=stored, verdict=verdict), title=f"核对：{stored.name}", totals=totals,
        labels=LABELS, back=reverse("members:import"), done=_after, said="" if large else "花名册已导入。", crumbs=CRUMBS,
        undo=None if large else lambda batch: reverse("members:undo_import", args=[batch.pk]),
    )


def _told(value, key):
    if value is None:
        return "没有记录"
    return f"{value} %" if key == "rate" else f"{number(value)} 人"


def _write(actor, *, stored, verdict):
    """Write, and let the file go: personal data is not kept twice. A large roster is a job with its own page."""
    if len(verdict.rows) >= LARGE:
        return enqueue("members.import", {"stored": stored.pk, "user": actor.user_id}, actor, union=stored.union)
    batch = importing.write(actor, stored.union, verdict)
    discard(stored)
    return batch


def _after(made):
    """Where writing leads: the roll, or the page of the job that writes."""
    return ("job", made.pk) if isinstance(made, Job) else "members:people"


@needs(IMPORT)
def batches(request):
    """Rosters brought in before; each can be taken back for thirty days."""
    return list_page(
        request, queries.batches(request.actor), tables.BATCHES, title="花名册导入记录", unit="次", crumbs=CRUMBS,
    )


@needs(IMPORT)
def undo_import(request, pk):
    """Take an import back whole."""
    batch = get_object_or_404(queries.batches(request.actor), pk=pk, undone_at=None)
    new, changed = batch.counts.get("new", 0), batch.counts.get("changed", 0)
    question = f"撤销 {batch} 吗？\n这次新增的 {new} 人会从名册里去掉，改动的 {changed} 人恢复原样。"
    return confirm_page(
        request, partial(undo, batch=batch, power=IMPORT), title="撤销导入", question=question, done="members:people",
        said="已撤销，名册恢复到导入以前。", danger=True, crumbs=CRUMBS,
    )
