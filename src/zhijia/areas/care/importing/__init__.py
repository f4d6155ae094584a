"""The import of visit books (走访慰问登记簿): judged against roll and records, then written all or nothing as one batch."""

from zhijia.areas.care.importing.judging import LABELS, judge
from zhijia.areas.care.importing.writing import write
from zhijia.kit.imports import Importer

COLUMNS = (
    "日期", "类别", "被慰问人（人数）", "部门班组", "户号", "事由", "方式", "金额（物品折合）", "物品", "慰问人", "签领", "备注",
)
VISITS = Importer(
    kind="visits", label="走访慰问登记簿", power="care.visit", columns=COLUMNS, judge=judge, write=write, done="care:visits",
)

__all__ = ["LABELS", "VISITS", "judge", "write"]
