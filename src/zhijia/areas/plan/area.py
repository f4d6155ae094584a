"""The plate on the door: what plan offers to the house."""

from zhijia.kit.area import Area

AREA = Area(key="plan", name="工作计划")
