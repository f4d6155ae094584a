"""The plate on the door: what the by-laws room offers to the house."""

from zhijia.areas.bylaws import queries
from zhijia.areas.bylaws.figures import FIGURES
from zhijia.core.org.powers import EVERYONE, OFFICE, Power
from zhijia.kit.area import Area, Card, Ledger, MenuItem


def cards(actor, today) -> list[Card]:
    """Sheets to be changed on walls, and documents a union of this kind usually has."""
    if not actor.may("bylaws.edit"):
        return []
    lacking = queries.expected_but_missing(actor, today)
    return [
        Card("墙上是旧版制度", queries.outdated(actor).count(), "bylaws:documents", "换上现行版本，废止的取下", urgent=True),
        Card("常用制度还没有", len(lacking), "bylaws:adopt", f"如 {'、'.join(lacking[:3])}"),
    ]


AREA = Area(
    key="bylaws",
    name="制度",
    powers=(
        Power("bylaws.read", "看制度", EVERYONE),
        Power("bylaws.edit", "制定、修订制度", OFFICE),
    ),
    menu=(MenuItem("制度上墙", "bylaws:documents", "bylaws.read", "单位和设置"),),
    figures=FIGURES,
    cards=cards,
    ledgers=(
        Ledger("制度目录", "bylaws:documents", "bylaws.read"),
        Ledger("制度上墙登记", "bylaws:postings", "bylaws.read"),
    ),
)
