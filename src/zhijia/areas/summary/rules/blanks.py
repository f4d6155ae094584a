"""Blanks (空缺) that refuse to be signed: masks, gaps left for the pen, and classifiers whose number was lost."""

import re
from dataclasses import dataclass

NUMBERED = r"\d０-９一二三四五六七八九十百千万亿两零〇几数多半\ufffc"
END = r"(?=\s*(?:[，。；！？、：,;.!?)）”]|和|及|并|$))"
VERBS = (
    "共|合计|累计|总计|开展|举办|组织|举行|召开|出|刊出|编发|编印|发出|订阅|订|慰问|走访|看望|探望|帮助|救助|资助|帮扶|发放|赠送|"
    "筹集|募集|筹|募|捐|收缴|参加|参与|培训|调解|受理|化解|办理|办|建立|征集|评选|表彰|发展|吸收|新增|配备|添置|购置|购买|开设|"
    "收到|解决|落实|协调|采用|刊发|发表|投稿|支出|收入|拨付|补助"
)
# Classifier → what stands before it when the number between them was lost. Words such as 假期, 广场, 现场, 客户, 文件
# are not in these lists, so they pass.
LOST = {
    "期": "板报|黑板报|墙报|橱窗|简报|专栏|宣传栏|培训班|学习班|讲座|广播|刊物|快报|通讯",
    "场次": "活动|演出|讲座|电影|比赛",
    "场": "活动|演出|讲座|电影|晚会|汇演|宣讲|报告|比赛",
    "次": "活动|会议|会|培训|学习|检查|谈心|谈话|走访|慰问|排练|演练|讲座|比赛|捐款|督查|巡查|座谈",
    "户": "职工|家庭|会员|困难职工家庭|困难家庭",
    "件": "提案|建议|案件|纠纷|问题|器材|矛盾|实事|好事|隐患|诉求|信访|用品|衣物",
    "篇": "稿件|文章|通讯|报道|信息|论文|稿|新闻|征文|体会",
    "份": "报刊|资料|传单|问卷|报纸|杂志|手册|物品|慰问品|书刊",
    "名": "职工|会员|员工|教师|人员|工人|学生|子女|同志|女工|代表|委员|学员|老师|家属|教职工",
    "人": "职工|会员|员工|教师|工人|学生|子女|同志|女工|代表|委员|学员|老师|家属|教职工|慰问|看望|走访|共",
    "元": "慰问金|资金|善款|捐款|金额|经费|会费|补助|补助金|救助金|奖金|款|价值|折合|共|人均",
    "万元": "慰问金|资金|善款|捐款|金额|经费|会费|补助|补助金|救助金|奖金|款|价值|折合|共|人均",
    "学时": "学习|培训|共",
    "门": "课程|课",
    "套": "手册|器材|教材|图书",
}
CLAUSE_END = r"(?=\s*(?:[，。；！,;.!]|$))"
TURNS = "慰问|看望|参加|参与|参与职工|参加职工|培训|走访|服务|惠及|受益|共|共计|达|约|累计"
TOTALS = "(?:期|场次|场|次|户|篇|份|名|元|万元|学时|人次)"


@dataclass(frozen=True)
class Blank:
    """A place that is not filled in: where, the words there, and what is wrong."""

    start: int
    end: int
    text: str
    why: str


def _lost() -> str:
    pairs = (f"(?:{nouns}){classifier}" for classifier, nouns in LOST.items())
    return rf"(?:{VERBS})[^\s，。；、：！？]{{0,12}}?(?<![{NUMBERED}])(?:{'|'.join(pairs)}){END}"


