"""The import of a register of suggestions (合理化建议登记簿): judged against the roll, written all or nothing as one batch."""

from zhijia.areas.suggestions.importing.judging import LABELS, judge
from zhijia.areas.suggestions.importing.writing import write
from zhijia.kit.imports import Importer

COLUMNS = (
    "编号", "日期", "建议人", "班组", "类别", "题目", "现状问题", "建议措施", "预期效益", "受理人", "受理日期", "采纳日期",
    "不采纳日期", "不采纳理由", "实施单位", "实施日期",
)
SUGGESTIONS = Importer(
    kind="suggestions", label="合理化建议登记簿", power="suggestions.raise", columns=COLUMNS, judge=judge, write=write,
    done="suggestions:suggestions",
)

__all__ = ["LABELS", "SUGGESTIONS", "judge", "write"]
