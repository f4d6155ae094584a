"""Numbers typed by hand: a number with its classifier in an edited text that no record stands behind (无出处)."""

import re
from dataclasses import dataclass

HANZI = "零〇一二三四五六七八九十百千两"
CLASSIFIERS = "万人次|人次|场次|批次|学时|万元|亿元|万人|[人名位户件场期次元篇份套门个条项支家册本张台对起处批箱盒封%％]"
TYPED = re.compile(
    rf"(?P<number>百分之[{HANZI}点]+|(?:\d[\d,，]*\d|\d)(?:[.．]\d+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?|[{HANZI}]+)"
    rf"(?P<scale>[百千万亿]{{0,2}})(?P<about>[多余几来]?)\s*(?P<classifier>{CLASSIFIERS})?"
)
# What a numeral of one character introduces when it is a name or a manner of speaking, not a count.
SPOKEN = re.compile(
    "方面|环节|层面|阶段|步骤|原则|关键|重点|代表|文明|全面|意识|自信|维护|确立|务必|更加|坚持|结合|统一|服务|面向|有利于|"
    "百年|万户|家万户|认同|倡导|好|一|到位|转变|注重|加强|要|不|权利|制度|职能|职责|纪律|规定|线|一体|工程|台阶|月|小时|中心|大局|离不开"
)
BEFORE = re.compile(r"(?:第|前|前后|〔\d{4}〕|[a-zA-Z]|/|-)$")


@dataclass(frozen=True)
class Typed:
    """A number with its classifier: where and as written."""

    start: int
    end: int
    text: str


def typed(text: str) -> list[Typed]:
    """Numbers with a classifier that state a count; ordinals, dates, slogans and indefinite 一 are not counts."""
    found = (match for match in TYPED.finditer(text) if _counts(match, text))
    return [Typed(match.start(), match.end(), match[0].strip()) for match in found]


def _counts(match: re.Match, text: str) -> bool:
    number, classifier = match["number"], match["classifier"]
    if number.startswith("百分之"):
        return True
    if not classifier or BEFORE.search(text[: match.start()]):
        return False
    if not _spoken(number):
        return not (classifier == "个" and text[match.end() :].startswith("月"))
    return not _idiom(match, text)


def _spoken(number: str) -> bool:
    return number[0] in HANZI


def _idiom(match: re.Match, text: str) -> bool:
    """Whether a number in characters is a manner of speaking: 一次, 两个维护, “三个代表”, 一件件."""
    number, after = match["number"], text[match.end() :]
    return bool(
        number == "一"
        or SPOKEN.match(after)
        or (len(number) == 1 and not match["scale"] and _quoted(text, match.start()))
        or match["classifier"] == after[:1]
    )


def _quoted(text: str, at: int) -> bool:
    opened = max(text.rfind("“", 0, at), text.rfind("《", 0, at))
    closed = max(text.rfind("”", 0, at), text.rfind("》", 0, at))
    return opened > closed


def unsourced(text: str, known: str = "") -> list[Typed]:
    """Typed numbers of an edited text that the proposed text did not already hold."""
    given = {each.text for each in typed(known)}
    return [each for each in typed(text) if each.text not in given]
