"""The roster import (花名册导入): a file is judged against the house's roll, then written all or nothing as one batch."""

from zhijia.areas.members.importing.judging import judge, judge_kept
from zhijia.areas.members.importing.writing import write
from zhijia.kit.imports import Importer

COLUMNS = (
    "姓名", "性别", "身份证号", "出生日期", "民族", "政治面貌", "文化程度", "单位、班组", "岗位", "用工形式", "参加工作时间",
    "入会时间", "是否会员", "会员证号", "会籍状态", "联系电话", "备注",
)
ROSTER = Importer(
    kind="roster", label="职工和会员花名册", power="members.import", columns=COLUMNS, judge=judge, write=write,
    done="members:people",
)

__all__ = ["ROSTER", "judge", "judge_kept", "write"]
