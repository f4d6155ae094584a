"""What the lists of the room can be narrowed by."""

from django.db.models import Q

from zhijia.areas.relations.models import Contract, Dispute, Letter, Supervision
from zhijia.areas.relations.models.cases import choices
from zhijia.areas.relations.rules import contracts, letters, mediation, supervision
from zhijia.kit.filters import Between, Choice, FilterSet, YesNo


def waiting(rows, name, value):
    """Letters not answered yet."""
    owed = Q(stage__in=letters.OPEN, voided_on=None)
    return rows.filter(owed if value else ~owed)


def at_stage(rows, name, value):
    """Cases at a stage; one that was voided stands nowhere."""
    return rows.filter(stage=value, voided_on=None)


class LetterFilters(FilterSet):
    """Days, stage, topic, whether an answer is owed."""

    on = Between("on", label="收到日期")
    stage = Choice(label="进度", choices=choices(letters.Stage), method=at_stage)
    topic = Choice("topic", label="类别", choices=choices(letters.Topic))
    waiting = YesNo(label="待答复", method=waiting)

    class Meta:
        model = Letter
        fields = ()


class DisputeFilters(FilterSet):
    """Days, stage, what about."""

    on = Between("received_on", label="申请日期")
    stage = Choice(label="进度", choices=choices(mediation.Stage), method=at_stage)
    topic = Choice("topic", label="事由", choices=choices(mediation.Topic))

    class Meta:
        model = Dispute
        fields = ()


class MatterFilters(FilterSet):
    """Days, stage, origin."""

    on = Between("on", label="日期")
    stage = Choice(label="进度", choices=choices(supervision.Stage), method=at_stage)
    origin = Choice("origin", label="来源", choices=choices(supervision.Origin))

    class Meta:
        model = Supervision
        fields = ()


class ContractFilters(FilterSet):
    """Kind, stage, last day."""

    kind = Choice("kind", label="类别", choices=choices(contracts.Kind))
    stage = Choice(label="进度", choices=choices(contracts.Stage), method=at_stage)
    last_on = Between("last_on", label="到期日期")

    class Meta:
        model = Contract
        fields = ()