_X = r"(?:[xXｘＸ×✕]+)"
_ALONE = r"(?<![A-Za-z0-9])"
PATTERNS = tuple((re.compile(pattern), why) for pattern, why in (
    (r"[_＿]{2,}|[＿]", "留着空没有填"),
    (r"[□◻☐▢]+", "留着方框没有填"),
    (r"[\[［【〔]\s*(?:[xXｘＸ×*?？.…]+|\s)?\s*[\]］】〕]", "方括号里没有填"),
    (r"[（(][\s　]*[）)]", "括号里是空的"),
    (r"[“\"‘《][\s　]*[”\"’》]", "引号或书名号里是空的"),
    (r"[“\"]\\?[*＊]+[”\"]|\\\*|[*＊]{2,}|(?<![A-Za-z0-9])[?？]{2,}", "用符号代替了文字"),
    (r"(?<![\d.])(?:19|20|二〇|二零)(?:[xXｘＸ×✕*＊]{1,2}|[\s　_＿]+(?=年))(?:年度?)?", "年份没有填"),
    (rf"{_ALONE}{_X}(?:月份?|年度?|日|季度|学期)(?:{_X}[月日])*", "日期没有填"),
    (rf"第{_X}", "届次没有填"),
    (rf"{_ALONE}{_X}(?=人次|[名人次期场届元户件篇份号时点个家位％%])", "数字没有填"),
    (r"(?<![A-Za-z0-9])(?:[xXｘＸ]{2,}(?![A-Za-z])|×{2,}|某某某?|[〇○●]{2,}(?![年月日\d]))", "留着代替的符号没有改"),
    (r"(?<=[“\"‘])[xXｘＸ×](?=[”\"’])", "留着代替的符号没有改"),
    (r"(?:待填写?|待补充?|此处填写|请填写|填写处)(?=[）)】，。；]|$)", "写着待填"),
    (rf"第(?=[届次期名号条章款]{END}|届)", "“第”后面缺数字"),
    (rf"(?<![{NUMBERED}.．。\s%％])\s*[%％]", "百分号前面缺数字"),
    (r"百分之(?![\d零一二三四五六七八九十百几\ufffc])", "“百分之”后面缺数字"),
    (r"\d[。]\d|\d[.．]{2,}\d", "数字断开了"),
    (rf"(?<=[\u4e00-\u9fff])[ 　]+(?:人次|场次|万元|学时|[人名期场次户件篇份元]){END}", "量词前面缺数字"),
    (_lost(), "量词前面缺数字"),
    (rf"(?<![{NUMBERED}按计以和分论每])(?:{TURNS})(?:困难职工|职工|会员|女工|教师)?人次{CLAUSE_END}", "“人次”前面缺数字"),
    (rf"(?:共计?|合计|总计|累计|不少于|超过){TOTALS}(?:[^\u4e00-\u9fff]|$)", "量词前面缺数字"),
    (r"(?:帮助|协调|建立|成立|组建|开设|评选|表彰|化解)个(?![人别性体个案税中展旧])(?=[\u4e00-\u9fff])", "“个”前面缺数字"),
    (r"(?:^|(?<=[，。；：！\s]))年(?=共|开设|引进|举办|组织|召开|完成|出刊|新增)", "“年”前面缺年份"),
    (r"(?:^|(?<=[，。；：！\s]))(?:月份?|月日)(?=举办|开展|组织|召开|参加|完成|起|，)", "“月”前面缺月份"),
))  # fmt: skip


def blanks(text: str) -> list[Blank]:
    """Every blank in a finished text, in order, none inside another."""
    found = [
        Blank(match.start(), match.end(), match[0], why)
        for pattern, why in PATTERNS
        for match in pattern.finditer(text)
    ]
    found.sort(key=lambda each: (each.start, -each.end))
    return _outermost(found)


def _outermost(found: list[Blank]) -> list[Blank]:
    kept: list[Blank] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def around(text: str, blank: Blank, reach: int = 8) -> str:
    """The blank with a few characters on both sides, for a message that says where it is."""
    before, after = text[max(0, blank.start - reach) : blank.start], text[blank.end : blank.end + reach]
    return f"{before}{blank.text}{after}"
