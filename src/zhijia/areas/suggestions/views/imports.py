"""Pages that bring a register in: hand it in or paste it, look at it, write it, take it back."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.suggestions import actions, forms, importing, queries, tables
from zhijia.areas.suggestions.views.showing import LIST, RAISE
from zhijia.core.files.storing import discard, on_disk
from zhijia.core.imports.batches import undo
from zhijia.core.org.web import needs
from zhijia.kit.pages import Button, confirm_page, form_page, list_page, preview_page, upload_page

IMPORTS = (*LIST, ("导入", "suggestions:import_list"))


def _preview(stored):
    return ("suggestions:preview", stored.pk)


@needs(RAISE)
def import_list(request):
    """Hand in a register."""
    form = forms.UploadForm(request.actor, request.POST or None, request.FILES or None)
    return upload_page(
        request, form, actions.hand_in, title="导入建议登记", done=_preview, columns=importing.SUGGESTIONS.columns, crumbs=LIST,
        cancel="suggestions:suggestions",
        buttons=(Button("粘贴接龙", "suggestions:paste"), Button("以前的导入", "suggestions:imports")),
    )


@needs(RAISE)
def paste(request):
    """Paste the lines of a chat."""
    form = forms.PasteForm(request.actor, request.POST or None)
    return form_page(
        request, form, actions.hand_in_pasted, title="粘贴接龙", done=_preview, submit="下一步：核对", said="", crumbs=LIST,
        cancel="suggestions:suggestions",
    )


@needs(RAISE)
def preview(request, pk):
    """What a register would do, problems first; then write it."""
    stored = get_object_or_404(queries.waiting_files(request.actor), pk=pk)
    year = {"year": request.GET.get("year", "")}
    with on_disk(stored) as path:
        verdict = importing.judge(
            request.actor, stored.union, path, name=stored.name, options=year, today=timezone.localdate()
        )
    return preview_page(
        request, verdict, partial(_written, stored=stored, verdict=verdict), title="核对建议登记", done="suggestions:imports",
        labels=importing.LABELS, back=reverse("suggestions:import_list"), unit="件", crumbs=IMPORTS,
        undo=lambda batch: reverse("suggestions:undo_import", args=[batch.pk]),
    )


def _written(actor, *, stored, verdict):
    """Write what was looked at; the file has done its service."""
    batch = importing.write(actor, stored.union, verdict)
    discard(stored)
    return batch


@needs(RAISE)
def imports(request):
    """Registers brought in so far."""
    return list_page(request, queries.batches(request.actor), tables.BATCHES, title="导入过的建议登记", crumbs=LIST, unit="次")


@needs(RAISE)
def undo_import(request, pk):
    """Take an import back."""
    batch = get_object_or_404(queries.batches(request.actor), pk=pk)
    return confirm_page(
        request, partial(undo, batch=batch, power=RAISE), title="撤销导入", danger=True, done="suggestions:imports",
        said="已撤销。", submit="撤销", question=f"撤销“{batch}”？它带进来的建议都会去掉。", crumbs=IMPORTS,
    )
