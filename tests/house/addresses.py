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


RECORDS = {
    "rule": _rule, "override": _rule, "withdraw_override": "override",
    **dict.fromkeys((f"members:{n}" for n in ("person", "correct", "move", "leave", "alter", "reveal", "new_password")), "person"),
    "members:settle": "doubted", "members:apply": "newcomer", "members:make_account": "without_account",
    "members:application": "application", "members:step": "application",
    "members:union": _union, "members:found": _union,
    **dict.fromkeys((f"members:{n}" for n in ("rename", "move_union", "merge", "dissolve")), _group),
    **dict.fromkeys(("members:term", "members:close_term", "members:seat"), "term"), "members:leave_seat": "seat",
    **dict.fromkeys(("members:office", "members:hand_over", "members:relieve"), "post"),
    "members:import_preview": "roster_file", "members:undo_import": "roster_batch",
    **dict.fromkeys((f"meetings:{n}" for n in ("meeting", "hold", "sign_in", "minute", "resolve")), "meeting"),
    "meetings:resolution": "resolution",
    **dict.fromkeys((f"activities:{n}" for n in ("activity", "correct", "sign_up", "hold", "cancel")), "activity"),
    "activities:award": "entry", "activities:withdraw": "entry",
    "activities:equipment_one": "equipment", "activities:lend": "equipment", "activities:give_back": "loan",
    "publicity:board": "board", "publicity:article": "article", "publicity:subscription": "subscription",
    **dict.fromkeys((f"care:{n}" for n in ("visit", "correct_visit", "sign_receipt", "void_visit", "attach", "visit_file")), "visit"),
    "care:link_visit": "visit_by_name", "care:preview_visits": "visits_file", "care:undo_import": "visits_batch",
    **dict.fromkeys((f"care:{n}" for n in (
        "file", "describe", "survey", "judge", "post", "open_file", "stop", "leave", "review", "add_family",
    )), "file"),
    "care:watch": "watch", "care:take_step": "watch", "care:release": "watch", "care:settle_step": "step",
    "care:pair": "pair", "care:unpair": "pair",
    **dict.fromkeys((f"finance:{n}" for n in ("drive", "close_drive", "donate", "use", "publish")), "drive"), "finance:pay": "dues",
    "plan:plan": "draft_plan", "plan:add": "draft_plan", "plan:adopt": "draft_plan", "plan:word": "draft_plan",
    "plan:plan@adopted": "plan", "plan:add@adopted": "plan", "plan:word@adopted": "plan",
    **dict.fromkeys((f"plan:{n}" for n in ("item", "change", "finish", "drop", "resume")), "draft_item"),
    "plan:item@adopted": "item", "plan:change@adopted": "item",
    **dict.fromkeys((f"summary:{n}" for n in (
        "paper", "redraw", "rename", "add_first", "removed", "sign", "reopen", "word", "text", "preview", "drift", "sources",
    )), "draft"),
    **dict.fromkeys((f"summary:{n}@signed" for n in (
        "paper", "redraw", "sign", "reopen", "word", "text", "preview", "drift", "sources",
    )), "signed"),
    **dict.fromkeys((f"summary:{n}" for n in ("edit", "add", "remove", "reason")), "block"), "summary:restore": "removed",
    "summary:figures": _year, "summary:statistics": _year,
    "summary:trace": lambda side: [side.union.code, "2025", "activities.events"],
    "summary:trace@visits": lambda side: [side.union.code, "2025", "care.visits"],
    "summary:trace@hardship": lambda side: [side.union.code, "2025", "care.files"],
    "summary:trace@members": lambda side: [side.union.code, "2025", "members.members"],
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
    """Every line of the matrix: a route, once with each of its records."""
    variants = [name for name in RECORDS if "@" in name]
    return sorted({*(route.name for route in routes()), *variants})


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
