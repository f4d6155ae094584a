"""The register of what care keeps about people: for what, on what basis, how long (个人信息保护法 6, 13, 19, 28, 31)."""

from zhijia.core.private.register import Personal

WORKER, FAMILY = "困难职工", "困难职工家庭成员（含未满十四周岁的）"
CONSENT = "本人单独同意"
AFTER = "退出帮扶后三年"
VISIT = "被慰问人"


def hardship(purpose: str) -> Personal:
    return Personal(WORKER, purpose, CONSENT, AFTER, sensitive=True)


def family(purpose: str) -> Personal:
    return Personal(FAMILY, purpose, "本人或监护人单独同意", AFTER, sensitive=True)


def visit(purpose: str, *, sensitive=False) -> Personal:
    return Personal(VISIT, purpose, "工会履行服务职工的职责", "随会计凭证三十年", sensitive=sensitive)


PERSONAL = {
    "care.Visit.name": visit("登记慰问了谁，核对人数和签领"),
    "care.Visit.who": visit("同一个人只算一次"),
    "care.Visit.reason": visit("记下为什么慰问，核对同一病种一年一次", sensitive=True),
    "care.Visit.asked": visit("记下诉求和答复，便于跟踪", sensitive=True),
    "care.Visit.note": visit("补充说明", sensitive=True),
    "care.HardshipFile.income": hardship("按公式判断困难类别"),
    "care.HardshipFile.size": hardship("按公式判断困难类别"),
    "care.HardshipFile.spending": hardship("按公式判断困难类别"),
    "care.HardshipFile.assets": hardship("按公式判断困难类别"),
    "care.HardshipFile.months_low": hardship("按公式判断困难类别"),
    "care.HardshipFile.aided": hardship("按公式判断困难类别"),
    "care.HardshipFile.sudden": hardship("按公式判断困难类别"),
    "care.HardshipFile.cause": hardship("对症帮扶"),
    "care.HardshipFile.story": hardship("对症帮扶"),
    "care.HardshipFile.health": hardship("对症帮扶"),
    "care.HardshipFile.address": hardship("入户调查和走访"),
    "care.HardshipFile.bank": hardship("发放帮扶资金"),
    "care.FamilyMember.name": family("核对共同生活的家庭人口"),
    "care.FamilyMember.birth": family("核对共同生活的家庭人口"),
    "care.FamilyMember.id_no": family("核对共同生活的家庭人口"),
    "care.FamilyMember.income": family("按公式判断困难类别"),
    "care.FamilyMember.health": family("对症帮扶"),
    "care.FamilyMember.place": family("对症帮扶"),
    "care.Review.note": hardship("复核是否仍困难"),
    "care.Watch.reason": Personal("帮教对象", "知道为什么帮、怎么帮", "安全生产和工会职责", "解除帮教后三年", sensitive=True),
    "care.Watch.outcome": Personal("帮教对象", "知道帮教有没有用", "安全生产和工会职责", "解除帮教后三年", sensitive=True),
    "care.WatchStep.what": Personal("帮教对象", "记下谈了什么、办了什么", "安全生产和工会职责", "解除帮教后三年", sensitive=True),
    "care.Pair.name": Personal("结对帮扶对象", "登记帮扶谁", CONSENT, "解除结对后三年"),
    "care.Pair.who": Personal("结对帮扶对象", "同一个人只算一次", CONSENT, "解除结对后三年"),
    "care.Pair.content": Personal("结对帮扶对象", "登记帮扶什么", CONSENT, "解除结对后三年", sensitive=True),
    "care.Pair.effect": Personal("结对帮扶对象", "登记帮扶效果", CONSENT, "解除结对后三年", sensitive=True),
}
