"""Pages of the end: closing, minutes, resolutions, publication, report, papers in Word."""

from functools import partial

from django.utils.timezone import localdate

from zhijia.areas.congress import papers
from zhijia.areas.congress.actions import closing
from zhijia.areas.congress.forms import sittings as forms
from zhijia.areas.congress.queries import sittings
from zhijia.areas.congress.tables import sittings as tables
from zhijia.areas.congress.views.showing import (
    CRUMBS,
    EDIT,
    READ,
    a_resolution,
    a_sitting,
    seen,
    step,
    to,
    up,
)
from zhijia.core.org.web import needs
from zhijia.kit.pages import (
    Button,
    Section,
    detail_page,
    form_page,
    list_page,
    word_page,
)

SIGN_IN = "sign-in"


@needs(EDIT)
def close(request, pk):
    """Close the sitting."""
    found = a_sitting(request, pk)
    form = forms.DayForm(request.POST or None, initial={"on": localdate()})
    return step(
        request, found, form, closing.close, "闭会", submit="闭会",
        note="闭会后按表决结果形成决议和会议纪要，可以修改、导出 Word。", said="已闭会，决议和纪要已生成。",
    )


@needs(EDIT)
def minute(request, pk):
    """Correct the minutes."""
    found = a_sitting(request, pk)
    form = forms.MinutesForm(request.POST or None, initial={"minutes": found.minutes})
    return step(request, found, form, closing.minute, "会议纪要")


@needs(EDIT)
def publish(request, pk):
    """Publish the resolutions."""
    found = a_sitting(request, pk)
    form = forms.PublishForm(request.POST or None, initial={"on": localdate()})
    return step(request, found, form, closing.publish, "公布决议", note=sittings.publish_rule(found), said="已登记公布。")


@needs(EDIT)
def unpublish(request, pk):
    """Take the publication back."""
    found = a_sitting(request, pk)
    form = forms.WhyForm(request.POST or None)
    return step(request, found, form, closing.unpublish, "撤回公布", danger=True, submit="撤回公布")


@needs(EDIT)
def report(request, pk):
    """It was reported to the union above."""
    found = a_sitting(request, pk)
    form = forms.DayForm(request.POST or None, initial={"on": localdate()})
    return step(request, found, form, closing.report, "报告上级", note=sittings.report_rule(found), said="已登记报告。")


@needs(READ)
def resolutions(request):
    """All resolutions."""
    return list_page(request, sittings.resolutions(request.actor), tables.RESOLUTIONS, title="大会决议", unit="件", crumbs=CRUMBS)


@needs(READ)
def resolution(request, pk):
    """One resolution."""
    found = a_resolution(request, pk)
    buttons = [] if found.sitting.published_on else [to("改文字", "word_resolution", found, "primary")]
    return detail_page(
        request, title=str(found), sections=[Section(words=found.text)], buttons=[*buttons, Button("打印", "?print=1")],
        crumbs=up(found.sitting), facts=(("公布日期", found.sitting.published_on),),
    )


@needs(EDIT)
def word_resolution(request, pk):
    """Word a resolution anew."""
    found = a_resolution(request, pk)
    form = forms.WordingForm(request.POST or None, initial={"text": found.text})
    done = ("congress:resolution", pk)
    act = partial(closing.word, resolution=found)
    return form_page(request, form, act, title=str(found), done=done, crumbs=up(found.sitting))


@needs(READ)
def word(request, pk, kind):
    """A paper of the sitting in Word."""
    found = a_sitting(request, pk)
    reasons = kind == SIGN_IN and request.actor.may(EDIT)
    told = sittings.with_reason(sittings.attendances(request.actor).filter(chamber__sitting=found)) if reasons else []
    return seen(request, told, "下载签到表", partial(_as_word, found, kind, reasons))


def _as_word(sitting, kind, reasons):
    return word_page(*papers.paper(sitting, kind, reasons=reasons))
