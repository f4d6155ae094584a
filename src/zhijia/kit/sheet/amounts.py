"""Sums of money as people type them."""

import re
from decimal import Decimal, InvalidOperation

from zhijia.kit.sheet.cells import BLANKS, FULL_WIDTH, NOTHING, SPACES, text

UNREADABLE = "amount_unreadable"
FIGURES = {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")} | {
    c: i for i, c in enumerate("〇一二三四五六七八九")
}
FIGURES |= {"两": 2, "弍": 2, "贰": 2, "陸": 6}
SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
COINS = {"角": Decimal("0.1"), "分": Decimal("0.01")}
NUMBER = re.compile(r"[¥￥]?([+-]?\d+(?:\.\d+)?)(万|千|百)?(?:元|块)?(?:整|正)?(?:人民币|RMB)?")
WHOLE = {None: 1, "百": 100, "千": 1000, "万": 10000}

MOST = 10**12

Amount = int | Decimal


def read_amount(value) -> tuple[Amount | None, str | None]:
    """Yuan of a cell: 2,500.00 · 500元 · 0.1万元 · 叁佰元整 · ￥300; None for a blank or a dash; else a
    reason.
    """
    if value is None or isinstance(value, bool):
        return None, None
    if isinstance(value, int | float):
        return bounded(Decimal(str(value)))
    plain = text(value)
    if plain is None or plain in NOTHING:
        return None, None
    plain = SPACES.sub("", plain.translate(FULL_WIDTH)).strip(BLANKS + "'").replace(",", "").replace("，", "")
    if found := NUMBER.fullmatch(plain.removeprefix("人民币")):
        return bounded(Decimal(found[1]) * WHOLE[found[2]])
    return spelled(plain.removeprefix("人民币"))


def bounded(amount: Decimal) -> tuple[Amount | None, str | None]:
    """A sum somebody may have given; infinity and a trillion are none."""
    return (trim(amount), None) if amount.is_finite() and abs(amount) < MOST else (None, UNREADABLE)


def trim(amount: Decimal) -> Amount:
    """Whole yuan as an int, fen as a decimal."""
    return int(amount) if amount == amount.to_integral_value() else amount.quantize(Decimal("0.01"))


def spelled(plain: str) -> tuple[Amount | None, str | None]:
    """Money in words, as on a receipt: 贰仟壹佰元整."""
    plain = plain.removesuffix("整").removesuffix("正")
    yuan, _, rest = plain.replace("圆", "元").replace("块", "元").partition("元")
    try:
        return bounded(Decimal(spelled_whole(yuan)) + coins(rest))
    except (KeyError, InvalidOperation, ValueError):
        return None, UNREADABLE


def spelled_whole(words: str) -> int:
    """壹万贰仟 → 12000. Raises KeyError for anything else."""
    if not words:
        raise KeyError(words)
    upper, has_ten_thousands, lower = words.rpartition("万") if "万" in words else ("", "", words)
    total = spelled_whole(upper) * 10000 if has_ten_thousands else 0
    digit = 0
    for char in lower:
        if char in SCALES:
            total, digit = total + (digit or 1) * SCALES[char], 0
        else:
            digit = FIGURES[char]
    return total + digit


def coins(words: str) -> Decimal:
    """伍角 → 0.5. Raises KeyError for anything else."""
    total = Decimal(0)
    for figure, coin in zip(words[::2], words[1::2], strict=True):
        total += FIGURES[figure] * COINS[coin]
    return total
