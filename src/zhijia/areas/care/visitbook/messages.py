"""What is wrong in a visit book, said so that an officer knows what to do."""

MESSAGES = {
    "date_impossible": "日期「{value}」看不懂。请按 2021-03-01 或 3月1日 的样子填。",
    "date_ambiguous": "日期「{value}」被当成数字存过，分不清是几号（比如 3.1 可能是 3 月 1 日或 10 日）。请改成 3月1日 的样子。",
    "date_missing": "没有日期。请补上走访那天的日期。",
    "date_other_year": "日期 {entry.date} 不在 {year} 年。请核对，或放到那一年导入。",
    "kind_missing": "没有写慰问类别。请补上。",
    "kind_unknown": "不认识的慰问类别「{value}」。请改成登记簿里通用的类别。",
    "name_blank": "没有写被慰问人。请补上姓名，或写“某班组几人”。",
    "name_several": "一行写了几个人，分不清各是多少钱，只算了人次。请分成一人一行。",
    "heads_missing": "写的是一个集体，没有写几个人。请写成“某班组12人”。",
    "amount_unreadable": "金额「{value}」看不懂。请填数字。",
    "amount_missing": "给了钱或物，却没有写金额。请补上（实物写折合金额）。",
    "over_cap": "金额 {entry.amount} 元超过标准（每人每次 {cap} 元，{entry.heads} 人）。请核对；确需超过的要有审批。",
    "without_receipt": "没有签领。请补签。",
}


def message(code: str, **parts) -> str:
    """The sentence for a code, with what stood in the cell."""
    return MESSAGES[code].format(**parts)
