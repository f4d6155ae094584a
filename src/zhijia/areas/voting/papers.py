"""What is printed for a vote: ballots, slips with their codes, the tellers' sheet."""

from dataclasses import dataclass

import segno
from django.urls import reverse

from zhijia.areas.voting import rules
from zhijia.areas.voting.rules import Kind
from zhijia.kit.html import SafeString, joined, safe, tag

SHEETS = (1, 2, 4)
MOST_BOXES = 24
STROKES = 5  # 正


@dataclass(frozen=True)
class Printed:
    """A slip: its code in groups, and the address with the code behind the #, where it stays on the phone."""

    code: str
    qr: SafeString


def slips(request, vote, codes) -> dict:
    """What the page of slips shows."""
    door = request.build_absolute_uri(reverse("voting:cast"))
    return {
        "vote": vote, "slips": [Printed(code, _square(f"{door}#{code}")) for code in codes], "door": door,
        "far": request.is_secure(), "back": reverse("voting:vote", args=[vote.pk]),
    }


def _square(words: str) -> SafeString:
    drawn = segno.make_qr(words, error="m").svg_inline(scale=3, border=2, omitsize=True)
    return safe(drawn)


def ballots(vote, asked: str) -> dict:
    """What a sheet of ballots shows: `asked` says how many lie on it."""
    questions = list(vote.questions.all())
    per_sheet = int(asked) if asked in map(str, SHEETS) else (2 if len(questions) > MANY else 4)
    marks = all(tuple(question.choices) == rules.YES_NO for question in questions)
    return {
        "vote": vote, "questions": questions, "copies": range(per_sheet), "per_sheet": per_sheet, "sheets": SHEETS,
        "heads": ("符号",) if marks else questions[0].choices, "marks": marks, "written": _written(vote, questions),
        "entitled": vote.electors.count(), "back": reverse("voting:vote", args=[vote.pk]), "paper": vote.kind == Kind.PAPER,
    }


MANY = 4  # questions that still fit on a quarter of a sheet


def _written(vote, questions) -> range:
    """Empty lines for other people (另选他人) where people are voted for."""
    return range(2) if vote.most or any(question.person_id for question in questions) else range(0)


def count_sheet(questions, entitled: int) -> SafeString:
    """A line a choice of each question, with boxes for 正 of five strokes each."""
    boxes = "□" * min(MOST_BOXES, -(-entitled // STROKES))
    lines = [
        tag("tr", safe(
            tag("th", question.text, scope="row", rowspan=len(question.choices)) if not at else "",
            tag("td", choice), tag("td", boxes, class_="strokes"), tag("td", ""),
        ))
        for question in questions for at, choice in enumerate(question.choices)
    ]
    heads = joined(tag("th", head, scope="col") for head in ("内容", "选项", "画“正”字，每格一个", "合计"))
    return safe('<table class="rows"><thead><tr>', heads, "</tr></thead><tbody>", *lines, "</tbody></table>")
