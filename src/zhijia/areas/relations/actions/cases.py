"""What is done to cases of every kind: numbered when they begin, corrected, voided."""

from zhijia.areas.relations.queries.cases import numbers_given
from zhijia.areas.relations.rules.steps import step
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed


def number(case, on, field="number", form="{year}-{serial:03d}") -> str:
    """The next number in the books of the house: 2021-007."""
    beginning = form.partition("{serial")[0].format(year=on.year)
    serial = numbers_given(type(case), case.union, beginning, field) + 1
    return form.format(year=on.year, serial=serial)


def in_its_house(case) -> None:
    """Somebody of another roll is written down by name."""
    person = case.person
    if person and not person.union.path.startswith(case.union.house):
        raise Refused(f"{person.name} 不在{case.union}的名册上，请写姓名。")


def still_counts(case) -> None:
    if case.voided_on:
        raise Refused(f"这件已在 {case.voided_on} 作废，不能再办理。")


def move(case, nexts, then) -> None:
    """Take a case to its next step, if it still counts and the step may follow."""
    still_counts(case)
    case.stage = step(nexts, case.stage, then)


def correct(actor, case, *, power, **told):
    """Put right what was written down wrong; the trail keeps how it was."""
    with deed(actor, power, case, what=f"更正{case._meta.verbose_name}"):
        still_counts(case)
        for name, value in told.items():
            setattr(case, name, value)
    return case


def void(actor, case, *, power, on, why):
    """Take a case written down by mistake out of the counts (作废)."""
    with deed(actor, power, case, what=f"作废{case._meta.verbose_name}"):
        still_counts(case)
        case.voided_on, case.void_why = on, why
    return case
