"""The forms of a page as a browser knows them, what somebody sensible would fill in, and what somebody else would."""

import os
from dataclasses import dataclass, field
from html.parser import HTMLParser
from zlib import crc32

from django.core.files.uploadedfile import SimpleUploadedFile

EVERYTHING = bool(os.environ.get("ZHIJIA_JUNK"))  # make junk: all of it to every field
LONG = "很长的话" * 3000
WORDS = (
    "", "   ", "\x00", "字\x00字", LONG, "🀄👩‍👩‍👧‍👦", "<script>alert(1)</script>", "'; DROP TABLE members_person; --",
    "%s {0} {{ 7 * 7 }} {% now %}", "\u202e\ufeff\ufffe", "٣", "²", "=1+1", "../../etc/passwd",
)
NUMBERS = (
    "-1", "NaN", "sNaN", "Infinity", "-Infinity", "1e999", "1e-999", "9" * 15, "9" * 40, "0.001", "1_000", "１２", "²", "0x10",
)
DAYS = (
    "0001-01-01", "9999-12-31", "2025-02-30", "2025-13-01", "0000-00-00", "10000-01-01", "1899-12-31", "2099-01-01", "明天",
    "20250308", "2025-03-08T00:00:00Z",
)
KEYS = ("0", "-1", "999999999", "9" * 30, "None", "1,2", "没有这一项")
FILES = (
    ("花名册.xlsx", b""), ("花名册.xlsx", b"PK\x03\x04broken"), ("花名册.csv", b"\xff\xfe\x00\x00"),
    ("花名册.csv", "姓名\n".encode() * 5),
    ("../../花名册.xlsx", b"<html><table><tr><td>1</td></tr></table>"), ("名册.exe", b"MZ\x90"),
    ("登记簿.docx", b"PK\x05\x06" + b"\0" * 18),
    ("图.png", b"\x89PNG\r\n\x1a\n"), ("文" * 300 + ".csv", "姓名,性别\n甲,男\n".encode()),
)
CONTROLS = {"csrfmiddlewaretoken", "kit_once"}


def some(things, by: str, most: int) -> list:
    """A few of the things, others for each `by`, so that the fields of the house together meet all of them."""
    things = list(dict.fromkeys(things))
    start = 0 if EVERYTHING else crc32(by.encode()) % len(things)
    return (things[start:] + things[:start])[: len(things) if EVERYTHING else most]


@dataclass
class Asked:
    """One field: its kind as the page draws it, what it holds already, what may be chosen."""

    kind: str
    value: str = ""
    options: list[str] = field(default_factory=list)

    def sensible(self, name: str, person: str):
        """What somebody would fill in who wants to get on."""
        if self.options:
            return self.value or next((each for each in self.options if each), "")
        if self.kind == "lookup" or name in ("people", "came", "names"):
            return person
        usual = {"date": "2025-06-02", "decimal": "1", "numeric": "1", "checkbox": "on", "file": SimpleUploadedFile(*FILES[3])}
        return self.value or usual.get(self.kind, "某某事项")

    def nasty(self, by: str) -> list:
        """What it should not be given: of each kind a few."""
        if self.kind == "file":
            return [SimpleUploadedFile(name, data) for name, data in some(FILES, by, 2)]
        if self.options:
            return some((*KEYS, *WORDS[:3]), by, 2)
        own = {"date": DAYS, "decimal": NUMBERS, "numeric": NUMBERS}.get(self.kind, ())
        return [*(some(own, by, 2) if own else ()), *some(WORDS, by, 1)]


class Page(HTMLParser):
    """The fields of the forms a page sends (`sent`) and of its search box (`searched`); whether it lists (`listed`)."""

    def __init__(self, text: str):
        super().__init__()
        self.sent: dict[str, Asked] = {}
        self.searched: dict[str, Asked] = {}
        self.forms, self.listed = 0, False
        self._into, self._select, self._area = None, None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        got = dict(attributes)
        self.listed |= got.get("id") == "list"
        if tag == "form":
            sent = got.get("method", "get").lower() == "post" and not (got.get("action") or "").startswith(("/logout", "/login"))
            self._into = self.sent if sent else self.searched
            self.forms += sent
        elif tag == "option" and self._select:
            self._option(got)
        elif self._into is not None and got.get("name") and got["name"] not in CONTROLS:
            self._field(tag, got)

    def _field(self, tag, got):
        if tag == "select":
            self._select = self._into.setdefault(got["name"], Asked("select"))
        elif tag == "textarea":
            self._into.setdefault(got["name"], Asked("text"))
        elif tag == "input" and got.get("type") == "radio":
            self._into.setdefault(got["name"], Asked("select")).options.append(got.get("value", ""))
        elif tag == "input":
            kind = "lookup" if "suggest=" in (got.get("hx-get") or "") else got.get("inputmode") or got.get("type") or "text"
            self._into.setdefault(got["name"], Asked(kind, got.get("value") or ""))

    def _option(self, got):
        self._select.options.append(got.get("value") or "")
        if "selected" in got:
            self._select.value = got.get("value") or ""

    def handle_endtag(self, tag):
        if tag == "form":
            self._into = None
        elif tag == "select":
            self._select = None
