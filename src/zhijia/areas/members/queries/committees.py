"""What stands out in a union's committees: those it lacks, their size and composition, terms near their end."""

from datetime import date

from django.utils import timezone

from zhijia.areas.members.models import Committee, Person, Seat, Spell, Standing, State, Term
from zhijia.areas.members.queries.organisation import in_force
from zhijia.areas.members.rules import committees as rules
from zhijia.core.org.models import Kind, Post, Role, Union
from zhijia.core.policy import PolicyBook, explain

OWED = (
    (Committee.UNION, "members", "org.committee.required_members"),
    (Committee.AUDIT, "members", "org.committee.required_members"),
    (Committee.WOMEN, "women", "org.women.committee_members"),
    (Committee.PROTECTION, "staff", "org.protection.committee_staff"),
    (Committee.SUPERVISION, "members", "org.labour_law.committee_members"),
)


def committee_checks(term: Term, *, today: date | None = None) -> list[str]:
    """What stands out in a committee and its term, each as one sentence with its rule; `term` carries its open seats."""
    today = today or timezone.localdate()
    book = PolicyBook(term.union, today, keys=(
        "org.committee.size", "org.audit.size", "org.protection.committee_size", "org.chair.vacancy_months",
        "org.term.alert_months", "org.term.years",
    ))
    sitting = [_sitting(seat) for seat in term.seats.all() if seat.until is None]
    found = rules.composition(sitting, _allowed(term, book), vacancy_months=book["org.chair.vacancy_months"].value)
    found += _of_its_kind(term, sitting)
    found += _vacancy(term, sitting, book["org.chair.vacancy_months"], today)
    left = countdown(term, book["org.term.alert_months"].value, today)
    if term.years not in book["org.term.years"].value:
        found.append(f"任期 {term.years} 年不在规定之内（{book['org.term.years']}）。")
    return [*found, *([f"任期{left.warning}，请按期换届；提前或延期须经上级工会批准。"] if left.warning else [])]


def _of_its_kind(term, sitting) -> list[str]:
    """What this kind of committee asks of those who sit in it."""
    if term.committee == Committee.WOMEN:
        return rules.of_women(sitting)
    if term.committee == Committee.MEDIATION:
        return rules.of_mediation(sitting)
    if term.committee == Committee.AUDIT:
        return rules.of_audit(sitting, _leaders(term.union))
    return []


def _leaders(union) -> set[str]:
    """Names of those who lead the union or keep its money."""
    heads = Seat.objects.filter(
        term__union=union, term__committee=Committee.UNION, term__ended_on=None, until=None, title__in=("主席", "副主席"),
    ).values_list("name", flat=True)
    keepers = Post.objects.filter(union=union, role=Role.TREASURER, until=None).values_list("holder__name", flat=True)
    return {*heads, *keepers}


def _vacancy(term, sitting, rule, today) -> list[str]:
    """How long nobody has chaired, where someone did before."""
    if any(each.title.startswith(rules.CHAIRS) for each in sitting):
        return []
    left = [seat.until for seat in term.seats.model.objects.filter(term=term, until__isnull=False) if _chaired(seat)]
    if not rules.vacant_too_long(max(left, default=None), today, rule.whole):
        return []
    return [f"主席（主任）自 {max(left):%Y-%m-%d} 起空缺，已超过 {rule.whole} 个月。{explain(rule)}"]


def _chaired(seat) -> bool:
    return seat.title.startswith(rules.CHAIRS)


def owed_committees(union: Union, *, today: date) -> list[str]:
    """Committees a legal-person union of this size should have and has not, each as one sentence with its rule."""
    if not Kind(union.kind).legal_person:
        return []
    book = PolicyBook(union, today, keys=tuple({key for _, _, key in OWED}))
    rows = [(committee, counts, rule) for committee, counts, key in OWED if (rule := book.get(key))]
    standing = set(in_force(Union.objects.filter(pk=union.pk), today).values_list("committee", flat=True))
    owed = rules.required(
        _size(union), [rules.Threshold(committee, counts, rule.whole) for committee, counts, rule in rows], standing
    )
    said = {committee: rule for committee, _, rule in rows}
    return [f"应设{committee}：{why}。{explain(said[committee])}" for committee, why in owed]


def _size(union) -> rules.Size:
    staff = Person.objects.filter(house=union).exclude(standing__in=(Standing.RETIRED, Standing.LEFT))
    members = staff.filter(spells__state=State.MEMBER, spells__until=None)
    return rules.Size(members.count(), members.filter(sex="女").count(), staff.count())


def countdown(term: Term, alert_months, today: date) -> rules.Countdown:
    """How far a term is from its end."""
    return rules.countdown(rules.term_end(term.since, term.years), today, alert_months)


def _sitting(seat: Seat) -> rules.Sitting:
    state = None if seat.person is None else _state(seat)
    return rules.Sitting(seat.name, seat.title, state, seat.person.sex if seat.person else "")


def _state(seat: Seat) -> str:
    """The state of membership of who sits there, "" for none."""
    return next((spell.state for spell in seat.person.spells.all() if spell.until is None), "")


def _allowed(term, book):
    if term.committee == Committee.UNION:
        heads = Spell.objects.filter(
            state=State.MEMBER, until=None, person__union__path__startswith=term.union.path
        ).count()
        return rules.seats_allowed(book["org.committee.size"].value, heads)
    sizes = {Committee.AUDIT: "org.audit.size", Committee.PROTECTION: "org.protection.committee_size"}
    found = book.get(sizes[term.committee]) if term.committee in sizes else None
    return tuple(found.value) if found else None
