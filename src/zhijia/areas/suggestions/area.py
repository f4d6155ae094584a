"""The plate on the door: what suggestions offers to the house."""

from zhijia.areas.suggestions import queries
from zhijia.areas.suggestions.figures import FIGURES
from zhijia.areas.suggestions.importing import SUGGESTIONS
from zhijia.areas.suggestions.rules import Stage
from zhijia.areas.suggestions.sections import person_sections
from zhijia.core.org.models import Role
from zhijia.core.org.powers import EVERYONE, LEADING, OFFICE, Power
from zhijia.core.private.register import Personal
from zhijia.kit.area import Area, Card, Ledger, MenuItem

ALL = (
    (Stage.RAISED, "建议待受理", "受理后才能交部门评估。"), (Stage.SIGNED, "建议待评审定级", "财务已经核实。"),
    (Stage.GRADED, "建议待奖励", "定级后按等级发奖金。"), (Stage.REWARDED, "建议奖励待公示", "发了奖要公示。"),
)
"""Steps at which every suggestion waits for the office."""
LATE = (
    (Stage.ACCEPTED, "建议评估答复已超期", "答复采纳，或书面说明不采纳的理由。"),
    (Stage.ADOPTED, "建议实施已超期", "催实施单位，或登记已实施。"),
    (Stage.DONE, "建议该算效益", "价值计算期满了，算好交财务核实。"), (Stage.POSTED, "建议公示期满", "没有异议就归档。"),
)
"""Steps that are others' work: the office hears of them when the clock has run out."""


def cards(actor, today) -> list[Card]:
    """What is due: to be accepted, judged, signed by finance, graded, rewarded, posted; and one's own on the way."""
    found = [*_steps(actor, today)] if actor.may("suggestions.handle") else []
    if actor.may("suggestions.countersign"):
        waiting = queries.to_countersign(actor).count()
        found.append(Card("建议效益待财务核实", waiting, "suggestions:to_sign", "谁算的、谁提的都不能自己核实。"))
    mine = queries.open_of_mine(actor).count()
    found.append(Card("我提的建议在办", mine, "suggestions:mine", "可以看到办到哪一步、哪天到期。"))
    return [card for card in found if card.count]


def _steps(actor, today):
    standing = queries.waiting(actor, today)
    for stage, title, note in ALL:
        count, late = standing.get(stage, (0, 0))
        said = f"其中超期 {late} 件。{note}" if late else note
        yield Card(title, count, f"/suggestions/?stage={stage.value}", said, urgent=bool(late))
    for stage, title, note in LATE:
        late = standing.get(stage, (0, 0))[1]
        yield Card(title, late, f"/suggestions/?stage={stage.value}", note, urgent=stage != Stage.POSTED)


AREA = Area(
    key="suggestions",
    name="合理化建议",
    powers=(
        Power("suggestions.read", "看合理化建议", EVERYONE),
        Power("suggestions.raise", "代职工登记建议", LEADING),
        Power("suggestions.assess", "填部门评估意见", (*LEADING, Role.TREASURER)),
        Power("suggestions.handle", "办理合理化建议", OFFICE),
        Power("suggestions.countersign", "财务核实建议效益", (Role.TREASURER,)),
        Power("suggestions.names", "看不公开的建议人姓名", OFFICE),
    ),
    menu=(
        MenuItem("提建议", "suggestions:mine", "", "今天"),
        MenuItem("合理化建议", "suggestions:suggestions", "suggestions.read", "民主管理"),
    ),
    figures=FIGURES,
    cards=cards,
    ledgers=(Ledger("合理化建议登记", "suggestions:ledger", "suggestions.read"),),
    importers=(SUGGESTIONS,),
    personal={
        "suggestions.Author.name": Personal(
            "建议人", "知道建议是谁提的，好答复、奖励", "工会履行民主管理的职责", "随建议档案", sensitive=True
        ),
        "suggestions.Suggestion.who": Personal("建议人（公开姓名的）", "登记、公示", "工会履行民主管理的职责", "随建议档案"),
    },
    person_sections=person_sections,
)
