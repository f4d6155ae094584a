"""What lists of the openness room can be narrowed by."""

from zhijia.areas.openness.models import Check, Entry, Item
from zhijia.areas.openness.rules import CheckKind, Duration, Line, Scope, State
from zhijia.kit.filters import Between, Choice, FilterSet, YesNo


def _of(names) -> list[tuple[str, str]]:
    return [(str(name), str(name)) for name in names]


class ItemFilters(FilterSet):
    """State, kind of affairs, scope, days."""

    state = Choice("state", label="状态", choices=_of(State))
    line = Choice("line", label="类别", choices=_of(Line))
    scope = Choice("scope", label="范围", choices=_of(Scope))
    shown_on = Between("shown_on", label="公开日期")

    class Meta:
        model = Item
        fields = ()


class EntryFilters(FilterSet):
    """Kind of affairs, how long open, still in the catalogue or not."""

    line = Choice("line", label="类别", choices=_of(Line))
    duration = Choice("duration", label="公开时限", choices=_of(Duration))
    gone = YesNo("withdrawn_on", label="状态", lookup_expr="isnull", yes="在列", no="已删去")

    class Meta:
        model = Entry
        fields = ()


class CheckFilters(FilterSet):
    """Kind and days of a check."""

    kind = Choice("kind", label="类别", choices=_of(CheckKind))
    on = Between("on", label="检查日期")

    class Meta:
        model = Check
        fields = ()
