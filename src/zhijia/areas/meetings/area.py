"""The plate on the door: what meetings offers to the house."""

from zhijia.kit.area import Area

AREA = Area(key="meetings", name="会议")
