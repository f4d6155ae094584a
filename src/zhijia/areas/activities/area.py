"""The plate on the door: what activities offers to the house."""

from zhijia.kit.area import Area

AREA = Area(key="activities", name="文体活动")
