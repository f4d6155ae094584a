"""What the by-laws room counts."""

from zhijia.areas.bylaws import queries
from zhijia.areas.bylaws.tables import BRIEF, VERSIONS
from zhijia.core.figures import Count, Figure

POWER = "bylaws.read"
FIGURES = (
    Figure("bylaws.standing", "施行中的制度", "个", queries.standing, Count(), BRIEF, POWER,
           "期末施行的制度，一项不论几版只算一次；废止的不算。", book=queries.adopted_ever, moment=True),
    Figure("bylaws.adopted", "制定修订制度", "个", queries.adopted, Count(), VERSIONS, POWER,
           "期内通过的制度版本，新制定和修订都算，按通过日期。", book=queries.adopted_ever),
    Figure("bylaws.on_walls", "上墙的制度", "个", queries.on_walls, Count(), BRIEF, POWER,
           "期末有一处以上挂在墙上的施行中的制度。", book=queries.adopted_ever, moment=True),
)
