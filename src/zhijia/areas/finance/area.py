"""The plate on the door: what finance offers to the house."""

from zhijia.kit.area import Area

AREA = Area(key="finance", name="经费")
