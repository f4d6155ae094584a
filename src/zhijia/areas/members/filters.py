"""What the lists of the members room can be narrowed by."""

from zhijia.areas.members.models import Application, Committee, Person, Spell, Stage, Standing, State, Term
from zhijia.core.org.models import Post, Role
from zhijia.kit.filters import Between, Choice, Contains, FilterSet, YesNo


class PersonFilters(FilterSet):
    """Unit, membership, standing, and whether something has to be checked."""

    unit = Contains("union__name", label="单位、小组")
    state = Choice("state_now", label="会籍", choices=[*((s, s) for s in State.values), ("非会员", "非会员")])
    standing = Choice("standing", label="在岗情况", choices=Standing.choices)
    doubts = YesNo("doubts", label="待核对", method="doubtful")

    class Meta:
        model = Person
        fields = ()

    def doubtful(self, rows, name, value):
        return rows.exclude(doubts="") if value else rows.filter(doubts="")


class SpellFilters(FilterSet):
    """Why and when memberships began and ended."""

    opened_by = Choice("opened_by", label="起因", choices=Spell._meta.get_field("opened_by").choices)
    closed_by = Choice("closed_by", label="止因", choices=Spell._meta.get_field("closed_by").choices)
    since = Between("since", label="起")
    until = Between("until", label="止")

    class Meta:
        model = Spell
        fields = ()


class ApplicationFilters(FilterSet):
    """How far an application is."""

    stage = Choice("stage", label="进度", choices=Stage.choices)
    applied_on = Between("applied_on", label="申请日期")

    class Meta:
        model = Application
        fields = ()


class TermFilters(FilterSet):
    """Which committee, in office or past."""

    committee = Choice("committee", label="委员会", choices=Committee.choices)
    past = YesNo("ended_on", label="状态", yes="在任", no="已届满", lookup_expr="isnull")

    class Meta:
        model = Term
        fields = ()


class PostFilters(FilterSet):
    """Which role, held now or before."""

    role = Choice("role", label="职责", choices=Role.choices)
    held = YesNo("until", label="状态", yes="在任", no="已离任", lookup_expr="isnull")

    class Meta:
        model = Post
        fields = ()
