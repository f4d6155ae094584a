"""What the lists of this room can be narrowed by."""

from django.db.models import F

from zhijia.areas.finance.models import DonationDrive, DuesMonth
from zhijia.areas.finance.rules import PayWay
from zhijia.kit.filters import Between, Choice, FilterSet, YesNo


def owed(rows, name, value):
    return rows.filter(paid__lt=F("due")) if value else rows.filter(paid__gte=F("due"))


class DuesFilters(FilterSet):
    """Months, whether they are paid, how."""

    month = Between("month", label="月份")
    owed = YesNo(label="状态", yes="欠缴", no="已缴清", method=owed)
    way = Choice("way", label="方式", choices=[(str(way), str(way)) for way in PayWay])

    class Meta:
        model = DuesMonth
        fields = ()


class DriveFilters(FilterSet):
    """Whether a drive still runs."""

    open = YesNo("closed_on", label="状态", yes="进行中", no="已截止", lookup_expr="isnull")

    class Meta:
        model = DonationDrive
        fields = ()
