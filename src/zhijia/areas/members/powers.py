"""Powers of the members room, as posts carry them."""

from zhijia.core.org.models import Role
from zhijia.core.org.powers import EVERYONE, LEADING, OFFICE, Power

POWERS = (
    Power("members.read", "看职工名册", EVERYONE),
    Power("members.tree", "看组织、委员会和岗位", tuple(Role), reach="tree"),
    Power("members.edit", "登记、更正职工资料", OFFICE),
    Power("members.import", "导入花名册", OFFICE),
    Power("members.recommend", "受理入会申请、填小组意见", LEADING),
    Power("members.admit", "批准入会、办理会籍变动", OFFICE),
    Power("members.organise", "设立、变更组织，登记委员会", OFFICE, reach="tree"),
    Power("members.posts", "任免、交接岗位", (Role.CHAIR, Role.ADMIN), reach="tree"),
    Power("members.accounts", "开通、停用账号", (Role.CHAIR, Role.ADMIN)),
    Power("members.reveal", "显示身份证号和手机号码", OFFICE),
)
