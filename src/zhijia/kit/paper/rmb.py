"""Amounts, dates and numbers as official papers write them: 肆仟元整, 2021年12月20日."""

from datetime import date
from decimal import Decimal, InvalidOperation

CAPITALS = "零壹贰叁肆伍陆柒捌玖"
PLAIN = "〇一二三四五六七八九"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "万亿")
LIMIT = Decimal(10) ** 16


def in_capitals(amount: int | str | Decimal) -> str:
    """An amount of yuan in capitals (金额大写), after 正确填写票据和结算凭证的基本规定.

    A float is refused, as is anything finer than a cent: money is never nearly right.
    """
    cents = _cents(amount)
    sign, cents = ("负" if cents < 0 else ""), abs(cents)
    yuan, (jiao, fen) = cents // 100, divmod(cents % 100, 10)
    return sign + _yuan(yuan, jiao, fen) + _small(yuan, jiao, fen)


def _cents(amount: int | str | Decimal) -> int:
    if isinstance(amount, (float, bool)):
        raise TypeError("an amount is an int, a Decimal or its text")
    try:
        value = Decimal(str(amount).replace(",", ""))
    except InvalidOperation:
        raise ValueError(f"金额“{amount}”不是数字") from None
    if not value.is_finite() or abs(value) >= LIMIT or value * 100 % 1:
        raise ValueError(f"金额“{amount}”不能写成大写")
    return int(value * 100)


def _yuan(yuan: int, jiao: int, fen: int) -> str:
    if yuan:
        return _integer(yuan) + "元"
    return "" if jiao or fen else "零元"


def _small(yuan: int, jiao: int, fen: int) -> str:
    """角 and 分; a 零 stands where a digit is left out between others."""
    if not jiao and not fen:
        return "整"
    gap = "零" if yuan and (not jiao or yuan % 10 == 0) else ""
    return gap + (CAPITALS[jiao] + "角" if jiao else "") + (CAPITALS[fen] + "分" if fen else "整")


def _integer(number: int) -> str:
    """Groups of four from the left, 零 once for any run of zeros between two groups."""
    groups = [number // 10_000**n % 10_000 for n in range(len(GROUPS))]
    text = ""
    for n in reversed(range(len(GROUPS))):
        if not groups[n]:
            continue
        gap = "零" if text and (groups[n] < 1000 or not groups[n + 1]) else ""
        text += gap + _group(groups[n]) + _unit(n, groups)
    return text


def _unit(n: int, groups: list[int]) -> str:
    """万亿 followed by 亿 says 亿 once: 壹万贰仟亿, not 壹万亿贰仟亿."""
    return "万" if n == 3 and groups[2] else GROUPS[n]


def _group(number: int) -> str:
    text, zero = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if zero and text else "") + CAPITALS[digit] + PLACES[place]
        zero = digit == 0
    return text


def chinese_number(number: int) -> str:
    """1 to 9999 in words, as headings count: 一, 十二, 二十, 一百零三."""
    if not 0 < number < 10_000:
        raise ValueError("headings count from 1 to 9999")
    words = _group(number).translate(str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千"))
    return words.removeprefix("一") if 10 <= number < 20 else words


def official_date(day: date) -> str:
    """2021年12月20日, without leading zeros (GB/T 9704)."""
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_date(day: date) -> str:
    """二〇二一年十二月二十日."""
    year = "".join(PLAIN[int(digit)] for digit in f"{day.year:04d}")
    return f"{year}年{chinese_number(day.month)}月{chinese_number(day.day)}日"
