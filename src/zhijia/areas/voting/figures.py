"""What the voting room counts."""

from zhijia.areas.voting import queries
from zhijia.areas.voting.tables import MATTERS, VOTES
from zhijia.core.figures import Count, Figure, Ratio

POWER = "voting.read"

FIGURES = (
    Figure("voting.votes", "举行表决", "次", queries.closed, Count(), VOTES, POWER,
           "期内有结果的表决，按表决日期；作废的、还没有结束的不算。一次表决可以有几项内容。", book=queries.held),
    Figure("voting.matters", "逐项表决事项", "件", queries.matters, Count(), MATTERS, POWER,
           "期内有结果的表决里，用同意、不同意、弃权表决的事项，一项算一件；候选人和被评议的人不算。", book=queries.held),
    Figure("voting.carried", "表决通过事项", "件", queries.carried, Count(), MATTERS, POWER,
           "上述事项中，同意票超过全体应到人数规定比例的，结束表决时就定下。", book=queries.held),
    Ratio("voting.carried_rate", "表决事项通过率", "voting.carried", "voting.matters",
          "表决通过的事项÷逐项表决的事项。"),
)
