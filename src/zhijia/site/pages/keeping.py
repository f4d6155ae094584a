"""Keeping the house: what was done by whom, backups, and the check that nothing was altered."""

from datetime import datetime

from django.utils import timezone
from django.views.decorators.http import require_POST

from zhijia.core.database import backup
from zhijia.core.home import home
from zhijia.core.org.scope import reach
from zhijia.core.org.web import needs
from zhijia.core.trail import chain
from zhijia.core.trail.models import Entry
from zhijia.kit.filters import Between, Contains, FilterSet
from zhijia.kit.pages import Button, Section, detail_page, list_page, message_page
from zhijia.kit.tables import Column, Table

ENTRIES = Table(
    (
        Column("at", "时间", value=lambda e: f"{timezone.localtime(e.at):%Y-%m-%d %H:%M}"),
        Column("actor_name", "办理人", search=True),
        Column("hats", "身份", phone=False),
        Column("what", "办理事项", kind="long", search=True),
        Column("union", "工会", phone=False),
    ),
    empty="还没有办理记录。", name="办理记录",
)
BACKUPS = Table(
    (
        Column("name", "文件", value=lambda f: f.name),
        Column("at", "时间", value=lambda f: f"{_moment(f):%Y-%m-%d %H:%M}"),
        Column("size", "大小", value=lambda f: f"{f.stat().st_size / 1_048_576:.1f} MB"),
    ),
    empty="还没有备份。点“现在备份”。", name="备份",
)


def _moment(file) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, tz=timezone.get_current_timezone())


class EntryFilters(FilterSet):
    """Who and when."""

    actor_name = Contains("actor_name", label="办理人")
    at = Between("at", label="日期")

    class Meta:
        model = Entry
        fields = ()


@needs("trail.read")
def trail(request):
    """Who did what, newest first."""
    rows = Entry.objects.filter(reach(request.actor, "trail.read")).select_related("union").order_by("-id")
    note = "记录只增不改，每条都带着前一条的校验值。"
    return list_page(request, rows, ENTRIES, title="办理记录", filters=EntryFilters, note=note)


@needs("house.keep")
def keeping(request):
    """Backups there are, and the ways to make one and to check."""
    files = sorted(home().backups.glob("*.zjb"), key=lambda f: f.stat().st_mtime, reverse=True)
    note = "备份里没有密钥；请把密钥文件另存到 U 盘或保险柜，没有它备份打不开。恢复请用命令 zhijia restore。"
    return detail_page(
        request, title="备份和检查", note=note, sections=[Section("备份", table=BACKUPS, rows=files)],
        buttons=[Button("现在备份", "back_up", "primary", post=True), Button("检查", "check", post=True)],
    )


@needs("house.keep")
@require_POST
def back_up(request):
    """Make a backup now; it is opened and checked before this page says so."""
    made = backup.backup(None)
    text = f"{made.name}\n已经打开核对过，可以恢复。请复制一份到别的电脑或 U 盘。"
    return message_page(request, title="已备份", text=text, buttons=[Button("返回", "keeping", "primary")])


@needs("house.keep")
@require_POST
def check(request):
    """Check database, files and trail now."""
    findings = [str(each) for each in backup.check()] + chain.verify()
    text = "\n".join(findings) or "数据库、文件、留痕都完好。"
    return message_page(request, title="检查结果", text=text, buttons=[Button("返回", "keeping", "primary")])
