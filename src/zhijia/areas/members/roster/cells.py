"""The cells of a roster, column by column: each distinct value is understood once."""

from collections.abc import Callable
from functools import lru_cache

from zhijia.areas.members.rules import identity, words
from zhijia.kit.sheet import cells, dates

Column = list
Faults = dict[int, list[tuple[str, str]]]
DATES = ("birth", "joined_work", "joined_unit", "joined_union", "retired_on")
RAW = ("note", "subject")
DISTINCT = ("id_no", "phone")


def once(read: Callable, column: Column) -> Column:
    """Understand each distinct value of a column once (a roster repeats its words thousands of times)."""
    known = {value: read(value) for value in set(column)}
    return [known[value] for value in column]


def read_column(key: str, column: Column, faults: Faults) -> Column:
    """The values of a column; what is wrong goes to `faults` under the position of the row."""
    if key in RAW or key not in READERS:
        return once(cells.text if key in RAW or key.startswith("*") else cells.word, column)
    read = READERS[key]
    return split(key, [read(v) for v in column] if key in DISTINCT else once(read, column), faults)


def split(key: str, pairs: list[tuple], faults: Faults) -> Column:
    """Values on one side, faults on the other."""
    if not pairs:
        return []
    values, codes = zip(*pairs, strict=True)
    if any(codes):
        for position, code in enumerate(codes):
            if code is not None:
                faults.setdefault(position, []).append((key, code))
    return list(values)


def read_id(value) -> identity.Checked:
    """An identity number as it was typed or stored."""
    return identity.check_id(cells.code(value))


def read_phone(value) -> identity.Checked:
    """A phone number as it was typed or stored."""
    return identity.check_phone(cells.phone(value))


def read_sex(value) -> tuple[str | None, str | None]:
    """男, 女 or nothing."""
    word = cells.word(value)
    sex = words.sex(word)
    return sex, "sex_unknown" if word and not sex else None


def read_member(value) -> tuple[bool | None, str | None]:
    """Whether the member column says yes; empty and dash are no."""
    yes = cells.yes_no(value)
    return (yes, None) if yes is not None else words.membership(cells.word(value))


def read_status(value) -> tuple[str | None, str | None]:
    """The state of a membership; an unknown word stays as typed."""
    state, code = words.membership_status(cells.word(value))
    return (cells.text(value) if code else state), code


@lru_cache(maxsize=1024)
def read_nation(value) -> tuple[str | None, None]:
    """汉 and 汉族 are the same."""
    return words.people(cells.word(value)), None


READERS: dict[str, Callable] = {
    "id_no": read_id,
    "phone": read_phone,
    "sex": read_sex,
    "member": read_member,
    "status": read_status,
    "nation": read_nation,
    **dict.fromkeys(DATES, dates.read_date),
}
