"""Rules of membership, applications, committees and partial dates: tables of cases, no database."""

from datetime import date

import pytest

from zhijia.areas.members.rules import applications, committees, dates, membership
from zhijia.core.policy.shipped import rules

SIZES = [[1, 24, 3, 5], [25, 200, 3, 7], [201, 1000, 7, 15]]


@pytest.mark.parametrize(
    ("state", "change", "leads_to"),
    [
        ("", "入会", "在籍"), ("", "转入", "在籍"), ("", "退会", None), ("在籍", "入会", None), ("在籍", "转为保留", "保留会籍"),
        ("在籍", "去世", ""), ("保留会籍", "恢复会籍", "在籍"), ("保留会籍", "除名", None), ("保留会籍", "转出", ""),
    ],
)
def test_what_may_follow_what(state, change, leads_to):
    assert membership.after(state, change) == leads_to


def test_kept_membership_has_no_vote():
    assert (membership.may_vote("保留会籍"), membership.may_vote("在籍")) == (False, True)


def test_the_balance_adds_and_subtracts_every_way_in_and_out():
    lines = {"入会": 5, "转入": 2, "恢复会籍": 1, "转出": 3, "退会": 1, "转为保留": 2, "去世": 1, "组间调入": 4, "组间调出": 1}
    assert membership.closing_count(100, lines) == 104


def test_an_application_walks_its_steps_in_order():
    assert applications.following("已申请", in_group=True) == ("小组同意", "未批准", "已撤回")
    assert applications.following("已申请", in_group=False) == ("委员会批准", "未批准", "已撤回")
    assert applications.following("委员会批准", in_group=True) == ("张榜公布",)
    assert applications.following("已归档", in_group=True) == ()
    assert applications.RUNNING == ("已申请", "小组同意", "委员会批准", "张榜公布", "已发证")


def test_a_list_hangs_for_five_days_and_cards_follow():
    until = applications.posted_until(date(2021, 9, 6), 5)
    assert until == date(2021, 9, 10)
    assert not applications.card_allowed(until, date(2021, 9, 10))
    assert applications.card_allowed(until, date(2021, 9, 11))


@pytest.mark.parametrize(
    ("birth", "fit"), [(date(2005, 9, 6), True), (date(2005, 9, 7), False), (None, True), (date(2004, 2, 29), True)]
)
def test_one_must_have_turned_sixteen(birth, fit):
    assert applications.old_enough(birth, date(2021, 9, 6), 16) is fit


@pytest.mark.parametrize(("members", "allowed"), [(24, (3, 5)), (25, (3, 7)), (201, (7, 15)), (5000, None), (0, None)])
def test_committee_size_by_number_of_members(members, allowed):
    assert committees.seats_allowed(SIZES, members) == allowed


def test_a_term_of_five_years_counts_down():
    ends = committees.term_end(date(2016, 2, 29), 5)
    assert ends == date(2021, 2, 28)
    told = [committees.countdown(ends, day, [6, 3, 1]).warning for day in (
        date(2020, 8, 1), date(2020, 8, 28), date(2020, 12, 1), date(2021, 2, 27), date(2021, 3, 1))]
    assert told == ["", "6 个月内到期，还有 184 天", "3 个月内到期，还有 89 天", "1 个月内到期，还有 1 天", "已超过届期 1 天"]


def test_what_stands_out_in_a_committee():
    two = [committees.Sitting("张三", "委员", "在籍"), committees.Sitting("李四", "委员", "保留会籍")]
    assert committees.composition(two, (3, 7), vacancy_months=3) == [
        "现有委员 2 人，按会员人数应为 3～7 人。",
        "没有登记主席（主任），缺位不宜超过 3 个月。",
        "李四不是在籍会员，没有选举权和被选举权。",
    ]
    three = [committees.Sitting(n, t, "在籍") for n, t in (("王一", "主席"), ("王二", "委员"), ("王三", "委员"))]
    assert committees.composition(three, (3, 7), vacancy_months=3) == []


@pytest.mark.parametrize("members, seats", [
    (1, (3, 5)), (24, (3, 5)), (25, (3, 7)), (200, (3, 7)), (201, (7, 15)), (1000, (7, 15)), (1001, (15, 21)), (5000, (15, 21)),
    (5001, (21, 29)), (10000, (21, 29)), (10001, (29, 37)), (50000, (29, 37)), (50001, (37, 45)), (120000, (37, 45)),
])
def test_seats_by_number_of_members(members, seats):
    """The table of 工会基层组织选举工作条例 §8, at both ends of every row."""
    table = rules()["org.committee.size"].cases[0].value
    assert committees.seats_allowed(table, members) == seats


@pytest.mark.parametrize("members, seats", [
    (10, (1, 1)), (11, (3, 3)), (26, (3, 5)), (101, (5, 7)), (201, (7, 9)), (500, (7, 9)), (501, (9, 15)), (1001, (15, 21)),
])
def test_seats_where_a_district_has_its_own_table(members, seats):
    table = next(case.value for case in rules()["org.committee.size"].cases if case.region == "广东深圳福田")
    assert committees.seats_allowed(table, members) == seats


def test_a_union_owes_the_committees_its_size_asks_for():
    asked = [
        committees.Threshold("工会委员会", "members", 25), committees.Threshold("女职工委员会", "women", 10),
        committees.Threshold("劳动保护监督检查委员会", "staff", 300),
    ]
    small, large = committees.Size(24, 9, 299), committees.Size(25, 10, 300)
    assert committees.required(small, asked, []) == []
    assert committees.required(large, asked, ["工会委员会"]) == [
        ("女职工委员会", "女会员 10 人，达到 10 人"), ("劳动保护监督检查委员会", "职工 300 人，达到 300 人"),
    ]


def test_each_committee_asks_its_own_of_who_sits_there():
    woman = committees.Sitting("王芳", "主任", "在籍", "女")
    man = committees.Sitting("李强", "委员", "在籍", "男")
    sent = committees.Sitting("赵总", "企业代表", None)
    assert committees.of_women([woman]) == []
    assert committees.of_women([woman, man]) == ["李强不是女职工，不宜担任女职工委员会委员。"]
    assert committees.of_mediation([woman, sent]) == []
    assert committees.of_mediation([woman, man]) == ["没有企业代表；请登记行政方指定的人，职务写“企业代表”。"]
    assert committees.of_mediation([sent]) == ["没有职工代表；调解委员会由职工代表和企业代表组成。"]
    assert committees.of_audit([woman, man], ["王芳"]) == ["王芳担任工会主席、副主席或财务，不宜同时任经审委员。"]
    assert committees.of_audit([man], ["王芳"]) == []


@pytest.mark.parametrize("left, today, too_long", [
    (None, date(2025, 6, 1), False), (date(2025, 3, 1), date(2025, 6, 1), False), (date(2025, 3, 1), date(2025, 6, 2), True),
])
def test_a_chair_is_not_missing_for_long(left, today, too_long):
    assert committees.vacant_too_long(left, today, 3) is too_long


@pytest.mark.parametrize(
    ("told", "first", "last", "words"),
    [
        ("2003", date(2003, 1, 1), date(2003, 12, 31), "2003年"),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29), "2004年2月"),
        ("2003-10-20", date(2003, 10, 20), date(2003, 10, 20), "2003年10月20日"),
        ("2003-13", None, None, "2003-13"), ("", None, None, ""), ("不详", None, None, "不详"),
    ],
)
def test_dates_are_as_precise_as_they_were_told(told, first, last, words):
    assert (dates.first_day(told), dates.last_day(told), dates.in_words(told)) == (first, last, words)
