"""Powers over the house itself, which belong to no room."""

from zhijia.core.org.models import Role
from zhijia.core.org.powers import Power

POWERS = (
    Power("figures.read", "看数字和汇总", (Role.CHAIR, Role.OFFICER, Role.TREASURER, Role.AUDITOR, Role.LEADER), reach="tree"),
    Power("policy.read", "看政策标准", tuple(Role), reach="tree"),
    Power("policy.override", "改本单位政策标准", (Role.CHAIR, Role.OFFICER)),
    Power("trail.read", "看办理记录", (Role.CHAIR, Role.AUDITOR, Role.ADMIN)),
    Power("house.keep", "备份、检查", (Role.CHAIR, Role.ADMIN)),
)
