"""Before something is published: every number of a person is found, however it is typed; ordinary numbers pass."""

import pytest

from tests.house.kept import id_number
from zhijia.areas.care import actions as care
from zhijia.core.private.publishing import numbers
from zhijia.core.refused import Refused
from zhijia.kit.publishing import publishable

ID = id_number(7)
CARD = "6222021234567890128"


@pytest.mark.parametrize("typed, kind", [
    (ID, "身份证号"), (f"{ID[:6]} {ID[6:14]} {ID[14:]}", "身份证号"), (f"身份证:{ID}。", "身份证号"),
    ("".join(chr(ord(d) + 0xFEE0) if d.isdigit() else d for d in ID), "身份证号"), ("450101800101123", "身份证号"),
    ("13912345678", "手机号码"), ("139-1234-5678", "手机号码"), ("+86 139 1234 5678", "手机号码"),
    ("1 3 9 1 2 3 4 5 6 7 8", "手机号码"), ("139\u200b12345678", "手机号码"), ("一三九一二三四五六七八", "手机号码"),
    ("１３９１２３４５６７８", "手机号码"), (CARD, "银行卡号或证件号"), ("6222 0212 3456 7890 128", "银行卡号或证件号"),
])
def test_a_number_of_a_person_is_found(typed, kind):
    assert [each.kind for each in numbers(f"补助发给困难职工，联系 {typed}")] == [kind]


@pytest.mark.parametrize("said", [
    "2025年3月8日至2025年12月31日", "全年收入 1234567890 元", "会费 23399.60 元，支出 18000.00 元", "电话 0771-2345678",
    "职工332人，会员265人，占79.8%", "总工发〔2019〕6号", "2021.1-2021.12", "第六届教代会第二次会议 2021-03-18 09:30",
    "1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12.",
])
def test_an_ordinary_number_passes(said):
    assert numbers(said) == []


@pytest.mark.django_db
def test_a_helped_workers_name_stops_a_notice_until_there_is_a_reason(alice, mill, bob_person):
    care.watch(alice, union=mill, person=bob_person, on="2025-03-08", reason="情绪低落", helper="艾丽")
    with pytest.raises(Refused, match="鲍小波"):
        publishable("获奖名单：鲍小波、王芳", mill)
    publishable("获奖名单：鲍小波、王芳", mill, let_pass="本人书面同意")
    with pytest.raises(Refused, match="手机号码"):
        publishable("获奖名单：鲍小波 13912345678", mill, let_pass="本人书面同意")
