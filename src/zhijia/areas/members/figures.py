"""What members counts. Definitions with their sources: docs/areas/members.md. A moment is the last day of the period."""

from zhijia.areas.members import queries
from zhijia.areas.members.tables import APPLICATIONS, CHANGES, GROUPS, PEOPLE, TERMS
from zhijia.core.figures import Count, Distinct, Figure, Kind, Ratio

ONE, PERSON = Distinct("pk"), Distinct("person")
READ, TREE = "members.read", "members.tree"


def _at_end(query, **facts):
    return lambda unions, period: query(unions, period.end).filter(**facts)


def _opened(*reasons):
    return lambda unions, period: queries.opened(unions, period, *reasons)


def _closed(*reasons):
    return lambda unions, period: queries.closed(unions, period, *reasons)


def moment(key, label, rows, book, doc) -> Figure:
    return Figure(f"members.{key}", label, Kind.PEOPLE, rows, ONE, PEOPLE, READ, doc, book=book, moment=True)


def change(key, label, rows, doc) -> Figure:
    return Figure(f"members.{key}", label, Kind.PEOPLE, rows, PERSON, CHANGES, READ, doc, book=queries.book)


STAFF, MEMBERS, RETIRED = _at_end(queries.staff), _at_end(queries.members), _at_end(queries.retired)

FIGURES = (
    moment("staff", "职工", STAFF, STAFF,
           "期末在本单位名册上的职工，含内退、待岗、劳务派遣、借调；一人兼岗只算一次；退休、已离开和只保留会籍的不算。"),
    moment("members", "会员", MEMBERS, STAFF, "期末会籍为“在籍”的会员，每人一次；保留会籍的不算（工会会员会籍管理办法）。"),
    Ratio("members.rate", "入会率", top="members.members", bottom="members.staff",
          doc="期末在籍会员数 ÷ 职工数 × 100 %，保留一位小数；写“约80 %”时也能打开看到 265/332，79.8 %。"),
    moment("women", "女职工", _at_end(queries.staff, sex="女"), STAFF, "期末职工中的女职工。"),
    moment("women_members", "女会员", _at_end(queries.members, sex="女"), STAFF, "期末在籍会员中的女会员。"),
    moment("dispatched", "劳务派遣职工", _at_end(queries.staff, dispatched=True), STAFF, "期末职工中登记为劳务派遣的。"),
    moment("retired", "退休人员", RETIRED, RETIRED, "期末登记为退休的人员，由工会关心，不计入职工。"),
    Figure("members.groups", "工会小组", Kind.THINGS, _at_end(queries.groups), Count(), GROUPS, TREE,
           "期末存在的工会小组（班组），未撤销的。", book=_at_end(queries.groups), moment=True),
    Figure("members.committees", "各类委员会", Kind.THINGS, _at_end(queries.in_force), Count(), TERMS, TREE,
           "期末在任的委员会：工会委员会、经费审查、女职工、劳动保护、劳动争议调解、劳动法律监督等，一届一个。",
           book=_at_end(queries.in_force), moment=True),
    change("joined", "新入会", _opened("入会"), "期内入会的会员，按入会日期（委员会批准之日）；只知道年份或月份的，按其第一天。"),
    change("came", "转入", _opened("转入"), "期内从其他单位转入的会员，按转入日期。"),
    change("went", "转出", _closed("转出"), "期内转到其他单位的会员，按转出日期。"),
    change("quit", "退会", _closed("退会"), "期内本人要求退会的会员，按退会日期。"),
    change("expelled", "除名", _closed("除名"), "期内除名的会员，按决定日期。"),
    change("kept", "转为保留会籍", _closed("转为保留"), "期内因退休、失业等转为保留会籍的会员；保留期间不交会费、没有表决权。"),
    change("died", "去世", _closed("去世"), "期内去世的在籍会员，按去世日期。"),
    Figure("members.applications", "入会申请", Kind.PEOPLE, queries.applied, PERSON, APPLICATIONS, READ,
           "期内递交入会申请的人，按申请日期，不论结果。", book=queries.applied),
)
