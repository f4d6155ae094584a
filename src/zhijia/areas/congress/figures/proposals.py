"""What is counted of proposals: those that came in during a period, and what had become of them by its end."""

from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.rules.proposals import KINDS, RESULTS
from zhijia.areas.congress.tables.proposals import PROPOSALS as TABLE
from zhijia.core.figures import Count, Figure, Ratio

POWER = queries.READ
OF = "期内收到（按提交日期；撤回的不算）的提案中，"


def _figure(key, label, rows, doc, book=queries.received) -> Figure:
    return Figure(f"congress.proposals{key}", label, "件", rows, Count(), TABLE, POWER, doc, book=book)


FILED, MERGED, SUGGESTION, REFUSED = RESULTS
FIGURES = (
    _figure("", "收到提案", queries.received, "期内收到的提案，按提交日期；逾期、退回补充、并案的都算，撤回的不算。"),
    _figure(".filed", "提案立案", queries.filed, f"{OF}到期末已审查立案的；并入别的提案的不算。"),
    _figure(".merged", "提案并案", queries.with_result(MERGED), f"{OF}到期末已并入别的提案的。"),
    _figure(".suggestions", "提案转意见建议", queries.with_result(SUGGESTION), f"{OF}到期末转为意见建议的。"),
    _figure(".refused", "提案不立案", queries.with_result(REFUSED), f"{OF}到期末审查为不立案的。"),
    _figure(".answered", "提案答复", queries.answered, f"{OF}已立案并且到期末已答复的，按首次答复日期。", queries.filed),
    _figure(".adopted", "提案采纳落实（A类）", queries.replied("A"), f"{OF}已答复、最后一次答复为 A 类的。", queries.answered),
    _figure(".planned", "提案计划解决（B类）", queries.replied("B"), f"{OF}已答复、最后一次答复为 B 类的。", queries.answered),
    _figure(".impossible", "提案无法采纳（C类）", queries.replied("C"), f"{OF}已答复、最后一次答复为 C 类的。", queries.answered),
    _figure(".second", "提案二次办理", queries.second_handled, f"{OF}评价不满意、到期末已转二次办理的。", queries.answered),
    _figure(".rated", "提案已反馈", queries.rated, f"{OF}到期末提案人、附议人对最后一次答复作了评价的。", queries.answered),
    _figure(".satisfied", "提案满意和基本满意", queries.satisfied,
            f"{OF}已反馈并且评价为满意、基本满意的；提案人的评价优先，几人不一致的取最低。", queries.rated),
    _figure(".awarded", "优秀提案", queries.awarded, f"{OF}到期末评为优秀提案的。"),
    *(
        _figure(f".{slug}", f"{label}类提案", queries.of_kind(words), f"{OF}类别为{'、'.join(words)}的。")
        for slug, (label, words) in KINDS.items()
    ),
    _figure(".other", "其他类提案", queries.of_no_kind, f"{OF}类别不属于以上各类的。"),
    Ratio("congress.proposals.filing_rate", "立案率", "congress.proposals.filed", "congress.proposals",
          "立案的提案 ÷ 收到的提案。"),
    Ratio("congress.proposals.settled_rate", "办结率", "congress.proposals.answered", "congress.proposals.filed",
          "已答复的提案 ÷ 立案的提案。"),
    Ratio("congress.proposals.satisfied_rate", "满意率", "congress.proposals.satisfied", "congress.proposals.rated",
          "（满意＋基本满意）÷ 已反馈的提案。"),
    Ratio("congress.proposals.adopted_rate", "落实率", "congress.proposals.adopted", "congress.proposals.answered",
          "A 类答复 ÷（A＋B＋C）类答复。"),
)
