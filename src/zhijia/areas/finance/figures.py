"""What this room counts. Definitions with their sources: docs/areas/finance.md."""

from zhijia.areas.finance import queries
from zhijia.areas.finance.tables import DRIVES, DUES, GIFTS, USES
from zhijia.core.figures import Count, Distinct, Figure, Kind, Ratio, Sum

GIVE, PAY = "finance.read", "finance.dues_read"
YUAN, PEOPLE = Kind.YUAN, Kind.PEOPLE

FIGURES = (
    Figure("finance.donated", "捐款总额", YUAN, queries.given, Sum("amount"), GIFTS, GIVE, "期内收到的捐款之和，按捐款日期。", book=queries.drives_in),
    Figure("finance.donors", "捐款人数", PEOPLE, queries.given, Distinct("who"), GIFTS, GIVE,
           "期内捐过款的不同的人，每人只算一次；未留名的不算人数。", book=queries.drives_in),
    Figure("finance.donation_used", "捐款使用", YUAN, queries.used, Sum("amount"), USES, GIVE, "期内使用的捐款之和，按使用日期。", book=queries.drives_in),
    Figure("finance.donation_drives", "捐款活动", Kind.TIMES, queries.drives_in, Count(), DRIVES, GIVE,
           "期内进行过的捐款活动：截止日期不早于期初；没有写截止日期的，看发起日期。", book=queries.drives_in),
    Figure("finance.dues_due", "应缴会费", YUAN, queries.dues_in, Sum("due"), DUES, PAY,
           "所属月份在期内的应缴会费之和：工资舍去不足十元的部分，乘 0.5 %。", book=queries.dues_in),
    Figure("finance.dues_paid", "实缴会费", YUAN, queries.paid_in, Sum("paid"), DUES, PAY, "缴纳日期在期内的会费之和，不论所属月份。", book=queries.dues_in),
    Figure("finance.dues_due_people", "应缴会费人数", PEOPLE, queries.dues_in, Distinct("person"), DUES, PAY,
           "期内有应缴会费的不同的会员。", book=queries.dues_in),
    Figure("finance.dues_paid_people", "缴清会费人数", PEOPLE, queries.paid_up, Distinct("person"), DUES, PAY,
           "期内有应缴会费、到期末没有一个月欠缴的不同的会员；期末以后补缴的不算。", book=queries.dues_in),
    Ratio("finance.dues_rate", "会费缴清率", "finance.dues_paid_people", "finance.dues_due_people", "缴清会费人数 ÷ 应缴会费人数。"),
    Figure("finance.arrears", "欠缴会费人数", PEOPLE, queries.owing, Distinct("person"), DUES, PAY,
           "期内有月份到期末仍未缴清的不同的会员；期末以后补缴的仍算。", book=queries.dues_in),
)
