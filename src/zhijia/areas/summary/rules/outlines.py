"""Outlines (总结提纲): which sections a summary has and what each sentence says in each case. Data, read from TOML."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "outlines"
NAMES = ("township", "workshop", "school")
PLACEHOLDER = re.compile(r"\{([a-z_]+(?:\.[a-z0-9_]+)+)(?::(last|next))?\}")
CELL = re.compile(r"\{([a-z_]+)\}")
CLAUSE = re.compile(r"\[([^\[\]]*)\]")
SENTENCE_KEYS = {
    "text", "when", "when_zero", "when_missing", "when_higher", "optional", "below", "next", "each", "row", "join",
    "most", "period",
}  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    """One sentence and what it says in each case; empty words leave it out.

    `when`: the figures that decide the case, by default those outside optional [clauses]. `optional`: left out when
    they are not recorded, instead of leaving a blank. `below`: said only under this value of the first figure.
    `next`: what is proposed for the next year when this sentence (a shortcoming) is said. `each`: the sentence is said
    over the rows of a figure, each as `row`, at `{rows}`. `period`: "next" takes the figures of the next year.
    """

    text: str
    when: tuple[str, ...] = ()
    when_zero: str = ""
    when_missing: str | None = None
    when_higher: str = ""
    optional: bool = False
    below: float | None = None
    next: str = ""
    each: str = ""
    row: str = ""
    join: str = "；"
    most: int = 12
    period: str = ""

    @property
    def deciding(self) -> tuple[str, ...]:
        """The figures that decide the case."""
        return self.when or ((self.each,) if self.each else keys_in(CLAUSE.sub("", self.text)))

    @property
    def keys(self) -> frozenset[str]:
        """Every figure the sentence may need."""
        words = (self.text, self.when_zero, self.when_missing or "", self.when_higher, self.next)
        return frozenset(self.deciding).union(*map(keys_in, words))


@dataclass(frozen=True)
class Paragraph:
    """Sentences that stand together, after the words of `lead`.

    `listed`: 一是…；二是… . `join`: what stands between the sentences instead of their full stops. `blank`: what to
    write when no sentence is said. `from_gaps`: the paragraph says what the shortcomings ask of the next year.
    """

    id: str
    sentences: tuple[Sentence, ...] = ()
    lead: str = ""
    join: str = ""
    listed: bool = False
    blank: str = ""
    from_gaps: bool = False


@dataclass(frozen=True)
class Section:
    """A heading with its paragraphs; the opening has no heading."""

    id: str
    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Outline:
    """The shape of a paper for some kinds of union."""

    name: str
    label: str
    kinds: tuple[str, ...]
    title: str
    sections: tuple[Section, ...]

    def sentences(self) -> Iterator[Sentence]:
        for section in self.sections:
            for paragraph in section.paragraphs:
                yield from paragraph.sentences

    @property
    def keys(self) -> frozenset[str]:
        """Every figure the outline may need."""
        return frozenset().union(*(sentence.keys for sentence in self.sentences()))


@cache
def outline(name: str) -> Outline:
    """The outline of that name; KeyError when there is none, ValueError when its file is malformed."""
    if name not in NAMES:
        raise KeyError(name)
    return parsed(tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8")), name)


def outlines() -> tuple[Outline, ...]:
    """Every outline of the house."""
    return tuple(outline(name) for name in NAMES)


def outline_for(kind: str) -> Outline:
    """The outline that suits a kind of union (by its Chinese name); the township's for offices above."""
    return next((each for each in outlines() if kind in each.kinds), outline("township"))


def parsed(data: dict, name: str) -> Outline:
    """An outline from its TOML table."""
    sections = tuple(_section(each) for each in data["sections"])
    found = Outline(name, data["label"], tuple(data["kinds"]), data["title"], sections)
    ids = [f"{section.id}.{paragraph.id}" for section in sections for paragraph in section.paragraphs]
    if len(ids) != len(set(ids)):
        raise ValueError(f"outline {name}: a paragraph id appears twice")
    return found


def _section(data: dict) -> Section:
    return Section(
        data["id"], data.get("heading", ""), tuple(_paragraph(each) for each in data["paragraphs"])
    )


def _paragraph(data: dict) -> Paragraph:
    sentences = tuple(_sentence(each) for each in data.get("sentences", ()))
    rest = {key: value for key, value in data.items() if key != "sentences"}
    return Paragraph(sentences=sentences, **rest)


def _sentence(data: dict | str) -> Sentence:
    if isinstance(data, str):
        return Sentence(data)
    if unknown := set(data) - SENTENCE_KEYS:
        raise ValueError(f"unknown words in an outline: {unknown}")
    return Sentence(**{**data, "when": tuple(data.get("when", ()))})


def keys_in(text: str) -> tuple[str, ...]:
    """The figures a wording speaks of, in order, each once."""
    return tuple(dict.fromkeys(found[1] for found in PLACEHOLDER.finditer(text)))


def unknown_keys(found: Outline, registered: set[str]) -> list[str]:
    """Figures an outline speaks of that nobody registered."""
    return sorted(found.keys - registered)
