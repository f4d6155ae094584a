"""Before anything is shown to people outside the office: what a text must not say, asked of every room that protects names."""

from zhijia.core.private.publishing import Found, names, numbers
from zhijia.core.refused import Refused
from zhijia.kit.area import house


def objections(text: str, union) -> list[Found]:
    """Numbers of people, and names of those the union helps, in a text about to be published by a union."""
    protected = {name for plate in house() if plate.protected_names for name in plate.protected_names(union)}
    return [*numbers(text), *names(text, protected)]


def publishable(text: str, union, *, let_pass: str = "") -> None:
    """Refused, naming what stands in the text. `let_pass`: a recorded reason (本人书面同意) for names; numbers never pass."""
    found = [each for each in objections(text, union) if each.firm or not let_pass]
    if not found:
        return
    said = "；".join(f"{each.kind}（{each.shown}）" for each in found)
    names_too = "" if all(each.firm for each in found) else "姓名确需公开的，请写明本人书面同意等理由。"
    raise Refused(f"公开的内容里有不能公开的信息：{said}。请删去或改写后再公开。{names_too}")
