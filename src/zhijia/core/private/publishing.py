"""The publication check (公开前检查): numbers that must not leave, however they were typed. Source: docs/areas/openness.md."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import category, normalize

GAP = r"[\s.\-—–_·,，、*/\\]{0,3}"
RUN = re.compile(rf"(?<![0-9])[0-9](?:{GAP}[0-9]){{9,29}}{GAP}[Xx]?(?![0-9])")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHINESE = str.maketrans("〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖", "00123456789123456789")
SAID = re.compile(r"[〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖]{11,19}")


@dataclass(frozen=True)
class Found:
    """Something that must not be published: what it is, and as much of it as may be shown to the one who has to find it.

    `firm`: nobody may let it pass (a number); a name may, with a recorded reason.
    """

    kind: str
    shown: str
    firm: bool = True


def numbers(text: str) -> list[Found]:
    """Identity, phone and bank numbers in a text, in order; spaces, dashes, full width and 一三八… make no difference."""
    plain = "".join(letter for letter in normalize("NFKC", text) if category(letter) != "Cf")
    runs = [match.group() for match in RUN.finditer(plain)]
    runs += [match.group().translate(CHINESE) for match in SAID.finditer(plain)]
    found = []
    for run in runs:
        digits = re.sub(r"[^0-9Xx]", "", run).upper()
        if kind := _kind(digits):
            found.append(Found(kind, f"{digits[:3]}…{digits[-2:]}"))
    return found


def names(text: str, protected: Iterable[str]) -> list[Found]:
    """Names of helped people in a text; blanks inside a name make no difference."""
    plain = re.sub(r"\s", "", normalize("NFKC", text))
    return [Found("受帮扶人的姓名", name, firm=False) for name in sorted(set(protected)) if len(name) > 1 and name in plain]


def _kind(digits: str) -> str:
    """What a run of digits is; "" for an ordinary number."""
    if _mobile(digits):
        return "手机号码"
    if _identity(digits):
        return "身份证号"
    if digits.isdigit() and 15 <= len(digits) <= 19 and (_luhn(digits) or len(digits) >= 16):
        return "银行卡号或证件号"
    return ""


def _mobile(digits: str) -> bool:
    body = digits[2:] if len(digits) == 13 and digits.startswith("86") else digits
    return len(body) == 11 and body[0] == "1" and body[1] in "3456789" and body.isdigit()


def _identity(digits: str) -> bool:
    if len(digits) == 15:
        return digits.isdigit() and _day(f"19{digits[6:12]}")
    return len(digits) == 18 and digits[:17].isdigit() and (_day(digits[6:14]) or _checked(digits))


def _day(eight: str) -> bool:
    return eight[:2] in ("18", "19", "20") and "01" <= eight[4:6] <= "12" and "01" <= eight[6:8] <= "31"


def _checked(digits: str) -> bool:
    total = sum(int(d) * w for d, w in zip(digits[:17], WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == digits[17]


def _luhn(digits: str) -> bool:
    odd = [int(d) for d in digits[-1::-2]]
    even = [sum(divmod(2 * int(d), 10)) for d in digits[-2::-2]]
    return (sum(odd) + sum(even)) % 10 == 0
