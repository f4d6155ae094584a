"""What is wrong in a roster, said so that an officer knows what to do."""

MESSAGES = {
    "id_missing": "没有身份证号。请向本人核实后补上；这一行照样导入。",
    "id_damaged": "身份证号在表格里被当成数字存过，后几位已经丢失，找不回来了。"
    "请向本人要号码，把单元格设为“文本”再填。",
    "id_length": "身份证号「{value}」是 {length} 位，应为 18 位。请核对有没有漏打、多打。",
    "id_check_digit": "身份证号「{value}」的校验码不对，至少有一位打错了。请对照身份证核对。",
    "id_birth": "身份证号「{value}」里的出生日期不存在。请对照身份证核对。",
    "id_old_15": "这是 15 位的旧身份证号，已换算成 18 位「{value}」。请对照现在的身份证核对一下。",
    "id_duplicate": "身份证号和「{other_sheet}」第 {other_row} 行的{other_name}相同，"
    "姓名却不同，总有一个是错的。请核对两人的号码。",
    "row_identical_repeat": "和第 {other_row} 行完全一样，是重复的一行，人数只计一次。请删掉一行。",
    "birth_id_mismatch": "出生日期 {value} 和身份证号里的 {other} 不一致。请核对；暂按身份证号。",
    "sex_id_mismatch": "性别写的是{value}，身份证号是{other}。请核对；暂按身份证号。",
    "date_impossible": "日期「{value}」不存在或看不懂。请按 2021-03-01 或 2021.3 的样子填。",
    "date_ambiguous": "日期「{value}」被当成数字存过，分不清是 1 月还是 10 月。"
    "请问清楚，按 2021-01 或 2021-10 的样子填。",
    "phone_invalid": "电话「{value}」不是 11 位手机号。请核对有没有漏打、多打。",
    "phone_multiple": "这一格有几个电话，先取「{kept}」。请留下常用的一个。",
    "phone_landline": "「{value}」是座机，收不到短信。请补上手机号。",
    "name_blank": "这一行没有姓名，没有导入。请补上姓名后再导入一次。",
    "name_unreadable": "姓名「{value}」里有字丢了（变成了问号），这种 .csv 存不下生僻字。"
    "请用原来的 Excel 表导入，或导入后改正。",
    "join_before_16": "入会时间 {value} 时还不满 16 岁。请核对入会时间和出生日期。",
    "join_in_future": "入会时间 {value} 还没有到。请核对。",
    "status_unknown": "不认识的会籍状态「{value}」。请改成 在籍、保留会籍、转出、退会 中的一种。",
    "member_unknown": "看不出「{value}」是不是会员。请填 是 或 否。",
    "sex_unknown": "不认识的性别「{value}」。请填 男 或 女。",
}


def message(code: str, **parts) -> str:
    """The sentence for a code, with what stood in the cell."""
    return MESSAGES[code].format(**parts)
