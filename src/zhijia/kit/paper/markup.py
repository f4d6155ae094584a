"""The few elements of WordprocessingML that papers are written in, as text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from zhijia.kit.paper.pieces import Run, clean

W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
LONGEST_TAG = 64  # Word calls a file damaged when a tag is longer
HINT = '<w:rFonts w:hint="eastAsia"/>'  # without it “ ” … — come in the Latin face
KEEP = "<w:keepNext/>"  # on one page with what follows
MARKS = {
    "none": "",
    "unsourced": '<w:u w:val="dotted"/>',
    "blank": '<w:highlight w:val="yellow"/>',
}


class Tags:
    """Hands out the number each content control needs."""

    def __init__(self) -> None:
        self.numbers: Iterator[int] = count(1)

    def around(self, key: str, inner: str) -> str:
        """A content control the reader does not see, named after the figure inside."""
        if len(key) > LONGEST_TAG:
            raise ValueError(f"figure key longer than {LONGEST_TAG} characters: {key}")
        return (
            f"<w:sdt><w:sdtPr><w:tag w:val={quoteattr(clean(key))}/>"
            f'<w:id w:val="{next(self.numbers)}"/><w15:appearance w15:val="hidden"/></w:sdtPr>'
            f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )

    def runs(self, runs: Iterable[Run]) -> str:
        return "".join(self.around(run.cite, letters(run)) if run.cite else letters(run) for run in runs)


def letters(run: Run) -> str:
    return f"<w:r><w:rPr>{HINT}{MARKS[run.mark]}</w:rPr>{_text(clean(run.text))}</w:r>"


def _text(text: str) -> str:
    """w:t for words, w:br and w:tab for what separates them."""
    parts = (part for part in re.split("([\n\t])", text) if part)
    return "".join({"\n": "<w:br/>", "\t": "<w:tab/>"}.get(part) or _words(part) for part in parts)


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def paragraph(style: str, inner: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def plain(style: str, text: str, properties: str = "") -> str:
    return paragraph(style, letters(Run(text)), properties)


def field(code: str) -> str:
    """A number Word fills in: PAGE, NUMPAGES."""
    return f'<w:fldSimple w:instr="{code}"><w:r><w:rPr>{HINT}</w:rPr><w:t>1</w:t></w:r></w:fldSimple>'


def tag(name: str, attributes: Mapping[str, object]) -> str:
    """An empty element with its attributes."""
    pairs = (f" {key}={quoteattr(str(value))}" for key, value in attributes.items())
    return f"<{name}{''.join(pairs)}/>"


def elements(xml: str) -> list:
    """The elements a piece of markup spells."""
    return list(parse_xml(f'<w:body {nsdecls("w", "r")} xmlns:w15="{W15}">{xml}</w:body>'))
