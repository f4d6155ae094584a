"""Which sheets of a book hold people, and why the others are left out."""

import datetime
import re

from zhijia.areas.members.roster.columns import PERSONAL, ROSTER, SOLID
from zhijia.areas.members.rules import identity, words
from zhijia.kit.sheet import cells
from zhijia.kit.sheet.book import Sheet
from zhijia.kit.sheet.header import Header
from zhijia.kit.sheet.layout import Layout, lay_out, section_name
from zhijia.kit.sheet.problems import LeftOut

STALE = re.compile(r"[（(]旧[）)]|旧表|旧$|作废|已停用|备份|样表|示例|样例|模板|填表示范")
BRACKETS = re.compile(r"[（(][^）)]*[）)]")
RETIRED = re.compile(r"离?退休|离休")
AT_WORK = re.compile(r"在职|在岗|在编|不含|及退|和退|与退|、退|含退|退休前")
PLAIN_SHEET = re.compile(
    r"(?:sheet|表|工作表)\d*|(?:\d{4}年?)?(?:职工|会员|人员|教职工|员工)?(?:花?名册|名单|总册|一览表|信息表)?",
    re.I,
)
LIST = re.compile(
    r"(?:工会)?(?:小组|分会|委员会)?(?:\d{4}年?)?(?:全体|在职|在岗)?(?:会员|职工|教职工|员工|人员|干部).*$|(?:花?名册|名单).*$"
)
PLACE_KIND = re.compile(r".*[乡镇县区市街道厂矿校局]")
ENOUGH = 3


def people_sheets(sheets: list[Sheet], only: str | None) -> tuple[list[Layout], list[LeftOut]]:
    """Layouts of the sheets that hold people; the others with the reason.

    A sheet of names with nothing personal beside them (社团分组, 签到表) counts only when the book has no
    better one.
    """
    layouts, names_only, left_out = [], [], []
    for sheet in sheets:
        layout = None if sheet.hidden else understood(sheet)
        if reason := unfit(sheet, layout, only):
            left_out.append(LeftOut(sheet.name, None, None, reason))
        elif personal(layout):
            layouts.append(layout)
        else:
            names_only.append(layout)
    if not layouts:
        return names_only, left_out
    reason = "只有姓名，没有身份证号、电话、入会时间等，看不出是花名册，没有读。"
    return layouts, left_out + [LeftOut(layout.sheet.name, None, None, reason) for layout in names_only]


def understood(sheet: Sheet) -> Layout | None:
    """The layout by the header, or by the shape of the columns where nobody wrote a header."""
    layout = lay_out(sheet, ROSTER, key="name", solid=SOLID)
    if layout is None and (header := guess(sheet)):
        layout = lay_out(sheet, ROSTER, key="name", solid=SOLID, header=header)
    return layout


def unfit(sheet: Sheet, layout: Layout | None, only: str | None) -> str | None:
    """Why a sheet is not read, or None."""
    if only is not None and sheet.name != only:
        return "这次没有选这张工作表。"
    if sheet.hidden:
        return "隐藏的工作表，没有读。要导入请先取消隐藏。"
    if layout is None:
        return "没有找到“姓名”一列，不是花名册，没有读。"
    if STALE.search(sheet.name) or (layout.titles and STALE.search(layout.titles[0])):
        return "名称里写着旧表、样表或作废，没有读。"
    if any(block.header.twice for block in layout.blocks):
        return "一行并排写了两个人（有两个“姓名”列），没有读。请排成一行一人再导入。"
    return None if layout.blocks else "表头下面没有人员，没有读。"


def personal(layout: Layout) -> bool:
    """Whether a sheet says something about its people that tells them apart."""
    columns = {key for block in layout.blocks for key in block.header.columns}
    return bool(columns & set(PERSONAL) - {"sex", "joined_work"}) or {"sex", "joined_work"} <= columns


def guess(sheet: Sheet) -> Header | None:
    """A header for a sheet without one: the column of identity numbers, and the column of names."""
    width = max(map(len, sheet.rows), default=0)
    columns = {
        i: [row[i] for row in sheet.rows if i < len(row) and not cells.nothing(row[i])] for i in range(width)
    }
    ids = [i for i, column in columns.items() if mostly(column, lambda v: looks_like_number(cells.code(v)))]
    names = [i for i, column in columns.items() if mostly(column, looks_like_name)]
    if not ids or not names:
        return None
    labels = tuple("身份证号" if i == ids[0] else "姓名" if i == names[0] else "" for i in range(width))
    return Header((), {"name": names[0], "id_no": ids[0]}, labels, frozenset())


def mostly(column: list, test) -> bool:
    """Whether at least three values, and two thirds of a column, pass."""
    passed = sum(1 for value in column if test(value))
    return passed >= ENOUGH and passed * 3 >= len(column) * 2


def looks_like_number(code: str | None) -> bool:
    """Whether a text is an identity number, sound or not."""
    return code is not None and identity.check_id(code)[1] in (
        None,
        "id_check_digit",
        "id_old_15",
        "id_damaged",
    )


def looks_like_name(value) -> bool:
    """Whether a text may be a Chinese name."""
    name = cells.name(value)[0] if isinstance(value, str) else None
    return (
        name is not None
        and 2 <= len(name) <= 4
        and all(char >= "\u3400" for char in name)
        and name not in words.SEXES
    )


def whole_standing(layout: Layout, today: datetime.date) -> str | None:
    """退休 for a sheet of retired people: they are of the union's care, but not staff."""
    for line in (layout.sheet.name, *layout.titles[:1]):
        line = BRACKETS.sub("", line)
        if RETIRED.search(line) and not AT_WORK.search(line):
            return words.RETIRED
    return None


def place_of(layout: Layout, several: bool) -> str | None:
    """The unit of a sheet that has no column for it: the sheet's name, as fully as its title says it.

    Sheet 卫生院 under the title 青榔乡卫生院…会员名单 is 乡卫生院; a book of one sheet is the union itself.
    """
    if layout.sheet.caption:
        return section_name(layout.sheet.caption)
    name = cells.text(layout.sheet.name) or ""
    if not several or PLAIN_SHEET.fullmatch(name):
        return None
    title = LIST.sub("", BRACKETS.sub("", "".join(layout.titles[:1]))).strip()
    before = title.removesuffix(name) if title.endswith(name) else ""
    return before[-1] + name if before and PLACE_KIND.fullmatch(before) else name
