"""Build the demo once: unions and accounts, records, and the township's summary as Word."""

from dataclasses import dataclass, field
from pathlib import Path

from zhijia.core.home import home
from zhijia.core.org.actor import system
from zhijia.core.org.models import Union
from zhijia.core.periods import year
from zhijia.site.demo import (
    banknote,
    clock,
    plant,
    school,
    school_affairs,
    school_election,
    township,
    township_affairs,
    unions,
    university,
    university_congress,
    vehicle,
    vehicle_affairs,
)

YEAR = 2021
PARTS = (
    township, township_affairs, vehicle, vehicle_affairs, university, university_congress, school, school_affairs,
    school_election, banknote, plant,
)


@dataclass
class Built:
    """What there is to show."""

    summary: Path
    logins: list[dict] = field(default_factory=list)


def build(say) -> Built:
    """The demo of this home: made where it is not there yet, its summary always written anew."""
    if not Union.objects.filter(code=unions.TOWNSHIP).exists():
        build_records(say)
    return Built(write_summary(say), unions.logins())


def build_records(say) -> None:
    """Unions, accounts and a year of records, room by room."""
    say("正在建立演示工会和账号……")
    unions.found()
    for part in PARTS:
        say(f"正在登记：{part.NAME} 2021 年的记录……")
        part.record()
    clock.as_if_written_on_the_day()


def write_summary(say) -> Path:
    """The township's summary of the year as Word, drafted from the records."""
    from zhijia.areas.summary import export
    from zhijia.areas.summary.actions import draft_paper

    say("正在起草青榔乡工会的年度总结……")
    paper = draft_paper(system(), Union.objects.get(code=unions.TOWNSHIP), YEAR)
    target = home().out / f"青榔乡工会{year(YEAR).label}工作总结.docx"
    target.parent.mkdir(parents=True, exist_ok=True)
    export.write(paper, target)
    return target
