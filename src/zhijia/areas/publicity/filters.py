"""What a list of boards can be narrowed by."""

from zhijia.areas.publicity.models import Board, Medium
from zhijia.kit.filters import Between, Choice, FilterSet


class BoardFilters(FilterSet):
    """Medium and days."""

    medium = Choice("medium", label="形式", choices=Medium.choices)
    on = Between("on", label="出刊日期")

    class Meta:
        model = Board
        fields = ()
