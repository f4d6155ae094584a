"""The publication check (公开前检查): numbers that must not leave, however they were typed. Source: docs/areas/openness.md.

A text is first brought to one spelling (full width, circled, Arabic-Indic and Chinese digits, O for 0, invisible marks), then
cut into groups of digits with what stands between them. Groups are put together only where people write one number so:
139 1234 5678 is a phone, the list 150、200、3000 and the years 2018、2019、2020、2021 are not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import category, digit, normalize

GAP = r"[\s.\-—–‐−_·•・,，、*/\\|()\[\]【】~:]{0,3}"
STRETCH = re.compile(rf"[0-9](?:{GAP}[0-9])*(?:{GAP}[Xx](?![A-Za-z]))?")
GROUP = re.compile(r"([^0-9Xx]*)([0-9]*[0-9Xx])")
EVEN = re.compile(r" {1,3}|[-—–‐−_.·•・/]{1,3}")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHINESE = str.maketrans("〇○零一二三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸幺两洞拐勾", "000123456789123456789236" + "12079")
LOOKALIKE = re.compile(r"(?<![A-Za-z])[0-9OolI]*[0-9][0-9OolI]*(?![A-Za-z])")
LETTERS = str.maketrans("OolI", "0011")
CREDIT_CODE = re.compile(  # 统一社会信用代码: of an organisation, open to everybody
    r"(?<![0-9A-Za-z])(?=[0-9A-Z]*[A-WYZ])[0-9A-Y][1-9](?:10|1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])"
    r"[0-9]{4}[0-9A-Z]{10}(?![0-9A-Za-z])"
)
ABROAD = re.compile(r"(?:0{0,2}86|0)(?=1[3-9])")
LONGEST = 22


@dataclass(frozen=True)
class Found:
    """Something that must not be published: what it is, and as much of it as may be shown to the one who has to find it.

    `firm`: nobody may let it pass (a number); a name may, with a recorded reason.
    """

    kind: str
    shown: str
    firm: bool = True


@dataclass(frozen=True)
class Groups:
    """Groups of digits that stand beside each other, and what stands between them."""

    parts: tuple[str, ...]
    between: tuple[str, ...]

    @property
    def digits(self) -> str:
        return "".join(self.parts)

    @property
    def lengths(self) -> tuple[int, ...]:
        return tuple(map(len, self.parts))

    @property
    def plain(self) -> bool:
        """Written in one piece, or each digit by itself."""
        return len(self.parts) == 1 or set(self.lengths) == {1}

    @property
    def even(self) -> bool:
        """With the same blank, dash or dot between all groups, as one number is spelled; years beside each other are not."""
        years = all(len(part) == 4 and part[:2] in ("19", "20") for part in self.parts[:2])
        same = len(set(self.between)) == 1 and bool(EVEN.fullmatch(self.between[0]))
        return same and not years and not (self.between[0] == "." and len(self.parts) == 2)

    def without(self, count: int) -> "Groups":
        """The groups less their first digits."""
        if not count:
            return self
        first = self.parts[0]
        if len(first) > count:
            return Groups((first[count:], *self.parts[1:]), self.between)
        return Groups(self.parts[1:], self.between[1:]).without(count - len(first))


def numbers(text: str) -> list[Found]:
    """Identity, phone and bank numbers in a text, each once; how they are spelled makes no difference."""
    plain = CREDIT_CODE.sub(" ", _plain(text))
    return list(dict.fromkeys(found for spelling in (plain, plain.translate(CHINESE)) for found in _scanned(spelling)))


def names(text: str, protected: Iterable[str]) -> list[Found]:
    """Names of helped people in a text; blanks and invisible marks inside a name make no difference."""
    plain = re.sub(r"\s", "", _plain(text))
    return [Found("受帮扶人的姓名", name, firm=False) for name in sorted(set(protected)) if len(name) > 1 and name in plain]


def _plain(text: str) -> str:
    """One spelling: compatibility forms, no invisible or combining marks, every digit as 0–9."""
    shown = (letter for letter in normalize("NFKC", text) if category(letter) not in ("Cf", "Mn", "Me"))
    return "".join(letter if letter.isascii() else str(digit(letter, letter)) for letter in shown)


def _scanned(plain: str) -> Iterable[Found]:
    alike = LOOKALIKE.sub(lambda found: found.group().translate(LETTERS), plain)
    for stretch in STRETCH.finditer(alike):
        yield from _in_stretch(GROUP.findall(stretch.group()))


def _in_stretch(pieces: list[tuple[str, str]]) -> Iterable[Found]:
    """Numbers among the groups of one stretch: from each group on, the longest first."""
    if len(pieces) > 1 and pieces[-1][1] in "Xx":  # the letter stands apart, as after 1234 X
        pieces = [*pieces[:-2], (pieces[-2][0], f"{pieces[-2][1]}X")]
    start = 0
    while start < len(pieces):
        size, found = next(((n, each) for n, each in _spans(pieces, start)), (1, None))
        if found:
            yield found
        start += size


def _spans(pieces, start: int) -> Iterable[tuple[int, Found]]:
    for size in range(min(LONGEST, len(pieces) - start), 0, -1):
        chosen = pieces[start:start + size]
        groups = Groups(tuple(part.upper() for _, part in chosen), tuple(gap for gap, _ in chosen[1:]))
        if sum(groups.lengths) <= LONGEST and (kind := _kind(groups)):
            yield size, Found(kind, f"{groups.digits[:3]}…{groups.digits[-2:]}")


def _kind(groups: Groups) -> str:
    """What groups of digits are together; "" for ordinary numbers."""
    if _mobile(groups):
        return "手机号码"
    if _identity(groups):
        return "身份证号"
    return "银行卡号或证件号" if _card(groups) else ""


def _mobile(groups: Groups) -> bool:
    """Eleven digits, also after 86 or 0; two numbers without anything between them are two."""
    digits = groups.digits
    if groups.plain and len(digits) == 22:
        return all(re.fullmatch(r"1[3-9][0-9]{9}", half) for half in (digits[:11], digits[11:]))
    prefix = ABROAD.match(digits)
    own = groups.without(prefix.end() if prefix else 0)
    if not re.fullmatch(r"1[3-9][0-9]{9}", own.digits):
        return False
    return own.plain or own.lengths in ((3, 4, 4), (3, 8)) or (own.even and _one_number(own))


def _one_number(own: Groups) -> bool:
    """Groups as a phone is spelled: of three and more but for the last, or 139 12 34 56 78, or 13-91-23-45-67-8."""
    *before, last = own.lengths
    if min(before) >= 3 or (before[0] == 3 and {*before[1:], last} == {2}):
        return True
    return set(before) == {2} and last == 1 and own.between[0].strip() != ""


def _identity(groups: Groups) -> bool:
    digits = groups.digits
    if len(digits) == 15:
        usual = groups.plain or groups.lengths == (6, 6, 3)
        return usual and digits.isdigit() and _day(f"19{digits[6:12]}")
    if len(digits) != 18 or not digits[:17].isdigit():
        return False
    if len(groups.parts) == 1:
        return _day(digits[6:14]) or _checked(digits)
    usual = groups.plain or groups.even or groups.lengths == (6, 8, 4)
    return _day(digits[6:14]) and (usual or _checked(digits))


def _card(groups: Groups) -> bool:
    """15 to 19 digits; in groups only as they stand on a card, so that a row of amounts stays one."""
    digits = groups.digits
    if not digits.isdigit() or not 15 <= len(digits) <= 19:
        return False
    if len(groups.parts) == 1:
        return len(digits) >= 16 or _luhn(digits)
    fours = set(groups.lengths[:-1]) == {4} and groups.lengths[-1] <= 4
    if digits.startswith("62") and fours and groups.even:
        return True
    return digits[0] in "34569" and _luhn(digits) and (groups.plain or (groups.even and min(groups.lengths[:-1]) >= 4))


def _day(eight: str) -> bool:
    return eight[:2] in ("18", "19", "20") and "01" <= eight[4:6] <= "12" and "01" <= eight[6:8] <= "31"


def _checked(digits: str) -> bool:
    total = sum(int(d) * w for d, w in zip(digits[:17], WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == digits[17]


def _luhn(digits: str) -> bool:
    odd = [int(d) for d in digits[-1::-2]]
    even = [sum(divmod(2 * int(d), 10)) for d in digits[-2::-2]]
    return (sum(odd) + sum(even)) % 10 == 0
