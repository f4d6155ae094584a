"""Identity numbers (身份证号) after GB 11643 and phone numbers (docs/areas/members.md)."""

import datetime
import re
from functools import lru_cache

Checked = tuple[str | None, str | None]

CHECK = b"10X98765432"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d{1,2}", re.IGNORECASE)
PERMIT = re.compile(r"[A-Z]{3}\d{12}")
LANDLINE = re.compile(r"\(?0(?:10|2\d|[3-9]\d{2})\)?-?[2-9]\d{6,7}(?:(?:-|转)\d{1,6})?|[2-9]\d{6,7}")
ID_CARDS = frozenset(("身份证", "居民身份证", "中华人民共和国居民身份证", "二代身份证", "港澳台居民居住证"))


def check_id(text: str | None) -> Checked:
    """The identity number as it should be kept, and what is wrong with it (None: nothing).

    id_missing · id_damaged (a spreadsheet kept 15 digits of it: gone, ask) · id_length · id_check_digit
    (kept as it stands) · id_old_15 (15 digits of before 1999, returned with 18) · id_birth (no such day).
    """
    if not text:
        return None, "id_missing"
    if len(text) == 18 and text[:17].isdigit() and text.isascii():
        problem = eighteen(text)
        return None if problem == "id_damaged" else text, problem
    if SCIENTIFIC.fullmatch(text):
        return None, "id_damaged"
    if len(text) == 15 and text.isascii() and text.isdigit():
        return fifteen(text)
    return text, None if PERMIT.fullmatch(text) else "id_length"


def eighteen(text: str) -> str | None:
    """What is wrong with eighteen characters, seventeen of them digits."""
    b = text.encode()
    total = (
        (b[0] + b[10]) * 7
        + (b[1] + b[11]) * 9
        + (b[2] + b[12]) * 10
        + (b[3] + b[13]) * 5
        + (b[4] + b[14]) * 8
        + (b[5] + b[15]) * 4
        + (b[6] + b[16]) * 2
        + b[7]
        + b[8] * 6
        + b[9] * 3
        - 4800
    )  # fmt: skip — each weight of GB 11643 once, digits as bytes ("0" is 48, and the weights sum to 100)
    if b[17] != CHECK[total % 11]:
        return "id_damaged" if text.endswith("000") else "id_check_digit"
    return None if is_day(text[6:14]) else "id_birth"


def fifteen(text: str) -> Checked:
    """A number of before 1999 in its present form."""
    upgraded = upgrade(text)
    return (upgraded, "id_old_15") if is_day(upgraded[6:14]) else (text, "id_birth")


def upgrade(text: str) -> str:
    """15 digits to 18: 19 before the year, the check digit at the end (domain: GB 11643-1999)."""
    body = text[:6] + "19" + text[6:]
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return body + chr(CHECK[total % 11])


@lru_cache(maxsize=65536)
def is_day(digits: str) -> bool:
    """Whether eight digits are a day somebody alive may have been born on."""
    try:
        return datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year >= 1900
    except ValueError:
        return False


def birth_of(number: str) -> str:
    """The day of birth an 18-digit number holds."""
    return f"{number[6:10]}-{number[10:12]}-{number[12:14]}"


def sex_of(number: str) -> str:
    """The sex an 18-digit number holds: odd is male."""
    return "男" if number[16] in "13579" else "女"


def agrees(birth: str, day: str) -> bool:
    """Whether a date of birth, as precise as it was told, is the day of the number."""
    return birth == day or (len(birth) < 10 and day.startswith(birth))


def check_phone(text: str | None) -> Checked:
    """The phone number to keep — of several the first usable mobile — and what is wrong with it.

    phone_invalid · phone_multiple · phone_landline. No number at all is no fault.
    """
    if not text:
        return None, None
    if mobile(text):
        return text, None
    if "/" in text:
        several = [one for one in text.split("/") if one]
        return next(filter(mobile, several), several[0] if several else None), "phone_multiple"
    return text, "phone_landline" if LANDLINE.fullmatch(text) else "phone_invalid"


def mobile(text: str) -> bool:
    """Whether this is a mobile number: eleven digits, the first 1, the second 3 to 9."""
    return len(text) == 11 and text[0] == "1" and text[1] > "2" and text.isascii() and text.isdigit()
