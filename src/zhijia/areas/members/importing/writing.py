"""Writing a judged roster: one deed on the batch, everything set by set, all or nothing."""

from collections.abc import Iterable
from os import urandom

from django.db import IntegrityError, connection
from django.utils import timezone

from zhijia.areas.members.actions.people import roll_of
from zhijia.areas.members.importing.facts import MEMBER, Facts
from zhijia.areas.members.importing.judging import KIND, Move, Plan
from zhijia.areas.members.importing.pace import uncollected
from zhijia.areas.members.importing.places import Places
from zhijia.areas.members.models import Opened, Person, Spell, Transfer
from zhijia.core.database.bulk import bulk_load
from zhijia.core.imports.batches import new_batch, remember
from zhijia.core.imports.models import Batch
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed
from zhijia.kit.imports import Verdict

POWER = "members.import"
TOLD = Facts._fields[:Facts._fields.index("state")]
PERSON = ("uid", "house", "union", *TOLD, "batch")
SPELL = ("person", "state", "since", "since_told", "opened_by", "card_no", "batch")
STALE = "预览之后名册又有变动，没有写入。请重新选择文件预览一次，再写入。"
PORTION = 500


@uncollected()
def write(actor, union, verdict: Verdict) -> Batch | None:
    """Write what was judged; None when there is nothing to write."""
    plan: Plan = verdict.plan
    if not plan.new and not plan.changed:
        return None
    batch = new_batch(KIND, union, verdict.file_name, verdict.digest, actor)
    batch.counts = {**verdict.counts, "problems": len(verdict.problems), "totals": verdict.totals}
    try:
        with deed(actor, POWER, batch, what=f"导入花名册：{verdict.file_name}"):
            batch.save()
            places = _places(plan, union, batch)
            _bring_in(plan, places, roll_of(union).pk, batch)
            _bring_up_to_date(plan, places, batch)
    except IntegrityError as wrong:
        raise Refused(STALE) from wrong
    return batch


def _places(plan: Plan, union, batch) -> Places:
    places = Places(union)
    places.make(places.missing([way for _, way in plan.new] + [move.way for move in plan.changed]), batch)
    return places


def _bring_in(plan: Plan, places: Places, house: int, batch: Batch) -> None:
    """People who were not on the roll, and their memberships."""
    before = len(TOLD)
    bulk_load(Person, PERSON, (
        (uid, house, places.known[way], *facts[:before], batch.pk)
        for uid, (facts, way) in zip(_uids(len(plan.new)), plan.new, strict=True)
    ))
    keys = Person.objects.filter(batch=batch).order_by("pk").values_list("pk", flat=True)
    told = zip(keys.iterator(5000), (facts for facts, _ in plan.new), strict=True)
    _open(((pk, facts) for pk, facts in told if facts.state), batch)


def _uids(count: int) -> Iterable[str]:
    """Random UUIDs (version 4) in hexadecimal, from one draw."""
    drawn = urandom(16 * count).hex()
    for at in range(0, 32 * count, 32):
        yield f"{drawn[at:at + 12]}4{drawn[at + 13:at + 16]}8{drawn[at + 17:at + 32]}"


def _open(told: Iterable[tuple[int, Facts]], batch: Batch) -> None:
    """Memberships told of for the first time."""
    bulk_load(Spell, SPELL, (
        (pk, f.state, f.since, f.since_told, Opened.JOINED if f.state == MEMBER else Opened.KEPT, f.card_no, batch.pk)
        for pk, f in told
    ))


def _bring_up_to_date(plan: Plan, places: Places, batch: Batch) -> None:
    """People and memberships the file tells of otherwise than before; the old rows stay with the batch."""
    if not plan.changed:
        return
    _rewrite_people([move for move in plan.changed if set(move.columns) - {"since", "card", "state"}], places, batch)
    _rewrite_spells([move for move in plan.changed if {"since", "card"} & set(move.columns)], batch)
    _open(((move.known.pk, move.facts) for move in plan.changed if move.opens), batch)


def _rewrite_people(moves: list[Move], places: Places, batch: Batch) -> None:
    remember(batch, Person, [move.known.pk for move in moves])
    names, today = {"doubts", "initials"}, timezone.localdate()
    transfers, people = [], _by_key(Person, [move.known.pk for move in moves])
    for move in moves:
        person = people[move.known.pk]
        person.doubts, person.initials = move.facts.doubts, move.facts.initials
        for name in set(move.columns) & set(TOLD):
            setattr(person, name, getattr(move.facts, name))
            names.add(name)
        if "union" in move.columns:
            transfers.append(Transfer(
                person=person, on=today, before_id=person.union_id, after_id=places.known[move.way], batch=batch,
            ))
            person.union_id = places.known[move.way]
            names.add("union")
    names |= {f"{name.split('_')[0]}_blind" for name in names & {"id_no", "phone"}}
    _rewrite(Person, people.values(), sorted(names))
    Transfer.objects.bulk_create(transfers, PORTION)


def _rewrite_spells(moves: list[Move], batch: Batch) -> None:
    remember(batch, Spell, [move.known.spell for move in moves])
    spells = _by_key(Spell, [move.known.spell for move in moves])
    for move in moves:
        spell = spells[move.known.spell]
        if "since" in move.columns:
            spell.since_told = move.facts.since_told
            spell.since = move.facts.since if spell.opened_by == Opened.JOINED else spell.since
        if "card" in move.columns:
            spell.card_no = move.facts.card_no
    _rewrite(Spell, spells.values(), ["card_no", "since", "since_told"])


def _by_key(model, keys: list[int]) -> dict:
    """Rows by key, a portion a query."""
    found = {}
    for start in range(0, len(keys), PORTION):
        found |= model.objects.in_bulk(keys[start:start + PORTION])
    if len(found) < len(set(keys)):
        raise Refused(STALE)
    return found


def _rewrite(model, rows, names: list[str]) -> None:
    """Write columns of many rows with one prepared UPDATE; sealed columns are sealed to their row."""
    fields = [model._meta.get_field(name) for name in names]
    quote = connection.ops.quote_name
    sets = ", ".join(f"{quote(field.column)} = %s" for field in fields)
    values = [
        [*(field.get_db_prep_save(field.pre_save(row, add=False), connection) for field in fields), row.pk] for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {quote(model._meta.db_table)} SET {sets} WHERE id = %s", values)
