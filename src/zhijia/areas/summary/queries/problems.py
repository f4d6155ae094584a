"""Why a paper may not be signed yet: blanks, figures nobody recorded, numbers typed by hand without a reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from zhijia.areas.summary.models import Origin, Paper
from zhijia.areas.summary.queries.reading import Frozen, Live, Reading, reading, voice
from zhijia.areas.summary.rules.blanks import Blank, around, blanks
from zhijia.areas.summary.rules.markers import TOKEN, masked
from zhijia.areas.summary.rules.numbers import Typed, unsourced

NO_SOURCE, NOT_FILLED, NOT_RECORDED = "无出处", "没有填", "没有记录"


@dataclass(frozen=True)
class Problem:
    """One thing that stands against signing: which paragraph (0: the title), what sort, the words, and the sentence."""

    number: int
    sort: str
    text: str
    said: str
    block: int | None = None
    key: str = ""

    def __str__(self) -> str:
        return self.said


def problems(paper: Paper, read: list[Reading] | None = None) -> list[Problem]:
    """Everything that stands against signing, in the order of the paper."""
    read = reading(paper) if read is None else read
    found = [
        Problem(0, NOT_FILLED, each.text, f"标题里“{each.text}”{each.why}。") for each in blanks(paper.title)
    ]
    found += [each for paragraph in read for each in of_paragraph(paragraph)]
    if not any(each.text.strip() for each in read if not each.block.level):
        found.append(Problem(0, NOT_FILLED, "", "正文还没有内容。"))
    return found


def of_paragraph(paragraph: Reading) -> list[Problem]:
    """What stands against one paragraph."""
    return [*_missing(paragraph), *_blanks(paragraph), *_typed(paragraph)]


def _missing(paragraph: Reading) -> Iterator[Problem]:
    for said in paragraph.missing:
        words = f"第 {paragraph.number} 段：“{said.label}”没有记录，请补记，或改写这句话。"
        yield Problem(paragraph.number, NOT_RECORDED, said.label, words, paragraph.block.pk, said.marker.key)


def _blanks(paragraph: Reading) -> Iterator[Problem]:
    """Blanks of the text, those of unrecorded figures left to the sentence above."""
    text = "".join(
        part if isinstance(part, str) else "3" if part.missing else part.words for part in paragraph.parts
    )
    for each in [*blanks(text), *_torn(text)]:
        words = f"第 {paragraph.number} 段：“{around(text, each)}”{each.why}。"
        yield Problem(paragraph.number, NOT_FILLED, each.text, words, paragraph.block.pk)


def _torn(text: str) -> Iterator[Blank]:
    """Tokens of figures that were damaged while editing; 〔2021〕 of a document number is none."""
    for each in TOKEN.finditer(text):
        if not each[0][1:-1].isdigit():
            yield Blank(each.start(), each.end(), each[0], "不是认得的数字标记")


def _typed(paragraph: Reading) -> Iterator[Problem]:
    for each in without_reason(paragraph):
        words = (
            f"第 {paragraph.number} 段：“{each.text}”是手写的数字，没有出处，请写明理由，或改用记录中的数。"
        )
        yield Problem(paragraph.number, NO_SOURCE, each.text, words, paragraph.block.pk)


def by_hand(paragraph: Reading) -> list[Typed]:
    """Numbers in a paragraph that a person typed; positions are those of the stored text with markers masked."""
    block = paragraph.block
    if block.origin == Origin.AUTO:
        return []
    return unsourced(masked(block.text), masked(block.proposed))


def without_reason(paragraph: Reading) -> list[Typed]:
    """Typed numbers nobody has explained."""
    given = {reason.text for reason in paragraph.block.reasons.all()}
    return [each for each in by_hand(paragraph) if each.text not in given]


def checked(paper: Paper) -> tuple[Live | Frozen, list[Reading], list[Problem]]:
    """The voice of a paper, how it reads, and what stands against signing it, with each figure looked up once."""
    speaker = voice(paper)
    read = reading(paper, speaker)
    return speaker, read, problems(paper, read)
