"""What the suggestions room counts: each step by its own day."""

from zhijia.areas.suggestions import queries, tables
from zhijia.areas.suggestions.rules import FIVE_SMALL
from zhijia.core.figures import Count, Distinct, Figure, Ratio, Sum

POWER = "suggestions.read"


def _of(kind):
    return lambda unions, period: queries.raised(unions, period).filter(kind=kind)


def _cases(key, label, rows, table, doc):
    return Figure(f"suggestions.{key}", label, "件", rows, Count(), table, POWER, doc, book=queries.book)


FIGURES = (
    _cases("raised", "提出合理化建议", queries.raised, tables.RAISED_ONES,
           "期内提出的建议（含五小），按提出日期；撤回的不算。"),
    Figure("suggestions.people", "提合理化建议的职工", "人", queries.authors_of_raised, Distinct("person"), tables.MADE, POWER,
           "期内提出建议的不同职工，团队里的每人都算，每人只算一次；不在名册上、只写了姓名的不计入。"),
    _cases("adopted", "采纳合理化建议", queries.adopted, tables.ADOPTED,
           "期内采纳的建议，按采纳日期，不论以后办到哪一步。"),
    _cases("refused", "书面答复不采纳", queries.refused, tables.REFUSED, "期内决定不采纳并写明理由的建议，按决定日期。"),
    _cases("done", "实施合理化建议", queries.done, tables.DONE, "期内实施完成的建议，按实施完成日期，不论哪年提出。"),
    _cases("adopted_of_raised", "当期提出并采纳", queries.adopted_of_raised, tables.ADOPTED,
           "期内提出、到期末已采纳的建议；是采纳率的分子。"),
    _cases("done_of_adopted", "当期采纳并实施", queries.done_of_adopted, tables.DONE,
           "期内采纳、到期末已实施完成的建议；是落实率的分子。"),
    Ratio("suggestions.adoption_rate", "合理化建议采纳率", "suggestions.adopted_of_raised", "suggestions.raised",
          "期内提出并采纳的件数 ÷ 期内提出的件数；跨期采纳的不进分子，所以不会超过 100%。"),
    Ratio("suggestions.done_rate", "合理化建议落实率", "suggestions.done_of_adopted", "suggestions.adopted",
          "期内采纳并实施完成的件数 ÷ 期内采纳的件数。"),
    Figure("suggestions.value", "合理化建议创造价值", "元", queries.benefits_signed, Sum("value"), tables.BENEFITS, POWER,
           "期内经财务核实的年净效益相加，按核实日期；没有核实的、作废的不算。", book=queries.benefits_signed),
    Figure("suggestions.reward", "奖励合理化建议", "元", queries.awarded, Sum("paid"), tables.AWARDS, POWER,
           "期内实发奖金相加，按奖励日期；升级只算补的差额，撤销的不算。", book=queries.awarded),
    _cases("five_small", "五小成果", queries.five_small, tables.RAISED_ONES,
           "期内提出的五小（小发明、小创造、小革新、小设计、小建议），按提出日期。"),
    *(
        _cases(f"five_small.{slug}", kind, _of(kind), tables.RAISED_ONES, f"期内提出、类别为“{kind}”的建议，按提出日期。")
        for kind, slug in FIVE_SMALL.items()
    ),
)
