"""Importing a file in three pages: hand it in, look at what it would do, see what it did."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.http import HttpResponse
from django.utils.safestring import SafeString

from zhijia.kit.buttons import Button
from zhijia.kit.formats import day, number
from zhijia.kit.html import joined, safe, tag, text
from zhijia.kit.imports import CHANGED, LEFT_OUT, NEW, SAME, JudgedRow, Verdict
from zhijia.kit.pages.common import Crumbs, show
from zhijia.kit.pages.forms import confirm_page, form_page
from zhijia.kit.pages.sections import Section, drawn
from zhijia.kit.tables import Column, Table

WORDS = {NEW: "新增", CHANGED: "有改动", SAME: "已有，不变", LEFT_OUT: "不写入"}
TONES = {NEW: "good", CHANGED: "warn", SAME: "quiet", LEFT_OUT: "quiet"}
MOST_PROBLEMS, SAMPLES = 200, 20

PROBLEMS = Table(
    (
        Column("where", "位置", value=lambda problem: f"{problem.sheet} 第 {problem.row} 行".strip()),
        Column("column", "列"),
        Column("message", "问题", kind="long"),
    )
)


def upload_page(
    request,
    form,
    act,
    *,
    title: str,
    done,
    columns: Iterable[str] = (),
    note="",
    cancel="",
    crumbs: Crumbs = (),
    buttons: Iterable[Button] = (),
) -> HttpResponse:
    """Hand in a file. `columns` are the names looked for; nothing is written yet."""
    wanted = tuple(columns)
    top = (
        safe(
            '<details class="hint"><summary>认得哪些列</summary><p>',
            "、".join(text(each) for each in wanted),
            "</p><p>列名写法不同、标题行、合并表头、小计行都不要紧，导入前会先请您核对。</p></details>",
        )
        if wanted
        else None
    )
    return form_page(
        request,
        form,
        act,
        title=title,
        done=done,
        submit="下一步：核对",
        said="",
        note=note,
        cancel=cancel,
        crumbs=crumbs,
        buttons=buttons,
        top=top,
    )


def preview_page(
    request,
    verdict: Verdict,
    act,
    *,
    title: str,
    done,
    labels: Mapping[str, str],
    back: str,
    unit="人",
    totals: Iterable[tuple[str, object]] = (),
    said="已导入。",
    undo=None,
    crumbs: Crumbs = (),
) -> HttpResponse:
    """What a file would do, problems first; `act(actor)` writes it. `labels` are the fields to show with their names."""
    counts = verdict.counts
    writes = counts[NEW] + counts[CHANGED]
    top = safe(
        tiles(counts, len(verdict.problems), unit),
        _notes(verdict.notes, totals),
        *(drawn(request, section) for section in _problems(verdict)),
        *_samples(request, verdict.rows, labels),
    )
    if not writes:
        back_button = [Button("换一个文件", back, "primary")]
        return show(
            request,
            "kit/preview.html",
            {"top": top},
            title=title,
            crumbs=crumbs,
            buttons=back_button,
            note="这个文件没有要写入的内容：都已有，或者都有问题。",
        )
    return confirm_page(
        request,
        act,
        title=title,
        question="",
        done=done,
        submit=f"写入 {number(writes)} {unit}",
        said=said,
        cancel=back,
        note=f"文件：{verdict.file_name}。还没有写入；看过没有问题再写入，写入后 30 天内可以整批撤销。",
        crumbs=crumbs,
        undo=undo,
        top=top,
        wide=True,
    )


def tiles(counts: Mapping[str, int], problems: int, unit: str) -> SafeString:
    """The counts as a row of figures."""
    shown = [(WORDS[key], counts[key], TONES[key], unit) for key in (NEW, CHANGED, SAME, LEFT_OUT)]
    shown.insert(0, ("有问题", problems, "bad" if problems else "quiet", "处"))
    return safe(
        '<ul class="tiles">',
        joined(
            tag("li", safe(tag("b", number(n)), f" {text(of)}", tag("span", label)), class_=tone)
            for label, n, tone, of in shown
        ),
        "</ul>",
    )


def result_page(
    request,
    *,
    title: str,
    said: str,
    counts: Mapping[str, int],
    unit="人",
    undo_url="",
    undo_until: date | None = None,
    problems: int = 0,
    buttons: Iterable[Button] = (),
    crumbs: Crumbs = (),
) -> HttpResponse:
    """What an import did, and how to take it back."""
    until = f"{day(undo_until)}前可以整批撤销。" if undo_url and undo_until else ""
    every = [*buttons, *([Button("撤销这次导入", undo_url, "danger")] if undo_url else [])]
    return show(
        request,
        "kit/message.html",
        {"lines": [said, until], "top": tiles(counts, problems, unit)},
        title=title,
        crumbs=crumbs,
        buttons=every,
    )


def progress_page(
    request,
    *,
    title: str,
    finished: int,
    total: int,
    message="",
    then: str = "",
    failed="",
    crumbs: Crumbs = (),
) -> HttpResponse:
    """A long job, asked about once a second; `then` is set when it is done. `?part=progress` is the moving part."""
    context = {"finished": finished, "total": total, "message": message, "then": then, "failed": failed}
    if request.GET.get("part") != "progress":
        return show(request, "kit/progress.html", context, title=title, crumbs=crumbs)
    response = show(request, "kit/progress_part.html", context, title=title)
    if then:
        response["HX-Redirect"] = then
    return response


def _notes(notes: Iterable[str], totals: Iterable[tuple[str, object]]) -> SafeString:
    lines = [tag("li", note) for note in notes]
    facts = [tag("li", f"{label}：{value}") for label, value in totals]
    return safe('<ul class="notes">', *facts, *lines, "</ul>") if lines or facts else safe()


def _problems(verdict: Verdict) -> Iterable[Section]:
    if verdict.problems:
        said = f"先看问题（{number(len(verdict.problems))} 处）"
        yield Section(said, table=PROBLEMS, rows=verdict.problems, limit=MOST_PROBLEMS)


def _samples(request, rows: list[JudgedRow], labels: Mapping[str, str]) -> Iterable[SafeString]:
    """The first rows of each kind as they were understood, the kinds that need looking at unfolded."""
    for status in (CHANGED, NEW, LEFT_OUT, SAME):
        chosen = [row for row in rows if row.status == status]
        if chosen:
            table = _sheet(labels, any(row.why for row in chosen))
            unfolded = " open" if status in (CHANGED, NEW) else ""
            yield safe(
                f'<details class="fold"{unfolded}><summary>{WORDS[status]}（{number(len(chosen))}）</summary>',
                drawn(request, Section(table=table, rows=chosen, limit=SAMPLES)),
                "</details>",
            )


def _sheet(labels: Mapping[str, str], reasons: bool) -> Table:
    columns = [Column("row", "行", value=lambda row: f"{row.sheet} {row.row}".strip())]
    columns += [Column(key, label, value=_field(key)) for key, label in labels.items()]
    return Table((*columns, *([Column("why", "说明", kind="long")] if reasons else [])))


def _field(key: str):
    return lambda row: row.fields.get(key)
