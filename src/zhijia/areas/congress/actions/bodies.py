"""A congress from its founding to the next: term, districts, seats."""

from zhijia.areas.congress.models import Congress, District
from zhijia.areas.congress.queries import bodies
from zhijia.areas.congress.rules import delegates as rules
from zhijia.core.policy import explain, policy
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

POWER = "congress.edit"


def found(actor, *, union, kind, since, years, number=None, planned=None) -> Congress:
    """Begin a term (届) of a congress; the running one of the same kind ends (换届). Numbered on from the last."""
    congress = Congress(
        union=union, kind=kind, since=since, years=years, planned=planned, number=number or bodies.last_number(union, kind) + 1
    )
    with deed(actor, POWER, congress, what=f"建立{congress}"):
        _within_term(congress)
        for last in Congress.objects.filter(union=union, kind=kind, ended_on=None):
            end(actor, last, on=since)
    return congress


def correct(actor, congress, *, since, years, planned=None, ended_on=None) -> Congress:
    """Correct the term of a congress."""
    with deed(actor, POWER, congress, what=f"更正{congress}"):
        congress.since, congress.years, congress.planned, congress.ended_on = since, years, planned, ended_on
        _within_term(congress)
    return congress


def end(actor, congress, *, on) -> Congress:
    """The term of a congress ended."""
    with deed(actor, POWER, congress, what=f"{congress}届满"):
        congress.ended_on = on
    return congress


def _within_term(congress):
    rule = policy("congress.term.years", congress.union, congress.since)
    least, most = rule.value
    if not least <= congress.years <= most:
        raise Refused(f"任期 {congress.years} 年不合规定。{explain(rule)}")


def draw_districts(actor, congress, *, rows) -> Congress:
    """Write down districts from (name, staff) rows; one that is there already gets the new number of staff."""
    with deed(actor, POWER, congress, what=f"划分选区：{congress}"):
        for name, staff in rows:
            district, _ = District.objects.get_or_create(congress=congress, name=name, defaults={"staff": staff, "seats": 0})
            if district.staff != staff:
                change_district(actor, district, staff=staff)
    return congress


def share_out(actor, congress, *, total) -> Congress:
    """Give every district its seats by its staff (最大余数); not once a district has elected."""
    with deed(actor, POWER, congress, what=f"分配代表名额 {total} 个：{congress}"):
        districts = list(congress.districts.all())
        if not districts:
            raise Refused("还没有选区，请先划分选区。")
        if any(each.elected_on for each in districts):
            raise Refused("已有选区完成选举，不能整体重新分配。请单独更正选区的名额。")
        for district, seats in zip(districts, rules.share_out(total, [each.staff for each in districts]), strict=True):
            change_district(actor, district, seats=seats)
        congress.planned = total
    return congress


def change_district(actor, district, **changes) -> District:
    """Correct a district: its name, staff, seats."""
    with deed(actor, POWER, district, what=f"更正选区：{district}"):
        for name, value in changes.items():
            setattr(district, name, value)
    return district


def drop_district(actor, district) -> Congress:
    """Take a district away that has no delegates."""
    with deed(actor, POWER, district.congress, what=f"取消选区：{district}") as congress:
        if district.delegates.exists():
            raise Refused("这个选区已经有代表，不能取消。请先更正代表的选区。")
        district.delete()
    return congress
