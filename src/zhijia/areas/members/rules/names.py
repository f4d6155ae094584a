"""First letters of a name (拼音首字母), so that someone is found by typing zsf for 张三丰."""

import os
from functools import lru_cache

SURNAMES = {
    "单": "s",
    "曾": "z",
    "解": "x",
    "仇": "q",
    "查": "z",
    "翟": "z",
    "盖": "g",
    "缪": "m",
    "区": "o",
    "朴": "p",
    "任": "r",
    "覃": "q",
    "乐": "y",
    "冼": "x",
    "尉": "w",
    "员": "y",
    "召": "s",
    "长": "z",
    "万": "w",
    "折": "s",
    "种": "c",
    "重": "c",
}
PLAIN = str.maketrans("āáǎàēéěèōóǒòêếềḿńňǹ", "aaaaeeeeooooeeemnnn")


@lru_cache(maxsize=65536)
def initials(name: str) -> str:
    """张三丰 → zsf; letters of Latin names are kept as they begin words, other signs are left out."""
    return "".join(_first(char, at) for at, char in enumerate(name))[:20]


def _first(char: str, at: int) -> str:
    if at == 0 and char in SURNAMES:
        return SURNAMES[char]
    return char.lower() if char.isascii() and char.isalnum() else _letter(char)


@lru_cache(maxsize=8192)
def _letter(char: str) -> str:
    read = _readings().get(ord(char), "")
    return read[:1].translate(PLAIN)


@lru_cache(maxsize=1)
def _readings() -> dict[int, str]:
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")  # words of several characters would cost half a second to load
    from pypinyin.constants import PINYIN_DICT

    return PINYIN_DICT
