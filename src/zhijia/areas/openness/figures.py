"""What the openness room counts."""

from functools import partial

from zhijia.areas.openness import queries
from zhijia.areas.openness.rules import Line
from zhijia.areas.openness.tables import CHECKS, DUTIES, ITEMS, OPINIONS
from zhijia.core.figures import Count, Figure, Ratio

POWER = "openness.read"


def _of(line):
    return lambda unions, period: queries.shown(unions, period).filter(line=line)


_count = partial(Figure, kind="件", measure=Count(), power=POWER)
FIGURES = (
    _count("openness.items", "公开事项", rows=queries.shown, table=ITEMS, book=queries.shown,
           doc="期内开始公开的事项，按公开日期；起草、待审批、作废的不算，撤栏、归档以后仍然算。"),
    *(
        _count(f"openness.items.{line.slug}", f"{line}公开", rows=_of(line), table=ITEMS, book=queries.shown,
               doc=f"期内开始公开的事项里，类别是“{line}”的。")
        for line in Line
    ),
    _count("openness.required", "应公开的事项", rows=queries.required, table=DUTIES, book=queries.required,
           doc="期内各月列出的应公开项，一个单位一个月一项目录算一件；没有列出（没有核对、也没有公开过事项）的月份不算。"),
    _count("openness.covered", "应公开中已公开的事项", rows=queries.covered, table=DUTIES, book=queries.required,
           doc="期内各月列出的应公开项里，有公开事项对应的；后来补公开的也算。"),
    Ratio("openness.coverage", "公开率", "openness.covered", "openness.required",
          "应公开中已公开的事项 ÷ 应公开的事项。"),
    _count("openness.opinions", "收到对公开事项的意见", rows=queries.received, table=OPINIONS, book=queries.shown,
           doc="期内收到的职工意见，按收到日期；网页、意见箱、当面、电话、会议来的都算。期内公开过事项而没有意见的是 0。"),
    _count("openness.answered", "答复对公开事项的意见", rows=queries.answered, table=OPINIONS, book=queries.received,
           doc="期内收到的职工意见里，现已答复的。"),
    _count("openness.answered_in_time", "按期答复的意见", rows=queries.answered_in_time, table=OPINIONS, book=queries.received,
           doc="期内收到的职工意见里，在规定天数内答复的；规定天数见政策标准 openness.answer_days，收到时定下。"),
    Ratio("openness.answer_rate", "意见按期答复率", "openness.answered_in_time", "openness.opinions",
          "按期答复的意见 ÷ 收到的意见；还没到期而未答复的也在分母里。"),
    Figure("openness.checks", "公开监督检查", "次", queries.checked, Count(), CHECKS, POWER,
           "期内登记的监督检查，按检查日期；一个受检单位检查一次算一次。", book=queries.checked),
    _count("openness.faults", "检查发现问题", rows=queries.faulted, table=CHECKS, book=queries.checked,
           doc="期内的监督检查里发现了问题的，一次检查算一件。"),
    _count("openness.put_right", "问题整改完成", rows=queries.put_right, table=CHECKS, book=queries.checked,
           doc="期内发现问题的监督检查里，现已整改完成的。"),
)
