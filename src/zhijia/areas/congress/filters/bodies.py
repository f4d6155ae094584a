"""What a roll of delegates can be narrowed by."""

from zhijia.areas.congress.models import Delegate
from zhijia.areas.congress.rules.kinds import Group, Kind
from zhijia.kit.filters import Choice, FilterSet, YesNo


class DelegateFilters(FilterSet):
    """Kind of congress, group, in office or not."""

    kind = Choice("congress__kind", label="大会", choices=[(k.value, k.value) for k in Kind])
    group = Choice("group", label="职务类别", choices=[(g.value, g.value) for g in Group])
    until = YesNo("until", label="任职", yes="在任", no="已终止", lookup_expr="isnull")
    observer = YesNo("observer", label="表决权", yes="列席", no="有表决权")

    class Meta:
        model = Delegate
        fields = ()
