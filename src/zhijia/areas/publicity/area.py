"""The plate on the door: what the publicity room offers to the house."""

from zhijia.areas.publicity.figures import FIGURES
from zhijia.core.org.powers import EVERYONE, LEADING, Power
from zhijia.kit.area import Area, Ledger, MenuItem

AREA = Area(
    key="publicity",
    name="宣传",
    powers=(
        Power("publicity.read", "看宣传登记", EVERYONE),
        Power("publicity.edit", "登记板报、稿件、订阅", LEADING),
    ),
    menu=(MenuItem("宣传", "publicity:boards", "publicity.read", "做事"),),
    figures=FIGURES,
    ledgers=(
        Ledger("板报登记", "publicity:boards", "publicity.read"),
        Ledger("通讯报道登记", "publicity:articles", "publicity.read"),
        Ledger("报刊订阅登记", "publicity:subscriptions", "publicity.read"),
    ),
)
