"""The register of what the congress room keeps about people."""

from zhijia.core.private.register import Personal

PERSONAL = {
    "congress.Attendance.reason": Personal("请假的代表", "说明没有到会的原因", "大会签到", "随会议记录长期", sensitive=True),
    "congress.Delegate.why": Personal(
        "不再担任代表的人", "说明终止或撤换的原因", "民主管理规定的代表撤换", "随代表名册长期", sensitive=True
    ),
    "congress.Signer.name": Personal(
        "提案人、附议人", "写明谁提案、谁附议，请他们评价答复", "工会组织职工民主管理的职责", "随职代会档案永久",
    ),
}
