"""The plate on the door: what care offers to the house."""

from zhijia.kit.area import Area

AREA = Area(key="care", name="关爱帮扶")
