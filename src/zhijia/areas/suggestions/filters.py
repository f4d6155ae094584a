"""What a list of suggestions can be narrowed by."""

from zhijia.areas.suggestions.models import Suggestion
from zhijia.areas.suggestions.rules import Stage
from zhijia.kit.filters import Between, Choice, Contains, FilterSet


class SuggestionFilters(FilterSet):
    """How far, of what kind, when."""

    stage = Choice("stage", label="进度", choices=[(s.value, s.value) for s in Stage])
    kind = Contains("kind", label="类别")
    raised_on = Between("raised_on", label="提出日期")
    adopted_on = Between("adopted_on", label="采纳日期")

    class Meta:
        model = Suggestion
        fields = ()
