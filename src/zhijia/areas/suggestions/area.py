"""The plate on the door: what suggestions offers to the house."""

from zhijia.kit.area import Area

AREA = Area(key="suggestions", name="合理化建议")
