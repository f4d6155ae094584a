"""Which record stands in which address: every route that takes one is named here, a new one is missed at once.

A route may be asked with several records: `summary:paper@signed` beside `summary:paper`. Routes that take nothing need no
line. A value is the name of one of the records (kept.py), or a function of the side giving the arguments.
"""

from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.house import rooms
from tests.house.rooms import at

NOWHERE = 987654  # the number of no record
QUERY = {"summary:reason": "?n=37人次", "care:cap": "?kind=生病住院&on=2025-03-08&amount=300"}


def _union(side):
    return [side.union.pk]


def _group(side):
    return [side.group.pk]


def _rule(side):
    return ["ui.late_days"]


def _year(side):
    return [side.union.code, 2025]


def _figure(key):
    return lambda side: [side.union.code, "2025", key]


RECORDS = {
    "rule": _rule, "override": _rule, "withdraw_override": "override", "job": "job",
    **at("members", "person", "person correct move leave alter reveal new_password"),
    **at("members", "application", "application step"), **at("members", "newcomer", "apply"),
    **at("members", "doubted", "settle"), **at("members", "without_account", "make_account"),
    **at("members", _union, "union found"), **at("members", _group, "rename move_union merge dissolve"),
    **at("members", "term", "term close_term seat"), **at("members", "seat", "leave_seat"),
    **at("members", "post", "office hand_over relieve"),
    **at("members", "roster_file", "import_preview"), **at("members", "roster_batch", "undo_import"),
    **at("meetings", "meeting", "meeting hold sign_in minute resolve"), **at("meetings", "resolution", "resolution"),
    **at("finance", "drive", "drive close_drive donate use publish"), **at("finance", "dues", "pay"),
    **at("care", "visit", "visit correct_visit sign_receipt void_visit attach visit_file"),
    **at("care", "visit_by_name", "link_visit"),
    **at("care", "visits_file", "preview_visits"), **at("care", "visits_batch", "undo_import"),
    **at("care", "file", "file describe survey judge post open_file stop leave review add_family"),
    **at("care", "watch", "watch take_step release"), **at("care", "step", "settle_step"),
    **at("care", "pair", "pair unpair"),
    **at("activities", "activity", "activity correct sign_up hold cancel"), **at("activities", "entry", "award withdraw"),
    **at("activities", "equipment", "equipment_one lend"), **at("activities", "loan", "give_back"),
    **at("publicity", "board", "board"), **at("publicity", "article", "article"),
    **at("publicity", "subscription", "subscription"),
    **at("plan", "draft_plan", "plan add adopt word"), **at("plan", "plan", "plan@adopted add@adopted word@adopted"),
    **at("plan", "draft_item", "item change finish drop resume"), **at("plan", "item", "item@adopted change@adopted"),
    **at("summary", "draft", "paper redraw rename add_first removed sign reopen word text preview drift sources"),
    **at("summary", "signed", "paper@signed redraw@signed sign@signed reopen@signed word@signed text@signed"),
    **at("summary", "signed", "preview@signed drift@signed sources@signed"),
    **at("summary", "block", "edit add remove reason"), **at("summary", "removed", "restore"),
    **at("summary", _year, "figures statistics"), **at("summary", _figure("activities.events"), "trace"),
    **at("summary", _figure("care.visits"), "trace@visits"), **at("summary", _figure("care.files"), "trace@hardship"),
    **at("summary", _figure("members.members"), "trace@members"),
    **{name: record for room in rooms.of("RECORDS") for name, record in room.items()},
}


@dataclass(frozen=True)
class Route:
    """A named address: its view and the kinds of its parameters."""

    name: str
    view: object
    takes: tuple[str, ...]

    @property
    def room(self) -> str:
        return self.name.split(":")[0] if ":" in self.name else "site"


def routes(resolver=None, namespace="") -> list[Route]:
    """Every named address of the house."""
    found = []
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            found += routes(each, f"{namespace}{each.namespace}:" if each.namespace else namespace)
        elif isinstance(each, URLPattern):
            found.append(Route(f"{namespace}{each.name}", each.callback, tuple(each.pattern.converters)))
    return found


def asked() -> list[str]:
    """Every line of the matrix: a route, once with each of its records; those whose record nobody named are missed."""
    variants = [name for name in RECORDS if "@" in name]
    return sorted({*(route.name for route in routes()), *variants} - set(unmapped()) - set(stale()))


def unmapped() -> list[str]:
    """Routes that take a record nobody named."""
    return sorted(route.name for route in routes() if route.takes and route.name not in RECORDS)


def stale() -> list[str]:
    """Names of records for routes that are gone."""
    known = {route.name for route in routes() if route.takes}
    return sorted(name for name in RECORDS if name.split("@")[0] not in known)


def takes_record(line: str) -> bool:
    """Whether the address names a record of a union (a standard is everybody's)."""
    return line in RECORDS and line not in ("rule", "override")


def address(line: str, side) -> str:
    """The address of a line with that side's record in it."""
    wanted = RECORDS.get(line)
    arguments = [] if wanted is None else wanted(side) if callable(wanted) else [getattr(side.kept, wanted).pk]
    return _reversed(line, arguments)


def nowhere(line: str, side) -> str:
    """The same address with a record that does not exist."""
    wanted = RECORDS[line]
    first, *rest = wanted(side) if callable(wanted) else [NOWHERE]
    return _reversed(line, ["no-such-union" if isinstance(first, str) else NOWHERE, *rest])


def _reversed(line, arguments):
    name = line.split("@")[0]
    return reverse(name, args=arguments) + QUERY.get(name, "")
