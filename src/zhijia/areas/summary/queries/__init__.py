"""Which rows: papers an actor may see, what the records say, what a paper reads like, what has drifted."""

from zhijia.areas.summary.queries.drifts import Changed, changed, drifts, marks
from zhijia.areas.summary.queries.papers import (
    above,
    blocks_to_edit,
    current,
    drafts,
    held,
    numbered_blocks,
    papers_of,
    signed,
    taken_out,
    union_of,
    visible,
)
from zhijia.areas.summary.queries.problems import Problem, by_hand, checked, problems, without_reason
from zhijia.areas.summary.queries.reading import (
    Frozen,
    Live,
    Reading,
    Said,
    as_edited,
    labels,
    reading,
    registered,
    said_in,
    tokens,
    voice,
    worded,
)  # fmt: skip
from zhijia.areas.summary.queries.records import (
    as_json,
    at,
    figure_rows,
    figures_at,
    findings,
    known,
    late_rows,
    power_of,
    rows_open_to,
    unions_of,
    unions_with_years,
)  # fmt: skip

__all__ = [
    "Changed", "Frozen", "Live", "Problem", "Reading", "Said", "above", "as_edited", "as_json", "at", "blocks_to_edit", "by_hand",
    "changed", "checked", "current", "drafts", "drifts", "figure_rows", "figures_at", "findings", "held", "known",
    "labels", "late_rows", "marks",
    "numbered_blocks", "papers_of", "power_of", "problems", "reading", "registered", "rows_open_to", "said_in", "signed",
    "taken_out", "tokens", "union_of", "unions_of", "unions_with_years", "visible", "voice", "without_reason", "worded",
]  # fmt: skip
