"""What the lists of care can be narrowed by."""

from zhijia.areas.care.models import HardshipFile, Pair, Visit, Watch, WatchKind, choices
from zhijia.areas.care.queries.visits import NO_RECEIPT, OVER_CAP
from zhijia.areas.care.rules import Category, Stage, VisitKind, Way
from zhijia.kit.filters import Between, Choice, FilterSet, YesNo


def over_cap(rows, name, value):
    return rows.filter(OVER_CAP) if value else rows.exclude(OVER_CAP)


def no_receipt(rows, name, value):
    return rows.filter(NO_RECEIPT) if value else rows.exclude(NO_RECEIPT)


def to_be_linked(rows, name, value):
    """Visits to a name, with nobody of the roll behind it yet."""
    open_names = {"person": None, "who__isnull": False}
    return rows.filter(**open_names) if value else rows.exclude(**open_names)


class VisitFilters(FilterSet):
    """Kind, days, way, what stands out."""

    kind = Choice("kind", label="类别", choices=choices(VisitKind))
    on = Between("on", label="走访日期")
    way = Choice("way", label="方式", choices=choices(Way))
    over = YesNo(label="超过限额", method=over_cap)
    unsigned = YesNo(label="缺签领", method=no_receipt)
    unlinked = YesNo(label="待认人", method=to_be_linked)

    class Meta:
        model = Visit
        fields = ()


class BookFilters(FilterSet):
    """The days a book covers."""

    on = Between("on", label="走访日期")
    kind = Choice("kind", label="类别", choices=choices(VisitKind))

    class Meta:
        model = Visit
        fields = ()


class FileFilters(FilterSet):
    """Stage and class of a hardship file."""

    stage = Choice("stage", label="进度", choices=choices(Stage))
    category = Choice("category", label="困难类别", choices=choices(Category))
    filed_on = Between("filed_on", label="建档日期")

    class Meta:
        model = HardshipFile
        fields = ()


class WatchFilters(FilterSet):
    """Why, and whether it is over."""

    kind = Choice("kind", label="类别", choices=choices(WatchKind))
    open = YesNo("released_on", label="状态", yes="在帮教", no="已解除", lookup_expr="isnull")

    class Meta:
        model = Watch
        fields = ()


class PairFilters(FilterSet):
    """Whether a pair still stands."""

    open = YesNo("ended_on", label="状态", yes="结对中", no="已解除", lookup_expr="isnull")

    class Meta:
        model = Pair
        fields = ()
