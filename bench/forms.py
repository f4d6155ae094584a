"""The usual way in Django: a ModelForm validates every row, bulk_create writes them in portions."""

from collections.abc import Sequence

from django.db import transaction
from django.forms import ModelForm

from zhijia.areas.members.importing.writing import PERSON, SPELL
from zhijia.areas.members.models import Person, Spell

PORTION = 5000
SET = {"house", "union", "person", "batch", "uid"}  # given by the import itself, so no query a row


def told(model, columns: Sequence[str]) -> list[str]:
    """The columns the importer writes, as far as a form may fill them."""
    return [name for name in columns if name not in SET and model._meta.get_field(name).editable]


class PersonForm(ModelForm):
    """A person, all columns the importer writes."""

    class Meta:
        model = Person
        fields = told(Person, PERSON)


class SpellForm(ModelForm):
    """A membership, all columns the importer writes."""

    class Meta:
        model = Spell
        fields = told(Spell, SPELL)


def validated(rows: Sequence[dict], union, batch) -> list[tuple[Person, Spell | None]]:
    """A person and a membership for every row whose forms have no complaint and whose number is new."""
    found, seen = [], set()
    for row in rows:
        person = _person(row, union, batch)
        if person and row["身份证号"] not in seen:
            seen.add(row["身份证号"])
            found.append((person, _spell(row, person, batch)))
    return found


def write(found: list[tuple[Person, Spell | None]]) -> None:
    """All or nothing."""
    with transaction.atomic():
        Person.objects.bulk_create([person for person, _ in found], PORTION)
        Spell.objects.bulk_create([spell for _, spell in found if spell], PORTION)


def _person(row, union, batch) -> Person | None:
    form = PersonForm(
        {
            "name": row["姓名"], "sex": row["性别"], "birth": row["出生日期"], "nation": row["民族"],
            "id_no": row["身份证号"], "phone": row["手机号码"], "standing": "在岗",
        },
        instance=Person(house=union, union=union, batch=batch),
    )
    return form.instance if form.is_valid() else None


def _spell(row, person, batch) -> Spell | None:
    form = SpellForm(
        {
            "state": row["会籍状态"], "since": row["入会时间"], "since_told": row["入会时间"], "opened_by": "入会",
            "card_no": row["会员证号"],
        },
        instance=Spell(person=person, batch=batch),
    )
    return form.instance if form.is_valid() else None
