"""The cells of a visit book: whom, what kind, in what way, signed or not."""

import re

from zhijia.areas.care.rules import Receipt, VisitKind, Way
from zhijia.kit.sheet import cells

KINDS = (
    (VisitKind.SUMMER, r"清凉|高温|防暑|夏送"),
    (VisitKind.STUDY, r"助学|金秋|升学|高考"),
    (VisitKind.MODEL, r"劳模|先进|模范|工匠"),
    (VisitKind.RETIREMENT, r"退休"),
    (VisitKind.FUNERAL, r"丧|去世|病故|吊唁|奠仪"),
    (VisitKind.MARRIAGE, r"结婚|新婚|婚庆|婚礼|婚"),
    (VisitKind.BIRTH, r"生育|生小孩|生孩子|产妇|分娩|坐月子|添丁"),
    (VisitKind.SICK, r"生病|住院|患病|看病|病"),
    (VisitKind.HARDSHIP, r"困难|特困|帮扶|救助|送温暖"),
    (VisitKind.FRONTLINE, r"一线|坚守|值班|加班"),
    (VisitKind.FESTIVAL, r"节|两节|春节|元旦|过年|年货"),
)
WAYS = (
    (Way.WORD, r"精神|口头|谈心|慰问信|电话"),
    (Way.CASH, r"现金|慰问金|现款|转账|打卡|银行|红包|钱"),
    (Way.GOODS, r"实物|物品|慰问品|物资|礼品|物"),
)
HEADS = re.compile(
    r"^(.*?)[（(]?(?:等|共|计)?(?:共|计)?\s*(\d{1,5})\s*(?:名|位|个)?(?:人|职工|员工|工人)[次]?[）)]?$"
)
GROUP = re.compile(
    r"(?:班|组|队|科|室|部|处|站|所|车间|工区|厂|校|全体|职工|工人|人员|分会|一线|岗位|教师|环卫|司机|家庭)$"
)
SEVERAL = re.compile(r"[、，,；;和与/\n]")
UNSIGNED = frozenset(("未签", "没签", "否", "×", "未领", "待签", "未"))
PROXY = re.compile(r"代|家属")


def kind_of(value) -> tuple[str | None, str | None]:
    """The kind of visit a word means; kind_unknown for other words, kind_missing for none."""
    word = cells.word(value)
    if word is None:
        return None, "kind_missing"
    if word in list(VisitKind):
        return str(word), None
    found = next((str(kind) for kind, sign in KINDS if re.search(sign, word)), None)
    return (found, None) if found else (word, "kind_unknown")


def way_of(value, amount, goods: str | None) -> str:
    """现金, 实物 or 精神, by the word, else by what was given."""
    word = cells.word(value)
    found = next((str(way) for way, sign in WAYS if word and re.search(sign, word)), None)
    if found:
        return found
    return str(Way.GOODS if goods else Way.CASH if amount else Way.WORD)


def signed(value) -> str:
    """已签, 代签 or 无."""
    word = cells.word(value)
    if word is None or word in UNSIGNED:
        return str(Receipt.NONE)
    return str(Receipt.PROXY if PROXY.search(word) else Receipt.SIGNED)


def whom(value, heads, team: str | None) -> tuple[str | None, str | None, str | None, int, str | None]:
    """Name, mark, group, heads and what is wrong: 运输三班等12人 is a group of 12, 冯　福 is one person."""
    line = (cells.text(value) or "").translate(cells.FULL_WIDTH).strip()
    told = heads_of(heads)
    if found := HEADS.fullmatch(line):
        return None, None, found[1].strip(" ：:，,、") or team, max(int(found[2]), 1), None
    if not line and told and team:
        return None, None, team, told, None
    if not line:
        return None, None, None, told or 1, "name_blank"
    if GROUP.search(cells.label(line)) or len(cells.label(line)) > 12 and not SEVERAL.search(line):
        return None, None, line, told or 1, None if told else "heads_missing"
    names = [name for part in SEVERAL.split(line) if (name := cells.name(part)[0])]
    if len(names) > 1:
        return None, None, "、".join(names), told or len(names), "name_several"
    name, mark = cells.name(value)
    if told and told > 1:
        return None, None, name, told, "name_several"
    return name, mark, None, 1, None if name else "name_blank"


def heads_of(value) -> int | None:
    """A number of people: 12, 12人."""
    found = re.fullmatch(r"(\d{1,5})(?:\.0)?(?:人|名|人次)?", cells.word(value) or "")
    return int(found[1]) if found and int(found[1]) > 0 else None
