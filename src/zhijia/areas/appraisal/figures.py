"""What the appraisal room counts."""

from zhijia.areas.appraisal import queries
from zhijia.areas.appraisal.rules import Kind
from zhijia.areas.appraisal.tables import HOME, RESULTS, ROUNDS, SURVEYS, TALKS
from zhijia.core.figures import Count, Distinct, Figure, Ratio, Sum

POWER = "appraisal.read"
SLUGS = {Kind.CADRES: "cadres", Kind.LEADERS: "leaders", Kind.HOME: "home", Kind.SURVEY: "surveys"}
TOLD = "有效票不足规定张数、只公布区间的不计入"


def _of(kind):
    return lambda unions, period: queries.released(unions, period).filter(kind=kind)


FIGURES = (
    Figure("appraisal.rounds", "组织评议和测评", "次", queries.released, Count(), ROUNDS, POWER,
           "期内测评并已公布结果的评议，按测评日期；准备中、测评中、作废的不算。", book=queries.released),
    *(
        Figure(f"appraisal.rounds.{slug}", f"组织{kind}", "次", _of(kind), Count(), ROUNDS, POWER,
               f"期内测评并已公布结果的{kind}，按测评日期。", book=queries.released)
        for kind, slug in SLUGS.items()
    ),
    Figure("appraisal.people", "接受民主评议的干部和班组长", "人", queries.judged, Distinct("subject__person"), RESULTS, POWER,
           "期内公布了评议结果的不同干部、班组长，每人只算一次。", book=queries.released),
    Figure("appraisal.people.leaders", "接受民主评议的班组长", "人", queries.team_leaders, Distinct("subject__person"), RESULTS,
           POWER, "期内公布了评议结果的不同班组长，每人只算一次。", book=queries.released),
    Figure("appraisal.ballots", "收回评议票和测评表", "份", queries.released, Sum("returned"), ROUNDS, POWER,
           "期内已公布结果的评议收回的票数相加，含废票。", book=queries.released),
    Figure("appraisal.judged.excellent", "民主评议优秀票", "份", queries.told_judged, Sum("excellent"), RESULTS, POWER,
           f"期内被评人总评得优秀的票数相加；{TOLD}。", book=queries.told_judged),
    Figure("appraisal.judged.competent", "民主评议优秀和称职票", "份", queries.told_judged, Sum("good"), RESULTS, POWER,
           f"期内被评人总评得优秀、称职的票数相加；{TOLD}。", book=queries.told_judged),
    Figure("appraisal.judged.valid", "民主评议有效票", "份", queries.told_judged, Sum("valid"), RESULTS, POWER,
           f"期内每个被评人的有效票数相加；{TOLD}。", book=queries.told_judged),
    Ratio("appraisal.judged.excellent_rate", "民主评议优秀率", "appraisal.judged.excellent", "appraisal.judged.valid",
          "优秀票占有效票，按期内被评人的票数合计。"),
    Ratio("appraisal.judged.competent_rate", "民主评议称职率", "appraisal.judged.competent", "appraisal.judged.valid",
          "优秀和称职票占有效票，按期内被评人的票数合计。"),
    Figure("appraisal.home.satisfied", "会员评家满意和基本满意票", "份", queries.home_rated, Sum("good"), HOME, POWER,
           f"期内会员对第一项（工会工作）评满意、基本满意的票数相加；{TOLD}。", book=queries.home_rated),
    Figure("appraisal.home.valid", "会员评家有效票", "份", queries.home_rated, Sum("valid"), HOME, POWER,
           f"期内会员评家第一项（工会工作）的有效票数相加；{TOLD}。", book=queries.home_rated),
    Ratio("appraisal.home.rate", "会员满意率", "appraisal.home.satisfied", "appraisal.home.valid",
          "满意和基本满意票占有效票，按期内会员对工会工作的票数合计。"),
    Figure("appraisal.survey.satisfied", "满意度测评满意票", "份", queries.surveyed, Sum("good"), SURVEYS, POWER,
           f"期内测评各项内容算作满意的前几档票数相加；{TOLD}。", book=queries.surveyed),
    Figure("appraisal.survey.valid", "满意度测评有效票", "份", queries.surveyed, Sum("valid"), SURVEYS, POWER,
           f"期内测评各项内容的有效票数相加；{TOLD}。", book=queries.surveyed),
    Ratio("appraisal.survey.rate", "测评满意率", "appraisal.survey.satisfied", "appraisal.survey.valid",
          "满意票占有效票，按期内测评各项内容的票数合计。"),
    Figure("appraisal.talks", "评议后反馈谈话", "人次", queries.talks_held, Count(), TALKS, "appraisal.run",
           "期内登记的反馈谈话，按谈话日期。", book=queries.talks_held),
)
