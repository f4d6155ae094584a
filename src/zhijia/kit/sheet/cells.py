"""Understanding one cell: text, names, numbers written as text, phones, yes and no."""

import re
import unicodedata

BLANKS = " \t\r\n\v\f\u00a0\u3000\u200b\u200c\u200d\ufeff\u2002\u2003\u2009"
DOTS = dict.fromkeys(map(ord, "•・．‧∙⋅●･᛫◦⸱"), "·")
FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: " "}
NOTHING = frozenset(
    ("", "-", "--", "—", "——", "－", "–", "/", "／", "\\", "无", "／／", "//", "＼", "*", "…", "……")
)
MARK = re.compile(r"[（(【\[〔]([^（()）]{1,10})[)）】\]〕]$")
TAIL = re.compile(r"(?<=[\u3400-\U0003ffff]{2})([A-Za-z\d①-⑩])$")
STARS = re.compile(r"^[★☆*※▲△●◆#'‘’]+|[★☆*※▲△●◆#]+$")
SPACES = re.compile(rf"[{BLANKS}]+")
LATIN = re.compile(r"[A-Za-z]")


def words_of(line: str) -> frozenset[str]:
    """Words written in a line, as a set."""
    return frozenset(line.split())


YES = words_of("√ ✓ ✔ ☑ v V 是 有 对 1 y Y yes 已 真 TRUE True") | {"是的"}
NO = words_of("× ✗ ✘ ╳ x X 否 没有 0 n N no 未 假 FALSE False 不是")


def text(value) -> str | None:
    """A cell as text without blanks around it; None when there is nothing in it."""
    if value is None:
        return None
    if type(value) is not str:
        return "是" if value is True else "否" if value is False else number_text(value)
    value = value.strip(BLANKS)
    return value or None


def number_text(value: int | float) -> str:
    """A number as a person would have typed it; one past 15 digits in scientific notation, for it is
    damaged.
    """
    return (
        str(value)
        if isinstance(value, int)
        else f"{value:.15g}".upper()
        if abs(value) >= 1e15
        else repr(value)
    )


def word(value) -> str | None:
    """A cell that holds a word from a list: half-width, without any blank, None for a dash."""
    if type(value) is str and value.isalnum() and max(value) < "\uff00":
        return None if value in NOTHING else value
    plain = text(value)
    if plain is None:
        return None
    plain = SPACES.sub("", plain.translate(FULL_WIDTH))
    return None if plain in NOTHING else plain


def nothing(value) -> bool:
    """Whether a cell says nothing: empty, blanks, or a dash."""
    if value is None or type(value) is not str:
        return value is None
    return value.strip(BLANKS) in NOTHING


def name(value) -> tuple[str | None, str | None]:
    """A person's name and the mark beside it that tells homonyms apart: 「蒋新永（大）」 → 蒋新永, 大; 张伟A → 张伟, A.

    Padding inside two-character names goes, every dot between the parts of a name is ·, rare characters
    stay as typed.
    """
    if type(value) is str and len(value) > 1 and value.isalpha() and not value[-1].isascii():
        return value, None
    plain = text(value)
    if plain is None or plain in NOTHING:
        return None, None
    plain = STARS.sub("", plain)
    found = MARK.search(plain) or TAIL.search(plain)
    mark = found[1].strip(BLANKS) if found else None
    plain = plain[: found.start()] if found else plain
    plain = SPACES.sub(" " if LATIN.search(plain) else "", plain).strip()
    plain = plain.translate(DOTS)
    plain = plain if LATIN.search(plain) else plain.replace(".", "·")
    return plain or None, mark or None


def code(value) -> str | None:
    """A number kept as text (identity number, card number): half-width, no blanks, hyphens or leading
    apostrophe.
    """
    if type(value) is str and len(value) == 18 and value.isascii() and value.isalnum():
        return value.upper()
    plain = text(value)
    if plain is None or plain in NOTHING:
        return None
    plain = SPACES.sub("", unicodedata.normalize("NFKC", plain)).lstrip("'‘’`")
    scientific = "E+" in plain.upper()
    return (plain if scientific else plain.replace("-", "").replace("—", "")).upper() or None


def phone(value) -> str | None:
    """A phone number as digits; hyphens stay where they set off an area code; several numbers stay apart
    by '/'.
    """
    if type(value) is str and len(value) == 11 and value.isascii() and value.isdigit():
        return value
    plain = text(value)
    if plain is None or plain in NOTHING:
        return None
    plain = unicodedata.normalize("NFKC", plain).strip(" '")
    plain = re.sub(r"^(?:\+|00)?86[- ]?(?=1\d)", "", plain)
    plain = re.sub(r"(?<=\d)[/、,;，；或和\n]+\s*(?=[\d(+])|(?<=\d{11})\s+(?=1\d{10})", "/", plain)
    plain = re.sub(r"(1\d{2})[- ](\d{4})[- ](\d{4})", r"\1\2\3", plain)
    return SPACES.sub("", plain) or None


def yes_no(value) -> bool | None:
    """√, 是, 有 … are yes; ×, 否 … are no; anything else is neither."""
    plain = word(value)
    return True if plain in YES else False if plain in NO else None


def label(value) -> str:
    """A column heading for comparison: no blanks, line breaks, brackets with their content, or
    punctuation.
    """
    plain = text(value)
    if plain is None:
        return ""
    plain = unicodedata.normalize("NFKC", plain)
    plain = re.sub(r"[(\[【〔][^)\]】〕]*[)\]】〕]", "", plain) or plain
    return re.sub(r"[\s()\[\]:;,.*#/、。·\-_☆★※\"'“”?!]+", "", plain)
