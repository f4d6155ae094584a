"""What is wrong in a register of proposals, said so that an officer knows what to do."""

from zhijia.areas.congress.rules.proposals import Fault

MESSAGES = {
    Fault.OWN: "附议人里有提案人自己，不算附议；有效附议 {valid} 人，应不少于 {least} 人，请补充。",
    Fault.TWICE: "同一个附议人写了两次，只算一次；有效附议 {valid} 人，应不少于 {least} 人，请补充。",
    Fault.STRANGER: "附议人“{strangers}”不在代表名单里；有效附议 {valid} 人，应不少于 {least} 人，请核对或补充。",
    Fault.NONE: "没有附议人，应不少于 {least} 人，退回补充。",
    Fault.FEW: "附议人只有 {valid} 人，应不少于 {least} 人，退回补充。",
    Fault.PROPOSER: "提案人“{outsiders}”不在代表名单里，请核对写法。",
    Fault.LATE: "{on} 提交，征集已于 {deadline} 截止：不能立案，可转意见建议或留到下次。",
    Fault.MATTERS: "一件提案写了两件事，应一事一案，请分成两件。",
    "matter_blank": "没有写案由，没有导入。",
    "proposer_blank": "没有写提案人，请补上。",
    "date_missing": "没有写提交日期，请补上。",
    "date_impossible": "日期“{value}”看不懂，请写成 2021-03-01 或 3月1日 的样子。",
    "date_ambiguous": "日期“{value}”被当成数字存过，分不清是 1 日还是 10 日等，请改成 3月1日 的样子。",
    "number_repeated": "编号 {no} 前面已经有了，没有导入；请改正编号。",
}
COLUMN = {
    Fault.PROPOSER: "proposer", Fault.LATE: "date", Fault.MATTERS: "measures", "matter_blank": "matter",
    "proposer_blank": "proposer", "date_missing": "date", "date_impossible": "date", "date_ambiguous": "date",
    "number_repeated": "number",
}


def message(code: str, **parts) -> str:
    """The sentence for a code, with what stood in the row."""
    return MESSAGES[code].format(**parts)
