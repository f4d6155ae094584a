"""The plate on the door: what finance offers to the house."""

from zhijia.areas.finance.figures import FIGURES
from zhijia.areas.finance.queries import SIX_MONTHS
from zhijia.areas.finance.queries import arrears as behind
from zhijia.areas.finance.sections import person_sections
from zhijia.core.org.models import Role
from zhijia.core.org.powers import OFFICE, READERS, Power
from zhijia.core.private.register import Personal
from zhijia.kit.area import Area, Card, Ledger, MenuItem

KEEPERS = (*OFFICE, Role.TREASURER)
DUTY = "会员缴纳会费的义务（工会章程）"


def cards(actor, today) -> list[Card]:
    """Members behind with dues for six months in a row."""
    late = behind(actor, SIX_MONTHS).filter(warn=True).count() if actor.may("finance.dues") else 0
    return [Card("连续六个月欠缴会费", late, "finance:arrears", "先了解原因、做教育，不自动退会。", urgent=True)] if late else []


AREA = Area(
    key="finance",
    name="经费",
    powers=(
        Power("finance.read", "看捐款", READERS),
        Power("finance.donations", "登记捐款和使用", KEEPERS),
        Power("finance.dues_read", "看会费", READERS),
        Power("finance.dues", "会费开单和收缴", KEEPERS),
    ),
    menu=(
        MenuItem("捐款", "finance:drives", "finance.read", "经费"),
        MenuItem("会费", "finance:dues", "finance.dues_read", "经费"),
        MenuItem("会费欠缴", "finance:arrears", "finance.dues_read", "经费"),
    ),
    figures=FIGURES,
    cards=cards,
    ledgers=(
        Ledger("会费收缴台账", "finance:dues", "finance.dues_read"),
        Ledger("捐款台账", "finance:drives", "finance.read"),
    ),
    personal={
        "finance.Donation.name": Personal("捐款人", "登记和公布捐款", "本人自愿；公布姓名须本人同意", "随会计凭证三十年"),
        "finance.Donation.who": Personal("捐款人", "同一个人只算一次", "本人自愿", "随会计凭证三十年"),
        "finance.DuesMonth.base": Personal("会员", "计算会费", DUTY, "随会计凭证三十年", sensitive=True),
        "finance.DuesMonth.due": Personal("会员", "计算会费", DUTY, "随会计凭证三十年"),
    },
    person_sections=person_sections,
)
