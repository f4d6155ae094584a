"""The plate on the door: what summary offers to the house."""

from zhijia.kit.area import Area

AREA = Area(key="summary", name="工作总结")
