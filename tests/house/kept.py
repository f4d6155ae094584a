"""One record of every kind that an address of the house can name, written down by the chair of a union."""

from datetime import date
from io import BytesIO
from types import SimpleNamespace

from tests.house import rooms
from zhijia.areas.activities import actions as activities
from zhijia.areas.care import actions as care
from zhijia.areas.care.rules import Category, StepKind, VisitKind, Way
from zhijia.areas.finance import actions as finance
from zhijia.areas.meetings import actions as meetings
from zhijia.areas.members import actions as members
from zhijia.areas.members.models import Committee
from zhijia.areas.plan import actions as plan
from zhijia.areas.publicity import actions as publicity
from zhijia.areas.summary import actions as summary
from zhijia.areas.summary import queries as papers
from zhijia.core.files.storing import store
from zhijia.core.imports.batches import new_batch
from zhijia.core.jobs.queue import enqueue
from zhijia.core.org.actor import actor_of
from zhijia.core.org.models import Kind, Role
from zhijia.core.periods import year
from zhijia.core.policy import actions as policy
from zhijia.core.trail.deed import deed

DAY, LATER, TODAY = date(2025, 3, 8), date(2025, 6, 1), date(2026, 1, 6)
PICTURE = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


class Kept(SimpleNamespace):
    """Records by name; a name that two rooms take would quietly ask one room's address with the other's record."""

    def __setattr__(self, name, value):
        if hasattr(self, name):
            raise AttributeError(f"two records are called {name}")
        super().__setattr__(name, value)


def keep(side) -> Kept:
    """The records of one side, by name."""
    kept = Kept()
    before = (_people, _organisation, _meetings, _activities, _publicity, _care, _helping, _money)
    for write in (*before, *rooms.of("keep"), _imports, _plans, _papers):
        write(side, kept)
    return kept


def id_number(serial: int) -> str:
    """A sound identity number (GB 11643) nobody has."""
    body = f"45010019800101{serial:03d}"
    total = sum(int(d) * w for d, w in zip(body, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), strict=True))
    return body + "10X98765432"[total % 11]


def phone_number(serial: int) -> str:
    return f"1390000{serial:04d}"


def _people(side, kept):
    chair, mark = side.chair, side.mark
    serial = 100 + 10 * (side.union.pk % 50)

    def add(name, n, **more):
        return members.add(
            chair, union=side.group, name=f"{mark}{name}", id_no=id_number(serial + n), phone=phone_number(serial + n),
            job=f"{mark}挡车工", note=f"{mark}备注", **more,
        )

    kept.person = add("鲍小波", 1, member=True, joined="2015-03-01", staff_from=date(2015, 1, 1))
    kept.colleague = add("柯同事", 2, member=True, joined="2016-03-01", staff_from=date(2016, 1, 1))
    kept.without_account = add("尹无号", 3, member=True, joined="2017-03-01", staff_from=date(2017, 1, 1))
    kept.newcomer = add("辛新来", 4, staff_from=date(2024, 1, 1))
    kept.applicant = add("申申请", 5, staff_from=date(2024, 1, 1))
    kept.doubted = members.add(chair, union=side.group, name=f"{mark}余疑问", phone="12345")
    kept.application = members.apply(chair, kept.applicant, on=DAY, reason=f"{mark}自愿")
    kept.self_actor = _with_account(chair, kept.person)
    kept.colleague_actor = _with_account(chair, kept.colleague)
    members.reveal(chair, kept.person, purpose=f"{mark}核对")


def _with_account(chair, person):
    user, _ = members.make_account(chair, person)
    user.must_change = False
    user.save()
    return actor_of(user.pk, today=TODAY)


