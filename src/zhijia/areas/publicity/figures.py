"""What the publicity room counts."""

from zhijia.areas.publicity import queries
from zhijia.areas.publicity.tables import ARTICLES, BOARDS, SUBSCRIPTIONS
from zhijia.core.figures import Count, Figure, Sum

POWER = "publicity.read"
FIGURES = (
    Figure("publicity.boards", "出板报、橱窗", "期", queries.printed, Count(), BOARDS, POWER,
           "期内出刊的黑板报、宣传橱窗和网页专栏，一期算一次；广播另计。", book=queries.issued),
    Figure("publicity.broadcasts", "广播", "期", queries.aired, Count(), BOARDS, POWER, "期内播出的广播。", book=queries.issued),
    Figure("publicity.articles", "刊登稿件", "篇", queries.published, Count(), ARTICLES, POWER,
           "期内刊登的稿件，本单位和上级媒体都算。", book=queries.published),
    Figure("publicity.media", "上级媒体采用稿件", "篇", queries.taken_above, Count(), ARTICLES, POWER,
           "期内被县级及以上媒体采用的稿件。", book=queries.published),
    Figure("publicity.subscriptions", "订阅报刊", "份", queries.subscribed, Sum("copies"), SUBSCRIPTIONS, POWER,
           "期内登记订阅的报刊份数。", book=queries.subscribed),
)
