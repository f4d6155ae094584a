"""What the source says of powers: the constants handed to the functions that ask for one, resolved as Python would."""

import ast
from importlib import import_module
from pathlib import Path

import zhijia

SOURCE = Path(zhijia.__file__).parent
ASKING = {"needs": 0, "deed": 1, "reach": 1, "unions": 1, "can": 0, "may": 0, "covers": 0}  # where the power stands


def files() -> list[Path]:
    """Every module of the house, its tests and migrations left out."""
    return [path for path in sorted(SOURCE.rglob("*.py")) if not {"tests", "migrations"} & set(path.parts)]


def module_of(path: Path):
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))


def powers_asked(path: Path) -> set[str]:
    """The powers a module asks for by a constant, its own or one of another module."""
    tree, names = ast.parse(path.read_text(encoding="utf-8")), None
    found = set()
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        for argument in _places(call):
            names = names or vars(module_of(path))
            value = _value(argument, names)
            found |= {value} if isinstance(value, str) and value else set()
    return found


def _places(call: ast.Call):
    """Arguments of a call that are powers: in their place, or by the name `power`."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = ASKING.get(name)
    if place is not None and len(call.args) > place:
        yield call.args[place]
    yield from (word.value for word in call.keywords if word.arg == "power")


def _value(node, names):
    """A literal, a constant of the module, or one reached through another; None for what a caller passes in."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute):
        return getattr(_value(node.value, names), node.attr, None)
    return None


def constants(path: Path) -> set[str]:
    """Every string a module holds, but for the keys with which powers are declared."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    declared = {
        id(call.args[0]) for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Power" and call.args
    }
    return {
        node.value for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in declared
    }
