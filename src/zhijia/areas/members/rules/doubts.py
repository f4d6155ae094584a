"""What about a person still has to be checked (待核对): codes, their words, and which facts settle them."""

import datetime
from collections.abc import Iterable

from zhijia.areas.members.rules.identity import agrees, birth_of, check_id, check_phone, sex_of
from zhijia.areas.members.rules.joining import join_before_16, join_in_future

WORDS = {
    "id_missing": "没有身份证号",
    "id_damaged": "身份证号被表格软件改坏，需问本人",
    "id_length": "身份证号位数不对",
    "id_check_digit": "身份证号校验码不对",
    "id_old_15": "15 位旧身份证号，已升为 18 位",
    "id_birth": "身份证号里的出生日期不存在",
    "id_duplicate": "身份证号与别人相同",
    "birth_id_mismatch": "出生日期与身份证号不一致",
    "sex_id_mismatch": "性别与身份证号不一致",
    "date_impossible": "日期不存在",
    "date_ambiguous": "日期分不清是 1 月还是 10 月",
    "phone_invalid": "手机号码不对",
    "phone_multiple": "填了几个电话，只记了第一个",
    "phone_landline": "电话是座机",
    "join_before_16": "入会时不满 16 岁",
    "join_in_future": "入会时间晚于今天",
    "member_unknown": "看不出是不是会员",
    "status_unknown": "会籍状态看不懂",
    "name_repeat": "与名册里的人同名，分不清是不是同一人",
}
FIELDS = {
    "id": ("id_no",),
    "birth": ("birth", "id_no"),
    "sex": ("sex", "id_no"),
    "phone": ("phone",),
    "date": ("birth", "joined_work", "joined"),
    "join": ("joined", "birth"),
    "member": ("joined",),
    "status": ("joined",),
}
COMPUTED = frozenset(
    (
        "id_missing",
        "id_length",
        "id_check_digit",
        "id_birth",
        "birth_id_mismatch",
        "sex_id_mismatch",
        "phone_invalid",
        "phone_multiple",
        "phone_landline",
        "join_before_16",
        "join_in_future",
    )
)


def found(id_no: str, birth: str, sex: str, phone: str, joined: str, today: datetime.date) -> list[str]:
    """Doubts the facts themselves raise, in the order people read them."""
    _, wrong_id = check_id(id_no)
    _, wrong_phone = check_phone(phone)
    sound = len(id_no) == 18 and wrong_id in (None, "id_old_15")
    checks = (
        (wrong_id, True),
        ("birth_id_mismatch", sound and birth and not agrees(birth, birth_of(id_no))),
        ("sex_id_mismatch", sound and sex and sex != sex_of(id_no)),
        (wrong_phone, True),
        ("join_before_16", join_before_16(birth, joined)),
        ("join_in_future", join_in_future(joined, today)),
    )
    return [code for code, holds in checks if code and holds]


def left(before: Iterable[str], changed: Iterable[str], computed: list[str]) -> list[str]:
    """Doubts after a correction: what the facts raise now, and what was doubted of facts nobody touched."""
    changed = set(changed)
    kept = [code for code in before if code not in COMPUTED and not changed & set(_about(code))]
    return list(dict.fromkeys([*computed, *kept]))


def _about(code: str) -> tuple[str, ...]:
    return FIELDS.get(code.split("_")[0], ())


def in_words(codes: str) -> str:
    """The stored codes as one line a person can act upon."""
    return "；".join(WORDS.get(code, code) for code in codes.split(",") if code)
