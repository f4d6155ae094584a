"""Rules of voting: what may follow what, ballot arithmetic, thresholds. Pure. Sources: docs/areas/voting.md."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from zhijia.core.refused import Refused

YES_NO = ("同意", "不同意", "弃权")
PICK = 2  # digits a pick takes in a sealed ballot: all ballots of a vote are equally long, whatever they say
GROUP = 4


class Kind(StrEnum):
    """How people vote."""

    HANDS = "举手表决"
    NAMED = "记名投票"
    PAPER = "无记名投票（纸质票）"
    SLIPS = "无记名投票（电子领票）"

    @property
    def secret(self) -> bool:
        """Whether nobody may learn who chose what."""
        return self in (Kind.PAPER, Kind.SLIPS)


class Stage(StrEnum):
    """Where a vote stands; totals exist from 已结束 on and never before."""

    PREPARED = "准备中"
    OPEN = "投票中"
    CLOSED = "已结束"
    VOID = "已作废"


NEXT = {
    Stage.PREPARED: (Stage.OPEN, Stage.VOID),
    Stage.OPEN: (Stage.CLOSED, Stage.VOID),
    Stage.CLOSED: (),
    Stage.VOID: (),
}


def step(now: str, then: Stage) -> Stage:
    """The next stage, or Refused with what may be done instead."""
    if then in NEXT[Stage(now)]:
        return then
    raise Refused(f"这次表决{now}，不能改为“{then}”。")


def quorate(present: int, entitled: int, share: Fraction) -> bool:
    """Whether enough came: present ÷ entitled (应到) reaches the share (两厅 2/3 of all, 企业民主管理规定)."""
    return entitled > 0 and present >= share * entitled


def needed(entitled: int, share: Fraction) -> int:
    """The fewest votes that are more than the share of all entitled: 60 entitled, one half → 31."""
    return int(share * entitled) + 1


def least(entitled: int, share: Fraction) -> int:
    """The fewest people that reach the share of all entitled: 60 entitled, two thirds → 40."""
    return -int(-share * entitled // 1)


def in_words(entitled: int, share: Fraction) -> str:
    """The threshold as it is read out: 须超过全体 60 人的 1/2，即至少 31 票."""
    return f"须超过全体 {entitled} 人的 {share}，即至少 {needed(entitled, share)} 票"


def passed(yes: int, entitled: int, share: Fraction) -> bool:
    """Whether a matter is carried: more than the share of all entitled, not of those present; exactly the share is not."""
    return yes > share * entitled


@dataclass(frozen=True)
class Count:
    """What a table of tellers counted (计票单): ballots issued, returned, void, and a row of numbers a question."""

    issued: int
    returned: int
    void: int
    rows: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, told: dict) -> "Count":
        """A count as it was kept."""
        return cls(told["issued"], told["returned"], told["void"], tuple(tuple(row) for row in told["rows"]))

    @property
    def valid(self) -> int:
        return self.returned - self.void


def faults(count: Count, *, entitled: int, present: int, names: Sequence[str]) -> list[str]:
    """What cannot be right on a count sheet, each as one sentence; `names` are the questions in order.

    More returned than issued is not a slip of the pen but ends the vote: `overfull`.
    """
    found = []
    if count.issued > min(present, entitled):
        found.append(f"发出 {count.issued} 张，多于实到 {min(present, entitled)} 人。")
    if count.void > count.returned:
        found.append(f"废票 {count.void} 张，多于收回 {count.returned} 张。")
    for name, row in zip(names, count.rows, strict=True):
        if sum(row) != count.valid:
            found.append(f"“{name}”各栏合计 {sum(row)} 张，应等于有效票 {count.valid} 张。")
    return found


def overfull(count: Count) -> bool:
    """More ballots returned than issued (收回多于发出): the vote is void and held again."""
    return count.returned > count.issued


def differences(one: Count, other: Count, names: Sequence[str], choices: Sequence[Sequence[str]]) -> list[str]:
    """Where two tellers' sheets differ, by the name of the box; the numbers stay with those who count again."""
    pairs = [("发出", one.issued, other.issued), ("收回", one.returned, other.returned), ("废票", one.void, other.void)]
    for name, words, mine, theirs in zip(names, choices, one.rows, other.rows, strict=True):
        pairs += [(f"{name}：{word}", a, b) for word, a, b in zip(words, mine, theirs, strict=True)]
    return [name for name, a, b in pairs if a != b]


def spoilt(picks: Sequence[int], most: int | None) -> bool:
    """Whether a ballot names more than there are seats (超过应选人数): void; fewer is valid. `picks` are indexes, 0 is 同意."""
    return most is not None and sum(pick == 0 for pick in picks) > most


def tallied(ballots: Sequence[Sequence[int]], sizes: Sequence[int], most: int | None) -> tuple[int, tuple[tuple[int, ...], ...]]:
    """(void ballots, a row of numbers a question) of ballots that are rows of indexes; `sizes` choices a question."""
    sound = [ballot for ballot in ballots if not spoilt(ballot, most)]
    rows = tuple(
        tuple(sum(ballot[at] == pick for ballot in sound) for pick in range(size)) for at, size in enumerate(sizes)
    )
    return len(ballots) - len(sound), rows


def rounded_down(number: int, step: int) -> int:
    """A running number as it may be shown: in whole steps, so that nobody can watch one ballot arrive."""
    return number // step * step


def packed(picks: Sequence[int]) -> str:
    """Picks as they are sealed."""
    return "".join(f"{pick:0{PICK}d}" for pick in picks)


def unpacked(words: str) -> list[int]:
    """The picks of an opened ballot."""
    return [int(words[at : at + PICK]) for at in range(0, len(words), PICK)]


def fingerprint(code: str) -> str:
    """What is kept of a code, however it was typed: small letters, blanks and dashes make no difference."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(f"zhijia slip {plain}".encode()).hexdigest()


def grouped(code: str) -> str:
    """A code as it is printed: ABCD-EFGH-…"""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def destroyed_from(ended: date, days: int) -> date:
    """The first day on which ballots and slips may be destroyed: the appeal period (申诉期) has passed."""
    return ended + timedelta(days=days + 1)