def _organisation(side, kept):
    chair = side.chair
    members.rename(chair, side.group, name=f"{side.open}细纱一班", on=LATER)
    other = members.found(chair, parent=side.union, name=f"{side.open}二班", kind=Kind.GROUP, on=DAY)
    members.move_person(chair, kept.doubted, to=other, on=LATER)
    kept.term = members.open_term(chair, union=side.union, committee=Committee.UNION, since=DAY, years=5, number=3)
    kept.seat = members.seat(chair, kept.term, title="委员", since=DAY, name=f"{side.open}委员")
    kept.post, _ = members.appoint_new(chair, name=f"{side.open}会计", union=side.union, role=Role.TREASURER, since=DAY)
    kept.override = policy.override(chair, side.union, "ui.late_days", 20, since=DAY, source=f"{side.open}会议纪要")


def _meetings(side, kept):
    chair, mark = side.chair, side.mark
    kept.meeting = meetings.record(chair, union=side.union, title=f"{mark}委员会会议", on=DAY, agenda=f"{mark}议题")
    meetings.sign_in(chair, kept.meeting, [kept.person], reason=f"{mark}事由")
    meetings.minute(chair, kept.meeting, minutes=f"{mark}纪要")
    kept.resolution = meetings.resolve(chair, kept.meeting, text=f"{mark}决议", owner=f"{mark}某人", due=LATER)


def _activities(side, kept):
    chair, mark = side.chair, side.mark
    activities.record(chair, union=side.union, title=f"{mark}登山", on=DAY, unnamed=30, cost=500, summary=f"{mark}小结")
    kept.activity = activities.plan(chair, union=side.union, title=f"{mark}拔河", on=LATER, place=f"{mark}球场")
    kept.entry = activities.sign_up(chair, kept.activity, [kept.person])[0]
    club = activities.found_club(chair, union=side.union, name=f"{mark}歌咏队", founded_on=DAY, leader=f"{mark}队长")
    activities.record_session(chair, union=side.union, title=f"{mark}排练", on=DAY, club=club, coach=f"{mark}老师", heads=12)
    kept.equipment = activities.buy(chair, union=side.union, name=f"{mark}篮球", quantity=3, bought_on=DAY)
    kept.loan = activities.lend(chair, kept.equipment, person=kept.person, on=LATER)


def _publicity(side, kept):
    chair, mark = side.chair, side.mark
    kept.board = publicity.issue(chair, union=side.union, theme=f"{mark}板报", on=DAY, editor=f"{mark}编者")
    kept.article = publicity.publish(chair, union=side.union, title=f"{mark}稿件", author=f"{mark}作者", media="县报", on=DAY)
    kept.subscription = publicity.subscribe(chair, union=side.union, title=f"{mark}日报", year=2025, copies=3, on=DAY)


def _care(side, kept):
    chair, mark, secret, union = side.chair, side.mark, side.secret, side.union
    kept.visit = care.record_visit(
        chair, union=union, person=kept.person, on=DAY, kind=VisitKind.SICK, way=Way.CASH, amount=300,
        visitors=f"{mark}主席、{mark}委员", reason=f"{secret}住院", asked=f"{secret}诉求", note=f"{secret}附注",
    )
    upload = BytesIO(PICTURE)
    upload.name = f"{mark}签领单.pdf"
    care.attach(chair, kept.visit, upload=upload)
    kept.visit_by_name = care.record_visit(
        chair, union=union, name=f"{mark}名册外", on=DAY, kind=VisitKind.SUMMER, way=Way.GOODS, amount=50, goods=f"{mark}西瓜",
    )
    kept.file = care.apply(
        chair, union=union, person=kept.person, on=DAY, consent_on=DAY, income="1200", size="3", story=f"{secret}家境",
        health=f"{secret}病", address=f"{secret}街", bank="6222020000000000",
    )
    care.add_family(chair, kept.file, relation="配偶", name=f"{secret}配偶", health=f"{secret}病")
    care.survey(chair, kept.file, on=DAY, surveyors=f"{mark}甲、{mark}乙")
    care.judge(chair, kept.file, on=DAY, category=Category.RELATIVE)
    care.post(chair, kept.file, on=DAY)
    care.open_file(chair, kept.file, on=date(2025, 3, 20), number=f"{mark}001")
    care.review(chair, kept.file, on=date(2025, 4, 1), note=f"{secret}复核", by=f"{mark}主席")


