"""How a protected value may stand on a page: enough to tell two apart, never enough to rebuild one.

Lists show no identity number at all. The number of stars is always the same, so that it tells no length;
of every number only its end is shown, so that two differently masked papers cannot be laid over each other.
"""

STARS = "****"
COMPOUND = (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 夏侯 轩辕 端木 百里 南宫 呼延 "
    "东郭 独孤 西门 申屠 公羊 澹台 濮阳 太史 闻人 钟离 单于 拓跋 万俟 赫连 鲜于 闾丘 淳于 宗政 仲孙 第五"
)


def mask_name(name: str) -> str:
    """Family name and a star: 张*, 欧阳*; of a name with a dot (阿依古丽·买买提) its first character."""
    name = name.strip()
    if len(name) < 2:
        return name and "*"
    return (name[:2] if name[:2] in COMPOUND.split() and len(name) > 2 else name[0]) + "*"


def mask_phone(number: str) -> str:
    """The last four digits: ****5678."""
    return _end(number, 4)


def mask_id(number: str) -> str:
    """The last two characters of an identity number: ****1X (six more, and 33 candidates would be left)."""
    return _end(number, 2)


def mask_bank(number: str) -> str:
    """The last four digits of a bank card, as banks print it."""
    return _end(number, 4)


def _end(number: str, shown: int) -> str:
    number = "".join(number.split())
    return number and STARS + (number[-shown:] if len(number) > 2 * shown else "")
