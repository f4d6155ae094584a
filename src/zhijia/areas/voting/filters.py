"""What the list of votes can be narrowed by."""

from zhijia.areas.voting.models import Vote
from zhijia.areas.voting.rules import Kind, Stage
from zhijia.kit.filters import Between, Choice, FilterSet


class VoteFilters(FilterSet):
    """How, where it stands, when."""

    kind = Choice("kind", label="方式", choices=[(kind.value, kind.value) for kind in Kind])
    stage = Choice("stage", label="状态", choices=[(stage.value, stage.value) for stage in Stage])
    on = Between("on", label="日期")

    class Meta:
        model = Vote
        fields = ()
