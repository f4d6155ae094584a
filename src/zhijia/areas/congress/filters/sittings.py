"""What lists of sittings and of votes can be narrowed by."""

from zhijia.areas.congress.models import Item, Sitting
from zhijia.areas.congress.rules.kinds import Form, Stage
from zhijia.kit.filters import Between, Choice, FilterSet, YesNo


class SittingFilters(FilterSet):
    """Stage, form, days."""

    stage = Choice("stage", label="状态", choices=[(s.value, s.value) for s in Stage])
    form = Choice("form", label="性质", choices=[(f.value, f.value) for f in Form])
    on = Between("on", label="召开日期")

    class Meta:
        model = Sitting
        fields = ()


class ItemFilters(FilterSet):
    """Carried or not, days."""

    carried = YesNo("carried", label="结果", yes="通过", no="未通过")
    on = Between("sitting__on", label="日期")

    class Meta:
        model = Item
        fields = ()
