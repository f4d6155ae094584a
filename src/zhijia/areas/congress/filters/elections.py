"""What a list of elections can be narrowed by."""

from zhijia.areas.congress.models import Election
from zhijia.areas.congress.rules.elections import Aim, Body, Stage
from zhijia.kit.filters import Between, Choice, FilterSet


class ElectionFilters(FilterSet):
    """Committee, kind, stage, days."""

    body = Choice("body", label="委员会", choices=[(each.value, each.value) for each in Body])
    aim = Choice("aim", label="类别", choices=[(each.value, each.value) for each in Aim])
    stage = Choice("stage", label="状态", choices=[(each.value, each.value) for each in Stage])
    on = Between("on", label="日期")

    class Meta:
        model = Election
        fields = ()
