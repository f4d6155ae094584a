"""The plate on the door: what the activities room offers to the house."""

from zhijia.areas.activities.figures import FIGURES
from zhijia.areas.activities.sections import person_sections
from zhijia.core.org.powers import EVERYONE, LEADING, Power
from zhijia.kit.area import Area, Ledger, MenuItem

AREA = Area(
    key="activities",
    name="文体活动",
    powers=(
        Power("activities.read", "看文体活动", EVERYONE),
        Power("activities.edit", "登记文体活动", LEADING),
    ),
    menu=(
        MenuItem("文体活动", "activities:activities", "activities.read", "做事"),
        MenuItem("协会、培训、用品", "activities:clubs", "activities.read", "做事"),
    ),
    figures=FIGURES,
    ledgers=(
        Ledger("文体活动登记", "activities:activities", "activities.read"),
        Ledger("文体用品登记", "activities:equipment", "activities.read"),
    ),
    person_sections=person_sections,
)
