"""The plate on the door: what publicity offers to the house."""

from zhijia.kit.area import Area

AREA = Area(key="publicity", name="宣传")
