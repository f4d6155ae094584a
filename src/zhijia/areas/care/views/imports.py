"""Pages that bring a visit book in: hand it in, look at it, write it, take it back."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.care import actions, forms, importing, queries, tables
from zhijia.areas.care.views.showing import up
from zhijia.core.files.storing import discard, on_disk
from zhijia.core.imports.batches import undo
from zhijia.core.org.web import needs
from zhijia.kit.pages import Button, confirm_page, list_page, preview_page, upload_page

VISIT = "care.visit"


@needs(VISIT)
def import_visits(request):
    """Hand in a visit book."""
    form = forms.UploadForm(request.actor, request.POST or None, request.FILES or None)
    return upload_page(
        request,
        form,
        actions.hand_in,
        title="导入走访登记簿",
        done=_preview,
        columns=importing.VISITS.columns,
        cancel="care:visits",
        buttons=(Button("以前的导入", "care:imports"),),
        crumbs=up("visits"),
    )


@needs(VISIT)
def preview_visits(request, pk):
    """What a visit book would do, problems first; then write it."""
    stored = get_object_or_404(queries.uploads.waiting(request.actor), pk=pk)
    with on_disk(stored) as path:
        verdict = importing.judge(
            request.actor,
            stored.union,
            path,
            name=stored.name,
            options={"year": request.GET.get("year", "")},
            today=timezone.localdate(),
        )
    names = {"people": "人", "visits": "人次", "households": "户", "cash": "慰问金（元）", "goods": "物品折价（元）"}
    return preview_page(
        request,
        verdict,
        partial(_written, stored=stored, verdict=verdict),
        title="核对走访登记簿",
        done="care:imports",
        labels=importing.LABELS,
        back=reverse("care:import_visits"),
        unit="条",
        totals=[(names[key], value) for key, value in verdict.totals.items()],
        crumbs=up("visits"),
        undo=lambda batch: reverse("care:undo_import", args=[batch.pk]),
    )


def _written(actor, *, stored, verdict):
    """Write what was looked at; the file has done its service."""
    batch = importing.write(actor, stored.union, verdict)
    discard(stored)
    return batch


def _preview(handed):
    stored, year = handed
    return f"{reverse('care:preview_visits', args=[stored.pk])}?year={year}"


@needs(VISIT)
def imports(request):
    """Visit books brought in so far."""
    return list_page(
        request, queries.uploads.batches(request.actor), tables.BATCHES, title="导入过的登记簿", crumbs=up("visits"), unit="次"
    )


@needs(VISIT)
def undo_import(request, pk):
    """Take an import back."""
    batch = get_object_or_404(queries.uploads.batches(request.actor), pk=pk)
    return confirm_page(
        request,
        partial(undo, batch=batch, power=VISIT),
        title="撤销导入",
        danger=True,
        done="care:imports",
        said="已撤销。",
        submit="撤销",
        question=f"撤销“{batch}”？它带进来的走访都会去掉，改过的恢复原样。",
        crumbs=up("imports"),
    )
