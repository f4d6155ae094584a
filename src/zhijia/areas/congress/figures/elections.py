"""What elections count."""

from zhijia.areas.congress.queries import elections as queries
from zhijia.areas.congress.tables.elections import ELECTED, ELECTIONS
from zhijia.core.figures import Count, Distinct, Figure

POWER = "congress.read"

FIGURES = (
    Figure("congress.elections", "举行选举", "次", queries.held, Count(), ELECTIONS, POWER,
           "期内选出结果的选举（换届、补选、罢免），按选出日期；筹备中和取消的不算，再次投票不另算。", book=queries.held),
    Figure("congress.elected", "选举产生人员", "人", queries.chosen, Distinct("person"), ELECTED, POWER,
           "期内当选的不同职工，按当选日期，每人只算一次；罢免的不算，选举取消的不算。", book=queries.held),
    Figure("congress.elections_approved", "选举结果获批复", "次", queries.approved, Count(), ELECTIONS, POWER,
           "期内选举结果经上级批复同意的选举，按批复日期。", book=queries.held),
)
