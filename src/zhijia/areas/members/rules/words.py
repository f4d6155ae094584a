"""Words of rosters: membership, standing to the employer, peoples, and what remarks say about a person."""

import datetime
import re


def words_of(line: str) -> frozenset[str]:
    """Words written in a line, as a set."""
    return frozenset(line.split())


MEMBER = words_of("√ ✓ ✔ 是 有 会员 已入会 已入 入会 已加入 工会会员 正式会员 在籍 在会 1 Y YES 对 T TRUE")
NOT_MEMBER = words_of("""
    × ✗ ✘ 否 无 非会员 未入会 未入 不是 没有 未加入 非工会会员 不在会 不入会 尚未入会 0 N NO X
    F FALSE 待入会 申请中
""")
STATUSES = {
    word: state
    for state, line in {
        "在籍": "在籍 在册 正常 会员 在会 转入 在籍会员",
        "保留会籍": "保留会籍 保留 会籍保留",
        "转出": "转出 已转出 会籍转出 调出",
        "退会": "退会 已退会 自动退会",
        "除名": "除名 开除会籍 开除",
        "申请中": "申请中 待审批",
        "未入会": "未入会 非会员",
    }.items()
    for word in line.split()
}
GONE_STATUSES = frozenset(("转出", "退会", "除名"))

ON_POST, RETIRED, EARLY, DISPATCHED, LENT, GONE = "在岗", "退休", "内退", "劳务派遣", "借调", "已离开"
REMARKS = (
    (EARLY, re.compile(r"内退|内部退养|退养|离岗退养|提前退岗")),
    (RETIRED, re.compile(r"(?<!未)(?<!待)(?<!将)(?:退休|离休)(?!前)")),
    (GONE, re.compile(r"调离|调往|(?<!借)调出|离职|辞职|辞退|(?:解除|终止)(?:劳动)?合同|除名")),
    (GONE, re.compile(r"死亡|去世|病故|亡故|已故")),
    (DISPATCHED, re.compile(r"(?<!非)(?<!不是)派遣")),
    (LENT, re.compile(r"借调|借用|外借|借出|借到|借至|挂职|抽调")),
    ("支教", re.compile(r"支教")),
    ("代课", re.compile(r"代课|顶岗教师|临聘教师")),
    ("待岗", re.compile(r"待岗|下岗|停薪留职")),
)  # the first match wins
FROM_ELSEWHERE = re.compile(
    r"[从自由].{1,20}(?:借调|借用|借入|抽调|调入|转入|挂职)|借调来|借入|借调自|.班兼$|^兼|兼职$|兼岗|一人两班"
)
YEAR_MONTH = re.compile(r"(\d{4})[年.\-/](\d{1,2})")
PEOPLES = words_of("""
    汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山
    拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克
    怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 穿青人
""")
SEXES = dict.fromkeys(words_of("男 男性 M MALE"), "男") | dict.fromkeys(words_of("女 女性 F FEMALE"), "女")


def membership(word: str | None) -> tuple[bool | None, str | None]:
    """Whether a word in the member column means a member; an empty cell means no. Else member_unknown."""
    if word is None:
        return False, None
    upper = word.upper()
    if upper in MEMBER or upper in ("V", "⭕", "○", "●", "☑"):
        return True, None
    return (False, None) if upper in NOT_MEMBER else (None, "member_unknown")


def membership_status(word: str | None) -> tuple[str | None, str | None]:
    """The state of a membership (会籍状态) a word means; status_unknown for words that mean none."""
    if word is None:
        return None, None
    return (STATUSES[word], None) if word in STATUSES else (word, "status_unknown")


def standing(*remarks: str | None, today: datetime.date) -> str:
    """How a person stands to the employer on a day, from what the sheet says beside the name."""
    for remark in filter(None, remarks):
        for name, sign in REMARKS:
            if sign.search(remark) and not (name == RETIRED and to_come(remark, today)):
                return name
    return ON_POST


def to_come(remark: str, today: datetime.date) -> bool:
    """Whether a retirement is announced for a month after this one: 「2031年8月退休」."""
    found = YEAR_MONTH.search(remark)
    return found is not None and (int(found[1]), int(found[2])) > (today.year, today.month)


def from_elsewhere(remark: str | None) -> bool:
    """Whether a remark says that the person belongs to another unit and stands here for a second post."""
    return remark is not None and FROM_ELSEWHERE.search(remark) is not None


def people(word: str | None) -> str | None:
    """汉 → 汉族; words of no people stay as they are."""
    return word + "族" if word in PEOPLES and word != "穿青人" else word


def sex(word: str | None) -> str | None:
    """男 or 女; None for anything else."""
    return SEXES.get(word.upper()) if word else None
