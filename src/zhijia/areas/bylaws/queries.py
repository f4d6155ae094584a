"""Which by-laws an actor sees, and which rows figures count."""

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from zhijia.areas.bylaws import rules
from zhijia.areas.bylaws.models import Document, Posting, Version
from zhijia.core.org.models import Union
from zhijia.core.org.scope import reach
from zhijia.core.policy import maybe


def visible(actor) -> QuerySet[Document]:
    """Documents the actor may see, each with its latest version's number, day, and whether it hangs anywhere."""
    latest = Version.objects.filter(document=OuterRef("pk")).order_by("-number")
    hanging = Posting.objects.filter(version__document=OuterRef("pk"), down_on=None).order_by("-version__number")
    return Document.objects.filter(reach(actor, "bylaws.read")).select_related("union").annotate(
        number=Subquery(latest.values("number")[:1]), since=Subquery(latest.values("since")[:1]),
        hanging=Subquery(hanging.values("version__number")[:1]), hangs_at=Subquery(hanging.values("place")[:1]),
    )


def in_force(actor) -> QuerySet[Document]:
    """Of those, the ones not withdrawn."""
    return visible(actor).filter(withdrawn_on=None)


def versions(actor) -> QuerySet[Version]:
    """Versions of the documents the actor may see, the latest first."""
    return Version.objects.filter(reach(actor, "bylaws.read", "document__union")).select_related("document__union")


def postings(actor) -> QuerySet[Posting]:
    """Sheets on walls, those still hanging first."""
    found = Posting.objects.filter(reach(actor, "bylaws.read", "version__document__union"))
    return found.select_related("version__document__union").order_by("-down_on", "-on", "-id")


def outdated(actor) -> QuerySet[Document]:
    """Documents whose sheet on the wall is of an older version, or was withdrawn."""
    newest = Max("version__document__versions__number")
    stale = Posting.objects.filter(down_on=None).annotate(newest=newest).filter(
        Q(version__number__lt=newest) | Q(version__document__withdrawn_on__isnull=False)
    )
    return visible(actor).filter(pk__in=stale.values("version__document"))


def expected_but_missing(actor, today) -> list[str]:
    """Documents a union of this kind usually has and the actor's own union has not."""
    union = Union.objects.filter(pk=actor.home).first()
    rule = union and maybe("org.wall.documents", union, today)
    if not rule:
        return []
    return rules.missing(rule.value, Document.objects.filter(union=union, withdrawn_on=None).values_list("title", flat=True))


def standing(unions, period) -> QuerySet[Document]:
    """Documents in force at the end of the period."""
    running = adopted_ever(unions, period)
    return running.filter(Q(withdrawn_on=None) | Q(withdrawn_on__gt=period.end)).select_related("union")


def adopted_ever(unions, period) -> QuerySet[Document]:
    """Every document adopted by the end of the period."""
    return Document.objects.filter(
        union__in=unions, pk__in=Version.objects.filter(since__lte=period.end).values("document")
    )


def adopted(unions, period) -> QuerySet[Version]:
    """Versions adopted in the period: new documents and revisions."""
    return Version.objects.filter(
        document__union__in=unions, adopted_on__range=(period.start, period.end)
    ).select_related("document__union")


def on_walls(unions, period) -> QuerySet[Document]:
    """Documents of which a sheet hung at the end of the period."""
    hung = Posting.objects.filter(Q(down_on=None) | Q(down_on__gt=period.end), on__lte=period.end)
    return standing(unions, period).filter(pk__in=hung.values("version__document"))
