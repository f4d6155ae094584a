"""检封分工会 of a banknote plant: a roster of four sheets, song contest, table tennis cup, two months of dance training."""

from datetime import date, timedelta

from zhijia.areas.activities import actions as activities
from zhijia.areas.activities.models import Category, Session
from zhijia.areas.members import queries as people
from zhijia.areas.publicity import actions as publicity
from zhijia.site.demo.files import bring
from zhijia.site.demo.unions import BANKNOTE, chair

NAME = "检封分工会"
BOARDS = ("质量在我手中", "保密须知", "安全生产月", "迎国庆", "比学赶超", "岁末盘点")


def record() -> None:
    """A year of the branch."""
    actor, union = chair(BANKNOTE)
    bring("roster", actor, union, "roster_banknote.xlsx")
    staff = list(people.visible(actor).order_by("id"))
    _contests(actor, union, staff)
    dance = activities.found_club(actor, union=union, name="排舞队", founded_on=date(2021, 9, 1), leader="丁主席")
    for week in range(9):
        activities.record_session(
            actor, union=union, club=dance, kind=Session.Kind.REHEARSAL, title="健身排舞训练",
            on=date(2021, 9, 6) + timedelta(weeks=week), heads=24,
        )
    for number, theme in enumerate(BOARDS, 1):
        publicity.issue(actor, union=union, theme=theme, on=date(2021, 2 * number, 8))


def _contests(actor, union, staff):
    for title, category, on, edition, names, prizes in (
        ("歌会", Category.SONG, date(2021, 5, 20), None, staff[:2], ("二等奖", "三等奖")),
        ("“检封杯”乒乓球赛", Category.BALL, date(2021, 7, 15), 3, staff[10:26], ("第一名", "第二名", "第三名")),
        ("健身排舞比赛", Category.DANCE, date(2021, 11, 8), None, staff[40:64], ("特等奖",)),
    ):
        event = activities.plan(actor, union=union, title=title, category=category, on=on, edition=edition)
        entries = activities.sign_up(actor, event, names)
        activities.hold(actor, event, came=names)
        for entry, prize in zip(entries, prizes, strict=False):
            entry.refresh_from_db()
            activities.award(actor, entry, result=prize)
