"""Pages of the summary room."""

from zhijia.areas.summary.views.editing import (
    add,
    add_after,
    edit,
    reason,
    redraw,
    remove,
    removed,
    rename,
    restore,
)  # fmt: skip
from zhijia.areas.summary.views.figures import figures, figures_home, statistics, statistics_home, trace
from zhijia.areas.summary.views.papers import (
    begin,
    drift,
    handed_up,
    paper,
    papers,
    plain_text,
    preview,
    reopen,
    sign,
    sources,
    word,
)  # fmt: skip

__all__ = [
    "add", "add_after", "begin", "drift", "edit", "figures", "figures_home", "handed_up", "paper", "papers", "plain_text",
    "preview", "reason", "redraw", "remove", "removed", "rename", "reopen", "restore", "sign", "sources", "statistics",
    "statistics_home", "trace", "word",
]  # fmt: skip
