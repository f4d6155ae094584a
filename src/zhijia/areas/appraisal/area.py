"""The plate on the door: what appraisal offers to the house."""

from zhijia.kit.area import Area

AREA = Area(key="appraisal", name="评议")
