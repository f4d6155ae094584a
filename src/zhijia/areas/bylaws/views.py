"""Pages of the by-laws room."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.bylaws import actions, forms, queries, rules, tables
from zhijia.areas.bylaws.filters import DocumentFilters
from zhijia.core.org.web import needs
from zhijia.kit.formats import short_day
from zhijia.kit.pages import Button, Section, detail_page, form_page, list_page, print_page, word_page
from zhijia.kit.paper import Paper, Para

READ, EDIT = "bylaws.read", "bylaws.edit"
CRUMBS = (("制度", "bylaws:documents"),)


@needs(READ)
def documents(request):
    """All rule documents."""
    buttons = (Button("制定制度", "bylaws:adopt", "primary", EDIT), Button("上墙登记", "bylaws:postings"))
    return list_page(
        request, queries.visible(request.actor), tables.DOCUMENTS, title="制度", filters=DocumentFilters, buttons=buttons,
        unit="项",
    )


@needs(READ)
def document(request, pk):
    """One document: the words in force, its versions, where it hangs."""
    found = _document(request, pk)
    versions = queries.versions(request.actor).filter(document=found)
    now = versions[0]
    facts = (
        ("类别", found.subject), ("工会", found.union), ("版本", f"第{now.number}版"), ("通过日期", now.adopted_on),
        ("通过的会议", now.adopted_by), ("施行日期", now.since), ("执行责任人", found.keeper),
        *((("废止", f"{short_day(found.withdrawn_on)}，{found.why}"),) if found.withdrawn_on else ()),
    )
    hung = queries.postings(request.actor).filter(version__document=found)
    sections = (
        Section("条文", words=now.text), Section("上墙", table=tables.POSTINGS, rows=hung),
        Section("各版", table=tables.VERSIONS, rows=versions, limit=None),
    )
    return detail_page(request, title=str(found), facts=facts, sections=sections, buttons=_buttons(found), crumbs=CRUMBS)


def _buttons(found):
    papers = [_to("上墙页", "sheet", found), _to("Word", "word", found)]
    if found.withdrawn_on:
        return papers
    steps = (("上墙", "hang", "primary"), ("修订", "revise", "plain"), ("废止", "withdraw", "danger"))
    first, *rest = [_to(label, name, found, kind, EDIT) for label, name, kind in steps]
    return [first, *papers, *rest]


def _to(label, name, record, kind="plain", power=None):
    return Button(label, reverse(f"bylaws:{name}", args=[record.pk]), kind, power)


@needs(READ)
def version(request, pk):
    """The words of one version."""
    found = get_object_or_404(queries.versions(request.actor), pk=pk)
    facts = (
        ("通过日期", found.adopted_on), ("通过的会议", found.adopted_by), ("施行日期", found.since), ("修订说明", found.change),
    )
    crumbs = (*CRUMBS, (str(found.document), reverse("bylaws:document", args=[found.document_id])))
    return detail_page(request, title=str(found), facts=facts, sections=(Section("条文", words=found.text),), crumbs=crumbs)


@needs(READ)
def sheet(request, pk):
    """The sheet for the wall (上墙页): large, with the day it is in force from."""
    found = _document(request, pk)
    now = found.versions.first()
    note = f"{found.union}　第{now.number}版　自 {short_day(now.since)} 起施行"
    back = reverse("bylaws:document", args=[pk])
    return print_page(request, title=str(found), sections=(Section(words=now.text),), unit=str(found.union), note=note, back=back)


@needs(READ)
def word(request, pk):
    """The document as Word in official form."""
    found = _document(request, pk)
    now = found.versions.first()
    body = [Para(line) for line in rules.paragraphs(now.text)]
    return word_page(Paper(title=str(found), body=body, signed_by=str(found.union), dated=now.since), str(found))


@needs(EDIT)
def adopt(request):
    """A new document."""
    form = forms.AdoptForm(request.actor, request.POST or None)
    return form_page(request, form, actions.adopt, title="制定制度", done=_here, crumbs=CRUMBS, said="已登记，可以打印上墙页。")


@needs(EDIT)
def revise(request, pk):
    """A new version."""
    found = _document(request, pk)
    form = forms.ReviseForm(request.POST or None, initial={"text": found.versions.first().text})
    return _change(request, found, form, actions.revise, f"修订：{found}", "已修订，墙上的旧版请换下。")


@needs(EDIT)
def withdraw(request, pk):
    """The end of a document."""
    found = _document(request, pk)
    form = forms.WithdrawForm(request.POST or None)
    return _change(request, found, form, actions.withdraw, f"废止：{found}", "已废止。", danger=True)


@needs(EDIT)
def hang(request, pk):
    """A sheet goes up."""
    found = _document(request, pk)
    form = forms.HangForm(request.POST or None)
    return _change(request, found, form, actions.hang, f"上墙：{found}", "已登记上墙。")


def _change(request, found, form, act, title, said, **page):
    done = ("bylaws:document", found.pk)
    return form_page(request, form, partial(act, document=found), title=title, done=done, said=said, crumbs=CRUMBS, **page)


@needs(READ)
def postings(request):
    """Where sheets hang."""
    return list_page(request, queries.postings(request.actor), tables.POSTINGS, title="制度上墙登记", unit="处", crumbs=CRUMBS)


@needs(EDIT)
def take_down(request, pk):
    """A sheet comes down."""
    found = get_object_or_404(queries.postings(request.actor).filter(down_on=None), pk=pk)
    form = forms.TakeDownForm(request.POST or None)
    done = ("bylaws:document", found.version.document_id)
    return form_page(request, form, partial(actions.take_down, posting=found), title=f"取下：{found}", done=done, crumbs=CRUMBS)


def _document(request, pk):
    return get_object_or_404(queries.visible(request.actor), pk=pk)


def _here(document):
    return ("bylaws:document", document.pk)
