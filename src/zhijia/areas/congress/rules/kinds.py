"""What kinds of congress there are, who is in them, where a sitting stands."""

from enum import StrEnum

from zhijia.core.refused import Refused


class Kind(StrEnum):
    """Kinds of congress (大会); the assemblies (大会 without delegates) are those of all."""

    WORKERS = "职工代表大会"
    WORKERS_ALL = "职工大会"
    TEACHERS = "教职工代表大会"
    TEACHERS_ALL = "教职工大会"
    MEMBERS = "会员代表大会"
    MEMBERS_ALL = "会员大会"
    WORKSHOP = "车间职工代表大会"

    @property
    def short(self) -> str:
        """As it is called in daily use: 职代会, 教代会, 工代会."""
        return SHORT.get(self, self.value)

    @property
    def of_members(self) -> bool:
        """Whether its people are union members, not all staff."""
        return self in (Kind.MEMBERS, Kind.MEMBERS_ALL)

    @property
    def of_all(self) -> bool:
        """Whether everybody sits in it, without delegates."""
        return self in (Kind.WORKERS_ALL, Kind.TEACHERS_ALL, Kind.MEMBERS_ALL)


SHORT = {Kind.WORKERS: "职代会", Kind.TEACHERS: "教代会", Kind.MEMBERS: "工代会", Kind.WORKSHOP: "车间职代会"}


class Group(StrEnum):
    """What a delegate works as (职务类别); composition rules count these."""

    FRONT = "一线"
    TEACHER = "教师"
    SPECIALIST = "专业技术"
    STAFF = "一般管理"
    LEADER = "中层以上"


class Form(StrEnum):
    """How a sitting comes about."""

    REGULAR = "定期会议"
    EXTRA = "临时会议"
    BETWEEN = "联席会议"


class Stage(StrEnum):
    """Where a sitting stands."""

    PLANNED = "筹备中"
    NOTICED = "已通知"
    OPEN = "会议中"
    CLOSED = "已闭会"
    CANCELLED = "已取消"


NEXT = {
    Stage.PLANNED: (Stage.NOTICED, Stage.CANCELLED),
    Stage.NOTICED: (Stage.OPEN, Stage.CANCELLED),
    Stage.OPEN: (Stage.CLOSED,),
    Stage.CLOSED: (),
    Stage.CANCELLED: (),
}


def step(now: str, then: Stage) -> Stage:
    """The next stage of a sitting, or Refused."""
    if then in NEXT[Stage(now)]:
        return then
    raise Refused(f"这次会议{now}，不能改为“{then}”。")
