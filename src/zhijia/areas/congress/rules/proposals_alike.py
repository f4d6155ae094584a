"""Which proposals say the same thing, so that merging (并案) can be offered. A person decides. Pure.

Two proposals are alike when their titles are nearly the same, or when both tell of one narrow subject. People name one thing
in many words (噪音, 降噪, 隔音; 热餐, 夜宵), which letters in common cannot show: SUBJECTS are such families of words.
A subject must be narrow: 食堂 is none, for one proposal may want it cheaper and another open at night.
"""

import re
from collections.abc import Mapping
from itertools import combinations

SUBJECTS = tuple(
    tuple(line.split())
    for line in (
        "照明 频闪 灯具 灯管 光线暗", "热餐 热饭 夜宵 夜餐 加班餐", "噪声 噪音 降噪 隔音 隔声", "母婴 哺乳 女职工休息室",
        "充电桩 充电", "更衣柜 更衣室不足", "班车", "体检", "年休假 带薪休假", "高温补贴 防暑降温费", "夜班津贴 夜班补贴",
        "技师津贴 技能津贴", "热水供应 热水器 无热水", "空气净化 除尘 粉尘 纸尘", "工作服 防静电服", "急救 药箱 急救包",
        "心理咨询 心理健康 心理热线", "岗位练兵", "师徒合同 拜师", "家庭开放日 家属开放日", "书屋 图书室 阅览室",
        "乒乓球台", "篮球场", "健身房 健身器材", "停车位 停车难 停车场", "子女托管 托管班 暑托", "补充医疗 大病保险",
        "住房公积金 公积金", "厕所 卫生间", "饮水机 直饮水 饮用水", "空调", "电梯", "食堂招标 食堂承包 食堂公开招标",
        "职称评审 职称评定", "绩效分配 奖金分配 二次分配", "加班安排 加班公示", "请假审批", "工龄补贴 工龄工资",
    )
)
EMPTY = re.compile(r"关于|的?提案|的?建议|问题|[的了、，,。；;\s]")
NEARLY = 0.6


def plain(matter: str) -> str:
    """A title without the words every title has."""
    return EMPTY.sub("", matter)


def subjects(text: str) -> set[int]:
    """The subjects a text tells of."""
    return {number for number, family in enumerate(SUBJECTS) if any(word in text for word in family)}


def likeness(one: str, other: str) -> float:
    """How much two titles have in common: pairs of letters shared, 0 to 1 (Dice)."""
    a, b = _pairs(plain(one)), _pairs(plain(other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def groups(texts: Mapping[int, tuple[str, str]]) -> list[list[int]]:
    """Groups that say the same thing, by number: {number: (案由, 理由 and 建议措施)} → [[1, 2], [3, 4, 5]]."""
    told = {number: subjects(f"{matter}。{rest}") for number, (matter, rest) in texts.items()}
    head = {number: number for number in texts}
    for one, other in combinations(texts, 2):
        if told[one] & told[other] or likeness(texts[one][0], texts[other][0]) >= NEARLY:
            old, new = head[other], head[one]
            head = {number: new if top == old else top for number, top in head.items()}
    found: dict[int, list[int]] = {}
    for number in texts:
        found.setdefault(head[number], []).append(number)
    return [sorted(group) for group in found.values() if len(group) > 1]


def left_after(count: int, merged: list[list[int]]) -> int:
    """How many proposals there are when each group has become one."""
    return count - sum(len(group) - 1 for group in merged)


def _pairs(text: str) -> set[str]:
    return {text[i:i + 2] for i in range(len(text) - 1)}
