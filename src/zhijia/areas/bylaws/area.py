"""The plate on the door: what bylaws offers to the house."""

from zhijia.kit.area import Area

AREA = Area(key="bylaws", name="制度")
