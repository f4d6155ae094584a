"""What lists of appraisals can be narrowed by."""

from zhijia.areas.appraisal.models import Result, Round, Talk, worded
from zhijia.areas.appraisal.rules import Kind, Stage
from zhijia.kit.filters import Between, Choice, FilterSet, YesNo


class RoundFilters(FilterSet):
    """Kind, stage, days."""

    kind = Choice("kind", label="类别", choices=worded(Kind))
    stage = Choice("stage", label="进度", choices=worded(Stage))
    on = Between("on", label="测评日期")

    class Meta:
        model = Round
        fields = ()


class ResultFilters(FilterSet):
    """Days."""

    on = Between("subject__round__on", label="测评日期")

    class Meta:
        model = Result
        fields = ()


class TalkFilters(FilterSet):
    """Days, followed up or not."""

    on = Between("on", label="谈话日期")
    open = YesNo("followed_on", label="跟踪", yes="未跟踪", no="已跟踪", lookup_expr="isnull")

    class Meta:
        model = Talk
        fields = ()
