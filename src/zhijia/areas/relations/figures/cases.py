"""Letters, problems, disputes and matters of supervision, counted. Names stand in none of their lists."""

from functools import partial

from zhijia.areas.relations.queries import letters, mediation, supervision
from zhijia.areas.relations.queries.cases import HANDLE, SUPERVISE
from zhijia.areas.relations.tables import letters as letter_tables
from zhijia.areas.relations.tables import mediation as mediation_tables
from zhijia.areas.relations.tables.supervision import MATTERS as REGISTER
from zhijia.core.figures import Count, Distinct, Figure, Kind, Ratio, Sum

letter = partial(Figure, table=letter_tables.COUNTED, power=HANDLE)
problem = partial(Figure, table=letter_tables.PROBLEMS, power=HANDLE)
dispute = partial(Figure, table=mediation_tables.COUNTED, power=HANDLE, book=mediation.applied)
matter = partial(Figure, table=REGISTER, power=SUPERVISE, book=supervision.book)

LETTERS = (
    letter("relations.letters", "来信来访", Kind.PIECES, letters.received, Count(),
           doc="期内收到的来信、来访、来电、意见箱和网上诉求，按收到日期；作废的不算。", book=letters.received),
    letter("relations.letter_people", "来信来访的职工", Kind.PEOPLE, letters.received, Distinct("person"),
           doc="期内来信来访的不同职工，只算名册上的人，每人一次；只写了姓名的和匿名的不在内。", book=letters.received),
    letter("relations.letters_answered", "答复来信来访", Kind.PIECES, letters.answered, Count(),
           doc="期内第一次答复的来信来访，按答复日期；重新办理后的再次答复不另算。", book=letters.received),
    letter("relations.letters_due", "到期应答复的来信来访", Kind.PIECES, letters.due, Count(),
           doc="答复期限（收到后按规定天数）在期内的来信来访。", book=letters.due),
    letter("relations.letters_in_time", "按期答复的来信来访", Kind.PIECES, letters.answered_in_time, Count(),
           doc="答复期限在期内、到期限为止已经答复的来信来访。", book=letters.due),
    Ratio("relations.in_time_rate", "来信来访按期答复率", top="relations.letters_in_time", bottom="relations.letters_due",
          doc="按期答复的件数 ÷ 期内到期应答复的件数 × 100 %；到期没有答复的也算在分母里。"),
    letter("relations.letters_called", "回访过的来信来访", Kind.PIECES, letters.called, Count(),
           doc="期内第一次回访的来信来访，按回访日期。", book=letters.called),
    letter("relations.letters_content", "回访满意的来信来访", Kind.PIECES, letters.content, Count(),
           doc="期内第一次回访、最后一次回访为满意或基本满意的来信来访。", book=letters.called),
    Ratio("relations.content_rate", "来信来访回访满意率", top="relations.letters_content", bottom="relations.letters_called",
          doc="回访满意（含基本满意）的件数 ÷ 回访过的件数 × 100 %。"),
    problem("relations.problems", "向上级工会反映重大问题", Kind.PIECES, letters.sent_up, Count(),
            doc="期内向上级工会反映的问题，按反映日期。", book=letters.sent_up),
    problem("relations.problems_answered", "上级工会答复的问题", Kind.PIECES, letters.answered_from_above, Count(),
            doc="期内上级工会答复的问题，按答复日期。", book=letters.sent_up),
)
DISPUTES = (
    dispute("relations.disputes", "受理劳动争议调解", Kind.PIECES, mediation.accepted, Count(),
            doc="期内受理的劳动争议，按受理日；不受理和作废的不算。"),
    dispute("relations.dispute_turns", "申请调解的职工", Kind.TURNS, mediation.accepted, Sum("heads"),
            doc="期内受理的劳动争议的申请人数相加；同一职工两件争议算 2 人次。"),
    dispute("relations.disputes_closed", "劳动争议结案", Kind.PIECES, mediation.closed, Count(),
            doc="期内结案的已受理争议，按结案日：达成协议、终止和受理后撤回的都算。"),
    dispute("relations.disputes_settled", "劳动争议调解成功", Kind.PIECES, mediation.settled, Count(),
            doc="期内达成调解协议的争议，按结案日。"),
    Ratio("relations.settled_rate", "劳动争议调解成功率", top="relations.disputes_settled", bottom="relations.disputes_closed",
          doc="达成协议的件数 ÷ 期内结案的件数 × 100 %。"),
)
MATTERS = (
    matter("relations.inspections", "劳动法律监督检查", Kind.TIMES, supervision.inspected, Count(),
           doc="期内的劳动法律监督检查，按检查日期；因投诉去检查的也算。"),
    matter("relations.opinions", "发出劳动法律监督意见书", Kind.PIECES, supervision.issued, Count(),
           doc="期内主席签发的劳动法律监督意见书，按意见书日期。"),
    matter("relations.opinions_answered", "单位答复的监督意见书", Kind.PIECES, supervision.answered, Count(),
           doc="期内单位答复的劳动法律监督意见书，按答复日期；没有按期的也算。"),
)
