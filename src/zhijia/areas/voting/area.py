"""The plate on the door: what voting offers to the house."""

from zhijia.core.org.models import Role
from zhijia.core.org.powers import EVERYONE, OFFICE, Power
from zhijia.core.private.register import Personal
from zhijia.kit.area import Area

TELLERS = (*OFFICE, Role.TREASURER, Role.AUDITOR, Role.LEADER)

AREA = Area(
    key="voting",
    name="表决",
    powers=(
        Power("voting.read", "看表决和结果", EVERYONE),
        Power("voting.run", "组织表决", OFFICE),
        Power("voting.count", "计票", TELLERS),
    ),
    personal={
        "voting.Ballot.picks": Personal(
            "投票的人（不知道是谁）", "计票", "选举办法、民主管理规定的无记名投票", "结果公布、申诉期满后销毁", sensitive=True
        ),
    },
)
