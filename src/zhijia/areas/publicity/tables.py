"""How the rows of the publicity room read."""

from zhijia.kit.tables import Column, Table


def _correct(url: str) -> Column:
    """The way to correct a line, for those who may."""
    return Column("do", "办理", value=lambda row: "更正", link=url, power="publicity.edit", export=False)


BOARDS = Table(
    (
        Column("theme", "主题", search=True),
        Column("medium", "形式"),
        Column("number", "期号", value=lambda b: f"第{b.number}期"),
        Column("on", "出刊日期", kind="date", sort="on"),
        Column("editor", "主办人", phone=False),
        Column("union", "工会", phone=False),
        _correct("publicity:board"),
    ),
    empty="还没有板报、橱窗或广播。点“登记一期”。", name="板报、橱窗、广播登记",
)
ARTICLES = Table(
    (
        Column("title", "标题", search=True),
        Column("author", "作者", search=True),
        Column("media", "刊登媒体"),
        Column("level", "级别"),
        Column("on", "刊登日期", kind="date", sort="on"),
        _correct("publicity:article"),
    ),
    empty="还没有稿件。点“登记稿件”。", name="通讯报道登记",
)
SUBSCRIPTIONS = Table(
    (
        Column("title", "报刊名称", search=True),
        Column("year", "年度", sort="year"),
        Column("copies", "份数", kind="number"),
        Column("cost", "金额", kind="money"),
        Column("on", "订阅日期", kind="date"),
        _correct("publicity:subscription"),
    ),
    empty="还没有报刊订阅。点“登记订阅”。", name="报刊订阅登记",
)
