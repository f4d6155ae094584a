"""Which record stands in which address: every route that takes one is named here, a new one is missed at once.

A route may be asked with several records: `summary:paper@signed` beside `summary:paper`. Routes that take nothing need no
line. A value is the name of one of the records (kept.py), or a function of the side giving the arguments.
"""

from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

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


def _of(room: str, record, names: str) -> dict:
    """The record that stands in several addresses of a room; `name@variant` is the address asked with another one."""
    return {f"{room}:{name}": record for name in names.split()}


def _figure(key):
    return lambda side: [side.union.code, "2025", key]


RECORDS = {
    "rule": _rule, "override": _rule, "withdraw_override": "override", "job": "job",
    **_of("members", "person", "person correct move leave alter reveal new_password"),
    **_of("members", "application", "application step"), **_of("members", "newcomer", "apply"),
    **_of("members", "doubted", "settle"), **_of("members", "without_account", "make_account"),
    **_of("members", _union, "union found"), **_of("members", _group, "rename move_union merge dissolve"),
    **_of("members", "term", "term close_term seat"), **_of("members", "seat", "leave_seat"),
    **_of("members", "post", "office hand_over relieve"),
    **_of("members", "roster_file", "import_preview"), **_of("members", "roster_batch", "undo_import"),
    **_of("meetings", "meeting", "meeting hold sign_in minute resolve"), **_of("meetings", "resolution", "resolution"),
    **_of("finance", "drive", "drive close_drive donate use publish"), **_of("finance", "dues", "pay"),
    **_of("care", "visit", "visit correct_visit sign_receipt void_visit attach visit_file"),
    **_of("care", "visit_by_name", "link_visit"),
    **_of("care", "visits_file", "preview_visits"), **_of("care", "visits_batch", "undo_import"),
    **_of("care", "file", "file describe survey judge post open_file stop leave review add_family"),
    **_of("care", "watch", "watch take_step release"), **_of("care", "step", "settle_step"),
    **_of("care", "pair", "pair unpair"),
    **_of("activities", "activity", "activity correct sign_up hold cancel"), **_of("activities", "entry", "award withdraw"),
    **_of("activities", "equipment", "equipment_one lend"), **_of("activities", "loan", "give_back"),
    **_of("publicity", "board", "board"), **_of("publicity", "article", "article"),
    **_of("publicity", "subscription", "subscription"),
    **_of("plan", "draft_plan", "plan add adopt word"), **_of("plan", "plan", "plan@adopted add@adopted word@adopted"),
    **_of("plan", "draft_item", "item change finish drop resume"), **_of("plan", "item", "item@adopted change@adopted"),
    **_of("summary", "draft", "paper redraw rename add_first removed sign reopen word text preview drift sources"),
    **_of("summary", "signed", "paper@signed redraw@signed sign@signed reopen@signed word@signed text@signed"),
    **_of("summary", "signed", "preview@signed drift@signed sources@signed"),
    **_of("summary", "block", "edit add remove reason"), **_of("summary", "removed", "restore"),
    **_of("summary", _year, "figures statistics"), **_of("summary", _figure("activities.events"), "trace"),
    **_of("summary", _figure("care.visits"), "trace@visits"), **_of("summary", _figure("care.files"), "trace@hardship"),
    **_of("summary", _figure("members.members"), "trace@members"),
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
    arguments = ["no-such-union", *wanted(side)[1:]] if callable(wanted) and isinstance(wanted(side)[0], str) else [NOWHERE]
    return _reversed(line, arguments)


def _reversed(line, arguments):
    name = line.split("@")[0]
    return reverse(name, args=arguments) + QUERY.get(name, "")
