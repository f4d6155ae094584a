"""What a list of meetings can be narrowed by."""

from zhijia.areas.meetings.models import Kind, Meeting, Resolution
from zhijia.kit.filters import Between, Choice, FilterSet, YesNo


class MeetingFilters(FilterSet):
    """Kind and days."""

    kind = Choice("kind", label="类别", choices=Kind.choices)
    on = Between("on", label="日期")

    class Meta:
        model = Meeting
        fields = ()


class ResolutionFilters(FilterSet):
    """Carried out or not."""

    open = YesNo("done_on", label="落实", yes="未落实", no="已落实", lookup_expr="isnull")

    class Meta:
        model = Resolution
        fields = ()
