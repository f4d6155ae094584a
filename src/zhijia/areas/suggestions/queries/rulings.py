"""What policy says about suggestions at a union on a day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from zhijia.areas.suggestions import rules
from zhijia.core.org.models import Union
from zhijia.core.policy import PolicyBook, explain, policy

CLOCKS = ("accept", "assess", "reckon", "countersign", "grade", "reward")


def house_of(union) -> Union:
    """The legal-person union a group belongs to."""
    return union if union.path == union.house else Union.objects.get(path=union.house)


def clocks(union, on: date) -> rules.Clocks:
    """Days allowed for each step."""
    book = PolicyBook(union, on)
    days = (book[f"suggestions.{name}_days"].whole for name in CLOCKS)
    return rules.Clocks(*days, book["suggestions.value_months"].whole)


def posting_days(union, on: date) -> int:
    """How long the list of rewards hangs on the wall."""
    return policy("suggestions.posting_days", union, on).whole


def kinds(union, on: date) -> tuple[str, ...]:
    """Kinds a suggestion may be of: plain, and the five small."""
    return (rules.PLAIN_KIND, *policy("suggestions.five_small", union, on).value)


@dataclass(frozen=True)
class Ruling:
    """Grades, ranges and what else is decided by the table of rewards."""

    book: PolicyBook

    @cached_property
    def grades(self) -> tuple:
        return self.book["suggestions.grades"].value

    def grade(self, value, *, borrowed: bool, reserve: bool) -> int:
        """The grade of a value by the table."""
        lower = self.book["suggestions.borrowed_lower"].whole if borrowed else 0
        return self.limited(rules.grade_of(value, self.grades, lower=lower), reserve=reserve)

    def limited(self, grade: int, *, reserve: bool) -> int:
        """A technical reserve is not graded above what is allowed."""
        highest = self.book["suggestions.reserve_grade"].whole
        return rules.reserve_grade(grade, highest) if reserve else grade

    def reported_up(self, grade: int) -> bool:
        """Whether the union above has to approve such a grade."""
        return grade in self.book["suggestions.report_up_grades"].value

    @property
    def once(self) -> bool:
        """Whether nothing is rewarded twice."""
        return self.book["suggestions.no_double_award"].value

    @property
    def protection(self) -> tuple:
        """Months the norm is not raised: at least, at most."""
        return self.book["suggestions.norm_protection_months"].value

    def told(self, key: str) -> str:
        """A rule in one sentence, with its source."""
        return explain(self.book[f"suggestions.{key}"])

    def range_told(self, grade: int) -> str:
        """What a grade is rewarded with, and where that is written."""
        low, high = rules.reward_range(grade, self.grades)
        found = self.book["suggestions.grades"]
        setter = f"（{found.set_by}设定）" if found.override else ""
        honour = rules.honour_of(grade, self.grades)
        return f"{grade} 等奖金 {low} 元至 {high} 元，{honour}。出处：{found.source}{setter}。{found.note}"


def ruling(union, on: date) -> Ruling:
    """The table of rewards as it stands at a union on a day."""
    return Ruling(PolicyBook(union, on))
