"""Pages that bring a register of proposals in: hand it in, look at it, write it, take it back."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.congress import importing
from zhijia.areas.congress.actions import proposals as actions
from zhijia.areas.congress.forms import proposals as forms
from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.tables import proposals as tables
from zhijia.core.files.storing import discard, on_disk
from zhijia.core.imports.batches import undo
from zhijia.core.org.web import needs
from zhijia.kit.pages import Button, confirm_page, list_page, preview_page, upload_page

EDIT = queries.EDIT
ALL = (("提案", "congress:proposals"),)
TOTALS = {"received": "收到（件）", "after_merging": "并案后（件）"}


@needs(EDIT)
def import_proposals(request):
    """Hand in a register."""
    form = forms.UploadForm(request.actor, request.POST or None, request.FILES or None)
    return upload_page(
        request, form, actions.hand_in, title="导入提案登记表", done=_preview, columns=importing.PROPOSALS.columns,
        cancel="congress:proposals", buttons=(Button("以前的导入", "congress:proposal_imports"),), crumbs=ALL,
    )


@needs(EDIT)
def preview_proposals(request, pk):
    """What a register would do, problems first; then write it."""
    stored = get_object_or_404(queries.waiting(request.actor), pk=pk)
    options = {"year": request.GET.get("year", "")}
    with on_disk(stored) as path:
        verdict = importing.judge(
            request.actor, stored.union, path, name=stored.name, options=options, today=timezone.localdate(),
        )
    return preview_page(
        request, verdict, partial(_written, stored=stored, verdict=verdict), title="核对提案登记表",
        done="congress:proposal_imports", labels=importing.LABELS, back=reverse("congress:import_proposals"), unit="件",
        totals=[(TOTALS[key], value) for key, value in verdict.totals.items()], crumbs=ALL,
        undo=lambda batch: reverse("congress:undo_proposals", args=[batch.pk]),
    )


def _written(actor, *, stored, verdict):
    """Write what was looked at; the file has done its service."""
    batch = importing.write(actor, stored.union, verdict)
    discard(stored)
    return batch


def _preview(handed):
    stored, year = handed
    return f"{reverse('congress:preview_proposals', args=[stored.pk])}?year={year}"


@needs(EDIT)
def proposal_imports(request):
    """Registers brought in so far."""
    return list_page(request, queries.batches(request.actor), tables.BATCHES, title="导入过的提案", crumbs=ALL, unit="次")


@needs(EDIT)
def undo_proposals(request, pk):
    """Take an import back."""
    batch = get_object_or_404(queries.batches(request.actor), pk=pk)
    return confirm_page(
        request, partial(undo, batch=batch, power=EDIT), title="撤销导入", danger=True, done="congress:proposal_imports",
        said="已撤销。", submit="撤销", question=f"撤销“{batch}”？它带进来的提案都会去掉，改过的恢复原样。", crumbs=ALL,
    )
