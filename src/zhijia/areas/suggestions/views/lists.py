"""Lists of suggestions: all, the book, one's own, the wall, what waits for finance."""

from django.utils import timezone

from zhijia.areas.suggestions import queries, tables
from zhijia.areas.suggestions.filters import SuggestionFilters
from zhijia.core.org.web import for_known, needs
from zhijia.kit.pages import Button, list_page

READ, RAISE, HANDLE, SIGN = "suggestions.read", "suggestions.raise", "suggestions.handle", "suggestions.countersign"


@needs(READ)
def suggestions(request):
    """All suggestions within reach."""
    buttons = (
        Button("登记建议", "suggestions:suggest", "primary", RAISE), Button("导入", "suggestions:import_list", power=RAISE),
        Button("粘贴接龙", "suggestions:paste", power=RAISE), Button("登记簿", "suggestions:ledger"),
        Button("公示奖励", "suggestions:post", power=HANDLE), Button("待财务核实", "suggestions:to_sign", power=SIGN),
    )
    return list_page(
        request, queries.visible(request.actor), tables.SUGGESTIONS, title="合理化建议", filters=SuggestionFilters,
        buttons=buttons, unit="件",
    )


@needs(READ)
def ledger(request):
    """The register in its customary columns."""
    return list_page(
        request, queries.ledger(request.actor), tables.LEDGER, title="合理化建议登记", filters=SuggestionFilters, unit="件",
        crumbs=(("合理化建议", "suggestions:suggestions"),), searches=("title", "number", "who"),
    )


@for_known
def mine(request):
    """My own suggestions, with the step they stand at and the day it is due."""
    person = queries.own_person(request.actor)
    note = "" if person else "您的账号还没有对应到名册上的人，请工会管理账号的同志认领后再提建议。"
    buttons = [Button("提一条建议", "suggestions:suggest_own", "primary")] if person else []
    buttons.append(Button("公示中的建议", "suggestions:board"))
    return list_page(request, queries.mine(request.actor), tables.MINE, title="我的建议", note=note, buttons=buttons, unit="件")


@for_known
def board(request):
    """Rewards that hang on the wall now, for everybody of the union."""
    rows = queries.on_board(request.actor, timezone.localdate())
    return list_page(
        request, rows, tables.NOTICE, title="合理化建议奖励公示", unit="件", note="公示期间如有意见，请向工会反映。",
    )


@needs(SIGN)
def to_sign(request):
    """Benefits that wait for the hand of finance."""
    return list_page(
        request, queries.to_countersign(request.actor), tables.TO_SIGN, title="待财务核实的效益", unit="件",
        note="点题目核对算式；您自己算的、自己提的建议，由另一位财务人员核实。",
    )
