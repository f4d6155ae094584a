"""The plate on the door: what relations offers to the house."""

from zhijia.kit.area import Area

AREA = Area(key="relations", name="诉求和劳动关系")