def _helping(side, kept):
    chair, mark, secret, union = side.chair, side.mark, side.secret, side.union
    kept.watch = care.watch(chair, union=union, person=kept.colleague, on=DAY, reason=f"{secret}违章", helper=f"{mark}师傅")
    kept.step = care.take_step(chair, kept.watch, kind=StepKind.JOB, on=DAY, what=f"{secret}协调")
    kept.pair = care.pair(chair, union=union, on=DAY, person=kept.person, helper=kept.colleague, content=f"{secret}帮扶")


def _money(side, kept):
    chair, mark = side.chair, side.mark
    kept.drive = finance.open_drive(chair, union=side.union, title=f"{mark}助学", purpose=f"{mark}学费", opened_on=DAY)
    kept.gift = finance.donate(chair, kept.drive, amount=100, on=DAY, person=kept.person)
    kept.use = finance.use(chair, kept.drive, what=f"{mark}一名学生", amount=50, on=LATER)
    kept.dues = finance.charge(chair, person=kept.person, month=date(2025, 3, 1), wage=4000)
    finance.charge(chair, person=kept.colleague, month=date(2025, 4, 1), wage=5000)
    finance.pay_all(chair, union=side.group, month=date(2025, 4, 1), on=date(2025, 4, 30))


def _imports(side, kept):
    roster = f"姓名,性别,是否会员\n{side.mark}甲,男,是\n{side.mark}乙,女,是\n"
    visits = f"日期,类别,被慰问人,方式,金额\n2025-03-08,生病住院,{side.mark}甲,现金,300\n"
    kept.roster_file = _handed_in(side, "花名册.csv", roster)
    kept.visits_file = _handed_in(side, "走访登记簿.csv", visits)
    args = {"stored": kept.roster_file.pk, "user": side.chair.user_id}
    kept.job = enqueue("members.import", args, side.chair, union=side.union)
    kept.roster_batch = _batch(side, "roster", "members.import")
    kept.visits_batch = _batch(side, "visits", "care.visit")


def _handed_in(side, name, text):
    return store(side.union, f"{side.mark}{name}", BytesIO(text.encode()), side.chair)


def _batch(side, kind, power):
    batch = new_batch(kind, side.union, f"{side.mark}{kind}.xlsx", "0" * 64, side.chair)
    with deed(side.chair, power, batch, what="导入"):
        return batch


def _plans(side, kept):
    chair = side.chair
    kept.plan = plan.begin(chair, side.union, 2025, from_last=False, from_calendar=False)
    kept.item = plan.add(chair, kept.plan, what=f"{side.open}走访", owner=f"{side.open}主席", measure="逐户走访")
    plan.adopt(chair, kept.plan, adopted_on=DAY, adopted_by="全委会")
    kept.draft_plan = plan.begin(chair, side.union, 2026, from_last=False, from_calendar=False)
    kept.draft_item = plan.add(chair, kept.draft_plan, what=f"{side.mark}草案", owner=f"{side.mark}主席", measure="草拟")


def _papers(side, kept):
    chair = side.chair
    kept.signed = _ready(chair, summary.draft(chair, side.union, year(2024)))
    summary.sign(chair, kept.signed, today=TODAY)
    kept.draft = summary.draft(chair, side.union, year(2025))
    kept.block = summary.add_block(chair, kept.draft, text=f"{side.mark}自写，到场37人次。")
    summary.give_reason(chair, kept.block, text="37人次", reason=f"{side.mark}登记本")
    kept.removed = summary.remove_block(chair, summary.add_block(chair, kept.draft, text=f"{side.mark}去掉。"))


def _ready(chair, paper):
    """A draft with what the records leave open written by hand."""
    for read in papers.reading(paper):
        if papers.problems(paper, [read]) and not read.block.level:
            summary.edit_block(chair, read.block, text="要多到班组去。", version=read.block.version)
    return paper
