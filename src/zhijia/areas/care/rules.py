"""Rules of care (关爱): values in, value out. Sources and figures' definitions: docs/areas/care.md."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from zhijia.core.refused import Refused


class VisitKind(StrEnum):
    """Kinds of visit (走访慰问类别); the name in lower case is the slug used in figure and policy keys."""

    SICK = "生病住院"
    BIRTH = "生育"
    MARRIAGE = "结婚"
    FUNERAL = "丧事"
    HARDSHIP = "困难慰问"
    RETIREMENT = "退休"
    MODEL = "劳模慰问"
    FRONTLINE = "一线慰问"
    SUMMER = "夏送清凉"
    STUDY = "金秋助学"
    FESTIVAL = "节日慰问"

    @property
    def slug(self) -> str:
        return self.name.lower()


EVENT_KINDS = (VisitKind.SICK, VisitKind.BIRTH, VisitKind.FUNERAL, VisitKind.MARRIAGE)


class Way(StrEnum):
    """How a visit is made: with money, with goods, or with a word (精神慰问)."""

    CASH = "现金"
    GOODS = "实物"
    WORD = "精神"


class Receipt(StrEnum):
    """Whether what was given was signed for (签领)."""

    SIGNED = "已签"
    PROXY = "代签"
    NONE = "无"


class Category(StrEnum):
    """The three classes of hardship (docs/areas/care.md)."""

    DEEP = "深度困难"
    RELATIVE = "相对困难"
    SUDDEN = "意外致困"


class Stage(StrEnum):
    """Where a hardship file stands: 申请 → 入户调查 → 评议 → 公示 → 建档 → 退出."""

    APPLIED = "已申请"
    SURVEYED = "已入户调查"
    JUDGED = "已评议"
    POSTED = "公示中"
    FILED = "已建档"
    LEFT = "已退出"
    REFUSED = "未通过"
    WITHDRAWN = "已撤回"


STOPS = (Stage.REFUSED, Stage.WITHDRAWN)
NEXT = {
    Stage.APPLIED: (Stage.SURVEYED, *STOPS),
    Stage.SURVEYED: (Stage.JUDGED, *STOPS),
    Stage.JUDGED: (Stage.POSTED, *STOPS),
    Stage.POSTED: (Stage.FILED, *STOPS),
    Stage.FILED: (Stage.LEFT,),
}


class StepKind(StrEnum):
    """What is done for a worker in trouble (帮教措施)."""

    TALK = "谈话"
    JOB = "协调岗位"
    FAMILY = "化解家庭矛盾"
    CHILD = "孩子就托接送"
    HOME_VISIT = "家庭走访"


TALKING = (StepKind.TALK, StepKind.HOME_VISIT)
FAMILY_STEPS = (StepKind.FAMILY, StepKind.CHILD)


@dataclass(frozen=True)
class Household:
    """A family as the formula sees it, yuan a month: income F, people n, hardship spending X; assets A in yuan.

    `months_low`: how many months the income has been below the line; `aided`: government aid came and it is still
    very hard; `sudden`: a sudden event, accident or major illness.
    """

    income: Decimal
    size: int
    spending: Decimal = Decimal(0)
    assets: Decimal = Decimal(0)
    months_low: int = 0
    aided: bool = False
    sudden: bool = False

    @property
    def each(self) -> Decimal:
        """F/n."""
        return self.income / self.size

    @property
    def left(self) -> Decimal:
        """(F−X)/n."""
        return (self.income - self.spending) / self.size

    @property
    def left_with_assets(self) -> Decimal:
        """(F+A−X)/n."""
        return (self.income + self.assets - self.spending) / self.size


@dataclass(frozen=True)
class Line:
    """The local yardstick: 低保 line D (yuan a person and month), multiples of it, months of 深度困难."""

    low: Decimal
    relative: Decimal = Decimal("1.5")
    sudden: Decimal = Decimal(3)
    months: int = 6


@dataclass(frozen=True)
class Test:
    """One test of the formula, as it can be read aloud: 750 ＜ 800."""

    category: Category
    said: str
    holds: bool


@dataclass(frozen=True)
class Judgement:
    """The class found (None: none of the three) and every test with its terms."""

    category: Category | None
    tests: tuple[Test, ...]


def classify(home: Household, line: Line) -> Judgement:
    """Which class of hardship a family is in (docs/areas/care.md), each test said with its numbers."""
    if home.size < 1:
        raise Refused("家庭人口至少是 1 人。")
    tests = (*_deep(home, line), *_relative(home, line), *_sudden(home, line))
    groups = [(c, [t.holds for t in tests if t.category == c]) for c in Category]
    return Judgement(next((c for c, held in groups if all(held)), None), tests)


def _deep(home, line):
    lasting = home.months_low >= line.months or home.aided
    yield Test(Category.DEEP, f"月人均收入 F/n = {_y(home.each)} ＜ 低保标准 D = {_y(line.low)}", home.each < line.low)
    yield Test(
        Category.DEEP,
        f"低于标准已 {home.months_low} 个月（≥ {line.months}），或政府救助后仍特别困难（{_yes(home.aided)}）",
        lasting,
    )


def _relative(home, line):
    top = line.low * line.relative
    yield Test(
        Category.RELATIVE,
        f"D = {_y(line.low)} ≤ F/n = {_y(home.each)} ≤ {_n(line.relative)}D = {_y(top)}",
        line.low <= home.each <= top,
    )
    yield Test(Category.RELATIVE, f"扣除刚性支出 (F−X)/n = {_y(home.left)} ≤ D = {_y(line.low)}", home.left <= line.low)


def _sudden(home, line):
    top = line.low * line.sudden
    yield Test(Category.SUDDEN, f"遭遇突发事件、意外伤害或重大疾病（{_yes(home.sudden)}）", home.sudden)
    if home.each <= top:
        said = f"F/n = {_y(home.each)} ≤ {_n(line.sudden)}D = {_y(top)}，(F−X)/n = {_y(home.left)} ≤ D = {_y(line.low)}"
        yield Test(Category.SUDDEN, said, home.left <= line.low)
    else:
        rest = home.left_with_assets
        said = f"F/n = {_y(home.each)} ＞ {_n(line.sudden)}D = {_y(top)}，(F+A−X)/n = {_y(rest)} ≤ D = {_y(line.low)}"
        yield Test(Category.SUDDEN, said, rest <= line.low)


def _y(value) -> str:
    return f"{_n(round(value, 2))} 元"


def _n(value) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _yes(value) -> str:
    return "是" if value else "否"


def step(now: Stage, then: Stage, *, last_on: date, on: date) -> Stage:
    """The stage a file goes to; Refused when the order of steps or of days is broken (先建档、后帮扶)."""
    if then not in NEXT.get(now, ()):
        raise Refused(f"档案现在是“{now}”，下一步不能是“{then}”。")
    if on < last_on:
        raise Refused(f"“{then}”的日期 {on} 早于上一步的日期 {last_on}，请核对。")
    return then


def over_cap(amount: Decimal, heads: int, cap: Decimal | None) -> bool:
    """Whether more was given than the cap a person and visit allows (yuan); no cap, no excess."""
    return cap is not None and amount > cap * heads


def lacks_receipt(way: str, receipt: str) -> bool:
    """Whether money or goods were given without a signature; a word of comfort needs none."""
    return way != Way.WORD and receipt == Receipt.NONE


def visitor_names(text: str) -> list[str]:
    """The visitors (慰问人) named in one text, in the order named."""
    return [name for name in re.split(r"[、,，;；/\s]+", text) if name]


def plain_name(text: str) -> str:
    """A name as it is told, without the blanks that typists put between two characters (冯　福 → 冯福)."""
    return re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", text.strip())


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def review_due(last_on: date, months: int) -> date:
    """By when a file has to be looked at again (动态复核, half-yearly)."""
    return months_after(last_on, months)


def stale(last_on: date, months: int, today: date) -> bool:
    """Whether a file was not updated for so many months."""
    return months_after(last_on, months) <= today


def late(on: date, recorded_on: date, days: int) -> bool:
    """Whether an act was written down late (补录): more than `days` after it happened."""
    return recorded_on - on > timedelta(days=days)


def coarsen(counts: dict[str, int], least: int) -> dict[str, str]:
    """Which line of a published sheet each kind goes to: kinds of fewer than `least` heads are told together.

    Together they are at least that many, if all are: the smallest kind that stood alone joins them where needed
    (docs/areas/care.md: nobody is told by being one of few).
    """
    small = {kind for kind, heads in counts.items() if heads < least}
    while small and sum(counts[kind] for kind in small) < least and len(small) < len(counts):
        small.add(min((kind for kind in counts if kind not in small), key=lambda kind: (counts[kind], kind)))
    return {kind: "其他各类" if kind in small else kind for kind in counts}
