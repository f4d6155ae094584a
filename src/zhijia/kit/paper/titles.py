"""Where a long title breaks: whole words, one line clearly longer than the next (梯形 or 菱形排列)."""

import re
from itertools import combinations, pairwise

from zhijia.kit.paper.pieces import breadth

WIDEST = 19  # characters of 二号 on a line, with a little air on both sides
WHOLE = re.compile(r"《[^》]*》|“[^”]*”|〔[^〕]*〕|（[^）]*）|\d+(?:年度?|月份?|日|届|次)?|[A-Za-z.]+|.")
NEVER_FIRST = "的、，。：；）》”！？和与及暨"
GOOD_PLACE = re.compile(
    r"(?<=总工会)|(?<=工会)(?!委员会)|(?<=委员会)|(?<=公司)|(?<=学校)|(?<=[小中大]学)|(?=关于)|(?<![于展办行])(?=\d{4}年)|(?=二〇)|(?=工作)|(?<=[和及暨、])"
)


def title_lines(title: str) -> list[str]:
    """The title in as few lines as it needs; a line break that is already there is kept."""
    if "\n" in title:
        return [line.strip() for line in title.split("\n")]
    count = -int(-breadth(title) // WIDEST)
    if count < 2:
        return [title]
    return min(_ways(title, count), key=lambda lines: _ugliness(lines, title), default=[title])


def _ways(title: str, count: int):
    """Every division into `count` lines that splits no word."""
    starts = [match.start() for match in WHOLE.finditer(title)][1:]
    places = [start for start in starts if title[start] not in NEVER_FIRST]
    for cuts in combinations(places, count - 1):
        yield [title[a:b] for a, b in pairwise((0, *cuts, len(title)))]


def _ugliness(lines: list[str], title: str) -> float:
    """Lines too wide are worst, then breaks inside a phrase, then lines alike or very unlike in length."""
    widths = [breadth(line) for line in lines]
    good = {match.start() for match in GOOD_PLACE.finditer(title)}
    cuts = [sum(map(len, lines[:n])) for n in range(1, len(lines))]
    too_wide = sum(max(0, width - WIDEST - 1) for width in widths)
    alike = sum(abs(a - b) < 1 for a, b in pairwise(widths))
    mean = sum(widths) / len(widths)
    return (
        100 * too_wide
        + 30 * sum(cut not in good for cut in cuts)
        + 4 * alike
        + sum(abs(w - mean) for w in widths)
    )
