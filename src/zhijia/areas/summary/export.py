"""The paper as a file: Word in GB/T 9704 form with its sources behind it, text, or JSON."""

import json
from pathlib import Path
from typing import Any

from zhijia.areas.summary import queries
from zhijia.areas.summary.models import Paper as Record
from zhijia.areas.summary.queries import Frozen, Live, Reading, Said
from zhijia.areas.summary.rules.markers import Marker
from zhijia.core.figures import Figure, figure
from zhijia.core.periods import Period, parse_period
from zhijia.kit.paper import Grid, Paper, Para, Run, Source, numbered, sources, write_text, write_word

KINDS = (".docx", ".txt", ".json")


def file_name(record: Record, ending: str = ".docx") -> str:
    """<union><year>年工作总结.docx"""
    return f"{record.union.name}{record.year}年工作总结{ending}"


def write(record: Record, path: Path | str) -> dict:
    """Write the paper to a path by its ending (.docx, .txt, .json); {"file", "figures", "blanks"}.

    ValueError for another ending. `figures` are those the paper cites, as it states them; `blanks` what still stands
    against signing, in words.
    """
    path = Path(path)
    if path.suffix.lower() not in KINDS:
        raise ValueError(f"只能写成 {'、'.join(KINDS)} 文件，不认得“{path.name}”。")
    told = {"file": str(path), **summary(record)}
    if path.suffix.lower() == ".json":
        path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    elif path.suffix.lower() == ".txt":
        write_text(assembled(record), path)
    else:
        write_word(assembled(record), path)
    return told


def summary(record: Record) -> dict[str, Any]:
    """What the paper states, as plain values."""
    read = queries.reading(record)
    cited = {
        str(part.marker.whole): part.marker.whole
        for each in read
        for part in each.parts
        if isinstance(part, Said)
    }
    figures = [_as_stated(record, marker) for marker in cited.values() if not marker.when]
    against = queries.problems(record, read) if record.open else []
    return {"figures": [each for each in figures if each], "blanks": [str(each) for each in against]}


def _as_stated(record: Record, marker: Marker) -> dict | None:
    """A figure as a draft finds it, or as a signed paper froze it."""
    if marker.key not in queries.registered():
        return None
    now = queries.as_json(
        queries.findings(queries.unions_of(record.union), parse_period(record.period), {marker.key})[0]
    )
    frozen = record.cited.filter(marker=str(marker)).first() if not record.open else None
    return _thawed(now, frozen.citation) if frozen else now


def _thawed(now: dict, citation: dict) -> dict:
    terms = [_number(each["value"]) for each in citation["terms"]] or [None, None]
    rows = len(citation["rows"]) + sum(len(each["rows"]) for each in citation["terms"])
    return {**now, "value": _number(citation["value"]), "top": terms[0], "bottom": terms[1], "rows": rows}


def _number(text: str | None) -> int | float | None:
    if text is None:
        return None
    return float(text) if "." in text else int(text)


def assembled(record: Record) -> Paper:
    """The paper as the kit writes it: paragraphs with their figures, signature, and the table 数据出处."""
    speaker = queries.voice(record)
    read = queries.reading(record, speaker)
    body = numbered([Para(_runs(record, each), each.block.level) for each in read])
    return Paper(
        title=record.title, body=body, signed_by=record.union.name, dated=record.signed_on,
        notes=_notes(record), appendix=[_sources(record, speaker, read)],
    )  # fmt: skip


def _notes(record: Record) -> list[str]:
    return [] if not record.open else ["草稿，尚未签发"]


def _runs(record: Record, read: Reading) -> list[Run]:
    """Words and figures; what is not filled in and what has no source is marked, so that nobody overlooks it."""
    runs: list[Run] = []
    for part in read.parts:
        if isinstance(part, Said):
            cite = (
                None
                if part.marker.row is not None
                else f"{part.marker.key}{part.marker.when and ':' + part.marker.when}"
            )
            runs.append(Run(part.words, cite=cite, mark="blank" if part.missing else "none"))
        else:
            runs += _marked(read, part)
    return runs


def _marked(read: Reading, words: str) -> list[Run]:
    """Plain words with the numbers typed by hand marked."""
    runs, rest = [], words
    for each in queries.by_hand(read):
        before, found, after = rest.partition(each.text)
        if found:
            runs += [Run(before), Run(found, mark="unsourced")]
            rest = after
    return [run for run in (*runs, Run(rest)) if run.text]


def _sources(record: Record, speaker: Live | Frozen, read: list[Reading]) -> Grid:
    """数据出处: each cited figure once, with its value, period, rows and definition; then numbers with a reason only."""
    said = {str(part.marker): part for each in read for part in each.parts if isinstance(part, Said)}
    entries = [_source(record, speaker, part) for part in said.values() if part.marker.row is None]
    entries += [
        Source(f"手写：{typed.text}", typed.text, "", None, f"无出处，理由：{reason.reason}")
        for each in read for typed in queries.by_hand(each) for reason in each.block.reasons.all() if reason.text == typed.text
    ]  # fmt: skip
    return sources(entries)


def _source(record: Record, speaker: Live | Frozen, said: Said) -> Source:
    period = queries.at(parse_period(record.period), said.marker.when)
    rows, late = _behind(record, speaker, said.marker, period)
    known = said.marker.key in queries.registered()
    doc = figure(said.marker.key).doc if known else ""
    told = f"{doc}其中补录 {late} 条。" if late else doc
    return Source(said.label, said.words, period.label, rows, told)


def _behind(record: Record, speaker: Live | Frozen, marker: Marker, period: Period) -> tuple[int | None, int]:
    """How many rows stand behind a figure, and how many of them were written down late."""
    if isinstance(speaker, Frozen):
        cited = record.cited.filter(marker=str(marker)).first()
        return (len(cited.citation["rows"]) or None, len(cited.late)) if cited else (None, 0)
    found = speaker.finding(marker)
    if found is None or not isinstance(found.figure, Figure):
        return None, 0
    rows = found.figure.rows(speaker.unions, period)
    return found.count, len(queries.late_rows(found.figure, record.union, rows))
