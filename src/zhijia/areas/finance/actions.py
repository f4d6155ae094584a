"""What happens with donations and dues: drives open and close, gifts come in and are used; dues are charged and paid."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from zhijia.areas.finance import queries, rules
from zhijia.areas.finance.models import Donation, DonationDrive, DonationUse, DuesMonth, DuesRun, RunKind
from zhijia.core.policy import PolicyBook
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed

GIVE, DUES = "finance.donations", "finance.dues"


def open_drive(actor, *, union, title, purpose, opened_on, closed_on=None) -> DonationDrive:
    """Call for donations (发起募捐)."""
    drive = DonationDrive(union=union, title=title, purpose=purpose, opened_on=opened_on, closed_on=closed_on)
    with deed(actor, GIVE, drive, what=f"发起捐款：{title}"):
        return drive


def close_drive(actor, drive, *, on) -> DonationDrive:
    """No more gifts after this day."""
    with deed(actor, GIVE, drive, what=f"截止捐款：{drive.title}"):
        if drive.closed_on:
            raise Refused(f"“{drive.title}”已在 {drive.closed_on} 截止。")
        last = drive.donations.order_by("-on").values_list("on", flat=True).first()
        if last and on < last:
            raise Refused(f"{last} 还收到过捐款，截止日期不能早于这一天。")
        drive.closed_on = on
    return drive


def donate(actor, drive, *, amount, on, person=None, name="", named=False) -> Donation:
    """Take in a gift; without a name it is a gift of somebody unknown."""
    gift = Donation(drive=drive, person=person, amount=amount, on=on, named=named)
    with deed(actor, GIVE, gift, what=f"登记捐款：{drive.title}"):
        if on < drive.opened_on or (drive.closed_on and on > drive.closed_on):
            raise Refused(f"“{drive.title}”{drive.opened_on} 发起，{drive.closed_on or '尚未'}截止，{on} 不在其中。")
        gift.name = person.name if person else "".join(name.split())
        gift.who = f"p:{person.pk}" if person else f"n:{drive.union_id}:{gift.name}" if gift.name else None
    return gift


def use(actor, drive, *, what, amount, on) -> DonationUse:
    """Spend money of a drive, never more than was given."""
    spent = DonationUse(drive=drive, what=what, amount=amount, on=on)
    with deed(actor, GIVE, spent, what=f"使用捐款：{drive.title}"):
        DonationDrive.objects.select_for_update().get(pk=drive.pk)
        rules.spend(*queries.totals(drive), Decimal(amount))
    return spent


def charge(actor, *, person, month, wage) -> DuesMonth:
    """Charge one member's dues of a month from the wage (应缴会费), at the member's group; the wage itself is not kept."""
    row = _charged(PolicyBook(person.union, month), person, month, wage)
    with deed(actor, DUES, row, what=f"会费开单：{row.month:%Y-%m}"):
        _refuse_future(row.month)
    return row


@dataclass(frozen=True)
class Charged:
    """A month charged for many: the run, and who has no base to charge from yet."""

    run: DuesRun
    without_base: list


@transaction.atomic
def charge_month(actor, *, union, month) -> Charged:
    """Charge everybody's dues of a month from the base of the month before, in one act."""
    month = rules.first_of(month)
    run = DuesRun(union=union, kind=RunKind.CHARGE, month=month)
    with deed(actor, DUES, run, what=f"会费开单：{month:%Y-%m}"):
        _refuse_future(month)
        payers = queries.payers(union, month)
        known, book = [p for p in payers if p.base is not None], PolicyBook(union, month)
        if not known:
            raise Refused("没有可以照上月基数开单的会员：都已开过，或还没有登记过工资基数。请先逐人开单。")
        rows = [_charged(book, p.person, month, p.base) for p in known]
        run.people, run.total = len(rows), sum(row.due for row in rows)
    _bring(run, rows)
    return Charged(run, [p.person for p in payers if p.base is None])


def pay(actor, row, *, amount, on, way=rules.PayWay.SELF) -> DuesMonth:
    """Take in one member's dues; a second payment for the month adds to the first."""
    with deed(actor, DUES, row, what=f"会费收缴：{row.month:%Y-%m}"):
        if amount <= 0:
            raise Refused("实缴金额要大于 0。")
        if row.paid + amount > row.due:
            raise Refused(f"{row.person} {row.month:%Y年%m月} 应缴 {row.due} 元，已缴 {row.paid} 元，多出的请记在下个月。")
        row.paid, row.paid_on, row.way = row.paid + amount, on, way
    return row


def pay_all(actor, *, union, month, on, way=rules.PayWay.WAGE) -> DuesRun:
    """Everybody of a group or union paid the dues of a month in full, in one act (代扣, or the group leader's list)."""
    month = rules.first_of(month)
    run = DuesRun(union=union, kind=RunKind.COLLECT, month=month)
    with deed(actor, DUES, run, what=f"会费收缴：{month:%Y-%m}"):
        rows = list(queries.open_of(union, month).select_for_update())
        if not rows:
            raise Refused(f"{month.year}年{month.month}月没有待收的会费：请先开单，或者都已收齐。")
        run.people, run.total = len(rows), sum(row.due for row in rows)
        for row in rows:
            row.paid, row.paid_on, row.way = row.due, on, way
        DuesMonth.objects.bulk_update(rows, ["paid", "paid_on", "way"], batch_size=500)
    return run


def _charged(book, person, month, wage) -> DuesMonth:
    month = rules.first_of(month)
    if wage < 0:
        raise Refused("工资不能是负数。")
    base = rules.dues_base(Decimal(wage), Decimal(book["dues.base_step"].value))
    due = rules.dues_due(base, Decimal(book["dues.rate"].value), book["dues.decimals"].whole)
    return DuesMonth(union=person.union, person=person, month=month, base=base, due=due)


def _bring(run, rows):
    for row in rows:
        row.run = run
    DuesMonth.objects.bulk_create(rows, batch_size=500)


def _refuse_future(month):
    if month > timezone.localdate():
        raise Refused(f"{month.year}年{month.month}月还没有到，不能开单。")
