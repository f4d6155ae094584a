"""The plate on the door: what the congress room offers to the house."""

from zhijia.areas.congress.figures import FIGURES
from zhijia.core.org.powers import EVERYONE, OFFICE, Power
from zhijia.kit.area import Area

AREA = Area(
    key="congress",
    name="职代会",
    powers=(
        Power("congress.read", "看职代会", EVERYONE),
        Power("congress.edit", "办职代会", OFFICE),
    ),
    figures=FIGURES,
)
