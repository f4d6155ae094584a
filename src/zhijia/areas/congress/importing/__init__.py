"""Files the congress room takes in: registers of proposals (提案登记表)."""

from zhijia.areas.congress.importing.proposals import LABELS, judge
from zhijia.areas.congress.importing.proposals_writing import write
from zhijia.kit.imports import Importer

COLUMNS = ("编号", "案由", "类别", "提案人", "班组", "附议人（可几列）", "理由", "建议措施", "提交日期", "代表名单（另表）")
PROPOSALS = Importer(
    kind="proposals", label="提案登记表", power="congress.edit", columns=COLUMNS, judge=judge, write=write,
    done="congress:proposals",
)

__all__ = ["LABELS", "PROPOSALS", "judge", "write"]
