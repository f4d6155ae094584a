"""Letters and visits (来信来访): how they come, what about, where they stand; what is told to the union above."""

from enum import StrEnum

from zhijia.core.refused import Refused


class Way(StrEnum):
    """How it came."""

    LETTER = "来信"
    VISIT = "来访"
    PHONE = "来电"
    BOX = "意见箱"
    ONLINE = "网上"


class Topic(StrEnum):
    """What it is about."""

    WAGES = "工资报酬"
    HOURS = "工时休假"
    INSURANCE = "社会保险"
    SAFETY = "劳动保护"
    CONTRACT = "劳动合同"
    WELFARE = "福利待遇"
    HARDSHIP = "生活困难"
    CONDUCT = "干部作风"
    WORK = "考核管理"
    OTHER = "其他"


class Verdict(StrEnum):
    """What the person says of the answer when called back (回访)."""

    GOOD = "满意"
    FAIR = "基本满意"
    BAD = "不满意"


CONTENT = (Verdict.GOOD, Verdict.FAIR)


class Stage(StrEnum):
    """Where a letter stands."""

    RECORDED = "已登记"
    HANDED = "已转办"
    ANSWERED = "已答复"
    REOPENED = "重新办理"
    DONE = "已回访"


NEXT = {
    Stage.RECORDED: (Stage.HANDED, Stage.ANSWERED),
    Stage.HANDED: (Stage.HANDED, Stage.ANSWERED),
    Stage.ANSWERED: (Stage.DONE, Stage.REOPENED),
    Stage.REOPENED: (Stage.HANDED, Stage.ANSWERED),
    Stage.DONE: (Stage.REOPENED,),
}
OPEN = (Stage.RECORDED, Stage.HANDED, Stage.REOPENED)


def open_again(reopened_before: bool) -> None:
    """A letter is taken up again once; whoever is still not content turns to the union above."""
    if reopened_before:
        raise Refused("这件已经重新办理过一次。仍不满意的，请“向上级工会反映”，或者告诉本人可以申请调解、仲裁。")
