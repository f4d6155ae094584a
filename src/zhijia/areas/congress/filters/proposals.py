"""What a list of proposals can be narrowed by."""

from zhijia.areas.congress.models import Proposal
from zhijia.areas.congress.rules.proposals import Stage
from zhijia.kit.filters import Between, Choice, Contains, FilterSet


class ProposalFilters(FilterSet):
    """Where they stand, what became of them, who handles them, days."""

    stage = Choice("stage", label="状态", choices=[(stage.value, stage.value) for stage in Stage])
    reply = Choice("reply", label="答复", choices=[(kind, f"{kind} 类") for kind in "ABC"])
    kind = Contains("kind", label="类别")
    main = Contains("main", label="主办")
    received_on = Between("received_on", label="提交日期")

    class Meta:
        model = Proposal
        fields = ()
