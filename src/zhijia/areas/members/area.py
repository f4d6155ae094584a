"""The plate on the door: what members offers to the house."""

from zhijia.areas.members.powers import POWERS
from zhijia.kit.area import Area

AREA = Area(key="members", name="会员", powers=POWERS)
