"""What a list of by-laws can be narrowed by."""

from zhijia.areas.bylaws.models import Document, Subject
from zhijia.kit.filters import Choice, FilterSet, YesNo


class DocumentFilters(FilterSet):
    """Subject; in force or not."""

    subject = Choice("subject", label="类别", choices=Subject.choices)
    standing = YesNo("withdrawn_on", label="效力", yes="施行中", no="已废止", lookup_expr="isnull")

    class Meta:
        model = Document
        fields = ()
