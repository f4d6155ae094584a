"""The same paper without Word: as text to read or paste, and as JSON for programs."""

import json
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from zhijia.kit.paper.pieces import Grid, Paper, Para, as_cols, as_runs
from zhijia.kit.paper.rmb import official_date

INDENT = "　　"


def write_text(paper: Paper, file: Any) -> None:
    """UTF-8 text to a path or a text file."""
    with _opened(file) as out:
        out.write(as_text(paper))


def write_json(paper: Paper, file: Any) -> None:
    """One JSON object to a path or a text file; figures keep their keys."""
    with _opened(file) as out:
        json.dump(as_dict(paper), out, ensure_ascii=False, indent=1)
        out.write("\n")


def as_text(paper: Paper) -> str:
    lines = [paper.title.replace("\n", ""), ""]
    lines += [paper.to.rstrip("：:") + "："] if paper.to else []
    lines += _texts(paper.body)
    lines += ["", *_attachments(paper.attachments)] if paper.attachments else []
    lines += ["", *(paper.signed_by.split("\n") if paper.signed_by else [])]
    lines += [official_date(paper.dated)] if paper.dated else []
    lines += [f"{INDENT}（{note}）" for note in paper.notes]
    return "\n".join(lines + _texts(paper.appendix)).rstrip("\n") + "\n"


def _texts(pieces: list[Para | Grid]) -> list[str]:
    return [
        line
        for piece in pieces
        for line in (_grid(piece) if isinstance(piece, Grid) else [INDENT + piece.text])
    ]


def _attachments(names: list[str]) -> list[str]:
    if len(names) == 1:
        return [f"{INDENT}附件：{names[0]}"]
    return [f"{INDENT}{'附件：' if n == 1 else INDENT + '　'}{n}. {name}" for n, name in enumerate(names, 1)]


def _grid(grid: Grid) -> list[str]:
    """A table as tab-separated lines, so that it pastes into cells."""
    columns = as_cols(grid.columns)
    rows = [[column.title for column in columns]] + [
        [_cell(cell, column.kind) for cell, column in zip(row, columns, strict=True)]
        for row in grid.rows
    ]
    return ["", *([grid.title] if grid.title else []), *("\t".join(row) for row in rows), ""]


def _cell(cell: Any, kind: str) -> str:
    return "".join(run.text for run in as_runs(cell, kind)).replace("\t", " ").replace("\n", " ")


def as_dict(paper: Paper) -> dict[str, Any]:
    """The paper as plain values, in the shape of its dataclass."""
    return {
        "title": paper.title.replace("\n", ""),
        "to": paper.to,
        "body": [_piece(piece) for piece in paper.body],
        "signed_by": paper.signed_by,
        "dated": paper.dated and paper.dated.isoformat(),
        "attachments": list(paper.attachments),
        "notes": list(paper.notes),
        "appendix": [_piece(piece) for piece in paper.appendix],
    }


def _piece(piece: Para | Grid) -> dict[str, Any]:
    if isinstance(piece, Para):
        return {"level": piece.level, "runs": [asdict(run) for run in piece.runs]}
    columns = as_cols(piece.columns)
    return {
        "title": piece.title,
        "columns": [column.title for column in columns],
        "rows": [
            [
                [asdict(run) for run in as_runs(cell, column.kind)]
                for cell, column in zip(row, columns, strict=True)
            ]
            for row in piece.rows
        ],
    }


@contextmanager
def _opened(file: Any):
    """A text file for a path, or the file itself."""
    if hasattr(file, "write"):
        yield file
        return
    with Path(file).open("w", encoding="utf-8", newline="\n") as out:
        yield out
