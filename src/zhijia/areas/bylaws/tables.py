"""How the rows of the by-laws room read."""

from zhijia.areas.bylaws.rules import superseded
from zhijia.kit.tables import Column, Table


def _wall(document) -> str:
    """Whether the sheet on the wall is the one in force."""
    if document.hanging is None:
        return "未上墙"
    old = superseded(document.hanging, document.number) or document.withdrawn_on
    return "墙上是旧版" if old else "已上墙"


DOCUMENTS = Table(
    (
        Column("title", "名称", link="bylaws:document", sort="title", search="title"),
        Column("subject", "类别"),
        Column("number", "版本", value=lambda d: f"第{d.number}版"),
        Column("since", "施行日期", kind="date", sort="since"),
        Column("keeper", "执行责任人", phone=False),
        Column("wall", "上墙", value=_wall, kind="badge", tones={"已上墙": "good", "墙上是旧版": "bad", "未上墙": "warn"}),
        Column("hangs_at", "地点", phone=False),
        Column("withdrawn_on", "废止", kind="date", phone=False),
    ),
    empty="还没有制度。点“制定制度”，把现有的制度录进来。", name="制度目录",
)
BRIEF = Table(
    (
        Column("title", "名称", link="bylaws:document"),
        Column("subject", "类别"),
        Column("union", "工会"),
        Column("withdrawn_on", "废止", kind="date"),
    ),
    empty="没有制度。", name="制度",
)
VERSIONS = Table(
    (
        Column("number", "版本", value=lambda v: f"第{v.number}版", link="bylaws:version"),
        Column("document", "制度", link=("bylaws:document", "document.pk")),
        Column("adopted_on", "通过日期", kind="date"),
        Column("adopted_by", "通过的会议", phone=False),
        Column("since", "施行日期", kind="date"),
        Column("change", "修订说明", phone=False),
    ),
    empty="没有版本。", name="制度版本",
)
POSTINGS = Table(
    (
        Column("document", "制度", value="version.document", link=("bylaws:document", "version.document.pk")),
        Column("version", "版本", value=lambda p: f"第{p.version.number}版"),
        Column("place", "上墙地点", search=True),
        Column("on", "上墙日期", kind="date", sort="on"),
        Column("down_on", "取下日期", kind="date"),
        Column("do", "办理", value=lambda p: "" if p.down_on else "取下", link="bylaws:take_down", power="bylaws.edit",
               export=False),
    ),
    empty="还没有上墙。打开一项制度，点“上墙”。", name="制度上墙登记",
)
