"""The usual way in Django: a ModelForm validates every row, bulk_create writes them in portions."""

from collections.abc import Sequence

from django.db import transaction
from django.forms import ModelForm

from zhijia.areas.members.models import Person, Spell

PORTION = 5000


class PersonForm(ModelForm):
    """The columns of people the importer fills from such a file."""

    class Meta:
        model = Person
        fields = ("name", "sex", "birth", "nation", "id_no", "phone", "standing")


class SpellForm(ModelForm):
    """The columns of memberships."""

    class Meta:
        model = Spell
        fields = ("state", "since", "since_told", "opened_by", "card_no")


def validated(rows: Sequence[dict], union, batch) -> list[tuple[Person, Spell | None]]:
    """A person and a membership for every row whose forms have no complaint and whose number is new."""
    told, seen = [], set()
    for row in rows:
        person = _person(row, union, batch)
        if person and row["身份证号"] not in seen:
            seen.add(row["身份证号"])
            told.append((person, _spell(row, person, batch)))
    return told


def write(told: list[tuple[Person, Spell | None]]) -> None:
    """All or nothing."""
    with transaction.atomic():
        Person.objects.bulk_create([person for person, _ in told], PORTION)
        Spell.objects.bulk_create([spell for _, spell in told if spell], PORTION)


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
