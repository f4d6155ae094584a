"""The tellers: each keys what they counted, alone; the signed sheet as a picture."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from zhijia.areas.voting import actions, forms, queries
from zhijia.areas.voting.views.showing import COUNT, READ, crumbs, here
from zhijia.core.files.storing import download
from zhijia.core.org.web import needs
from zhijia.kit.html import tag
from zhijia.kit.pages import form_page

ALONE = "照自己手里的计票单录入，不要看别人的。两人一致，表决就结束；不一致，会指出是哪一栏，不会说出对方的数字。"


@needs(COUNT)
def key_count(request, pk):
    """Key a count sheet, or correct one's own."""
    found = get_object_or_404(queries.to_count(request.actor), pk=pk)
    form = forms.CountForm(found, queries.own_sheet(request.actor, found), request.POST or None)
    boxes = queries.disagreement(found)
    differ = tag("p", f"两张计票单不一致的栏目：{'、'.join(boxes)}。请重数后更正。", class_="toast warn") if boxes else ""
    return form_page(
        request, form, partial(actions.key_count, vote=found, today=timezone.localdate()), title=f"录入计票单：{found}",
        done=here, crumbs=crumbs(found), note=ALONE, top=differ, wide=True, said="已录入。",
    )


@needs(COUNT)
def attach(request, pk):
    """The signed count sheet, photographed."""
    found = get_object_or_404(queries.to_count(request.actor), pk=pk)
    form = forms.AttachForm(request.POST or None, request.FILES or None)
    return form_page(
        request, form, partial(actions.attach, vote=found), title=f"附计票单：{found}", done=here, crumbs=crumbs(found),
        said="已附上。", note="附上后不能换。请拍清楚监票人、计票人的签名。",
    )


@needs(READ)
def scan(request, pk):
    """The count sheet as it was attached."""
    found = get_object_or_404(queries.visible(request.actor), pk=pk)
    if found.scan is None:
        raise Http404
    return download(found.scan)
