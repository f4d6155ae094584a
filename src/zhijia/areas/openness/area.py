"""The plate on the door: what openness offers to the house."""

from zhijia.kit.area import Area

AREA = Area(key="openness", name="公开")
