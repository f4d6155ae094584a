"""What happens to by-laws: adopt, revise, withdraw, hang up, take down."""

from django.db import transaction

from zhijia.areas.bylaws.models import Document, Posting, Version
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

EDIT = "bylaws.edit"


def adopt(actor, *, union, title, text, adopted_on, since=None, adopted_by="", subject="工作制度", keeper="") -> Document:
    """A new rule document (制定制度), in force from its day."""
    document = Document(union=union, title=title, subject=subject, keeper=keeper)
    with transaction.atomic():
        with deed(actor, EDIT, document, what=f"制定制度：{title}"):
            pass
        revise(actor, document, text=text, adopted_on=adopted_on, since=since, adopted_by=adopted_by)
    return document


def revise(actor, document, *, text, adopted_on, since=None, adopted_by="", change="") -> Version:
    """A new version (修订); the earlier ones stay to be read."""
    last = document.versions.first()
    version = Version(
        document=document, number=(last.number if last else 0) + 1, text=text, adopted_on=adopted_on, adopted_by=adopted_by,
        since=since or adopted_on, change=change,
    )
    with deed(actor, EDIT, version, what=f"制度第{version.number}版：{document}"):
        _standing(document)
        if last and adopted_on < last.adopted_on:
            raise Refused(f"通过日期早于第{last.number}版的 {last.adopted_on:%Y-%m-%d}，请核对。")
        if last and text == last.text:
            raise Refused(f"条文和第{last.number}版一样，没有要修订的。")
    return version


def withdraw(actor, document, *, on, why) -> Document:
    """A document is no longer in force (废止); sheets on walls are to be taken down."""
    with deed(actor, EDIT, document, what=f"废止制度：{document}"):
        _standing(document)
        document.withdrawn_on, document.why = on, why
    return document


def hang(actor, document, *, place, on) -> Posting:
    """Hang the version in force on a wall (上墙); an older sheet at the same place comes down that day."""
    version = document.versions.first()
    posting = Posting(version=version, place=place, on=on)
    with deed(actor, EDIT, posting, what=f"制度上墙：{document}，{place}"):
        _standing(document)
        if on < version.adopted_on:
            raise Refused(f"上墙日期早于通过日期 {version.adopted_on:%Y-%m-%d}，请核对。")
        for older in Posting.objects.filter(version__document=document, place=place, down_on=None):
            take_down(actor, older, on=max(on, older.on))
    return posting


def take_down(actor, posting, *, on) -> Posting:
    """Take a sheet off the wall."""
    with deed(actor, EDIT, posting, what=f"取下：{posting}"):
        if posting.down_on:
            raise Refused(f"这一张已于 {posting.down_on:%Y-%m-%d} 取下。")
        posting.down_on = on
    return posting


def _standing(document):
    if document.withdrawn_on:
        raise Refused(f"“{document}”已于 {document.withdrawn_on:%Y-%m-%d} 废止。需要时请另立一项。")
