"""What a list of activities can be narrowed by."""

from zhijia.areas.activities.models import Activity, Category
from zhijia.kit.filters import Between, Choice, FilterSet, YesNo


class ActivityFilters(FilterSet):
    """Kind, days, held or not."""

    category = Choice("category", label="类别", choices=Category.choices)
    held = YesNo("held", label="状态", yes="已举办", no="未举办")
    on = Between("on", label="日期")

    class Meta:
        model = Activity
        fields = ()
