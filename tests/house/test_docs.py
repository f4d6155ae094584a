"""The documents say what is: every room, figure, power, command and link they name exists, and none is left out."""

import argparse
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from zhijia.core.policy.shipped import rules, same_key
from zhijia.kit.area import house
from zhijia.site.areas import AREAS
from zhijia.site.cli.commands import COMMANDS
from zhijia.site.cli.parser import _parser

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
READMES = ("README.md", "README.en.md")
REFERENCE = "docs/operate/command-line.md"
DECISION = re.compile(r"(\d{4})-[a-z0-9-]+\.md")
HEADINGS = ["Context", "Decision", "Consequences"]


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def page_of(room: str) -> str:
    found = DOCS / "areas" / f"{room}.md"
    return found.read_text("utf-8") if found.exists() else ""


def keys_in(words: str) -> set[str]:
    """Dotted names in backticks: figures, powers, standards."""
    return set(re.findall(r"`([a-z_]+(?:\.\w+)+)`", words))


def left_out(plate, words: str) -> list[str]:
    """Figures and powers of a room that a page does not name."""
    wanted = [each.key for each in (*plate.figures, *plate.powers)]
    return [key for key in wanted if key not in keys_in(words)]


def invented(plate, words: str) -> list[str]:
    """Names of the room's own on a page that are neither figure, power, standard nor file of it."""
    real = {each.key for each in (*plate.figures, *plate.powers)}
    own = {key for key in keys_in(words) if key.startswith(f"{plate.key}.")}
    return sorted(key for key in own - real if same_key(key) not in rules() and not _module(key))


def _module(name: str) -> bool:
    try:
        return find_spec(f"zhijia.areas.{name}") is not None
    except ModuleNotFoundError:
        return False


def plate_of(room: str):
    return next(plate for plate in house() if plate.key == room)


@pytest.mark.parametrize("room", AREAS)
def test_a_room_has_a_page_that_the_index_links(room):
    assert page_of(room), f"docs/areas/{room}.md is missing"
    assert f"({room}.md)" in text("docs/areas/README.md")


@pytest.mark.parametrize("room", AREAS)
def test_the_page_of_a_room_names_every_figure_and_power(room):
    assert left_out(plate_of(room), page_of(room)) == []


@pytest.mark.parametrize("room", AREAS)
def test_the_page_of_a_room_names_nothing_that_is_not_there(room):
    assert invented(plate_of(room), page_of(room)) == []


def test_a_figure_left_out_or_invented_is_caught():
    plate, page = plate_of("publicity"), page_of("publicity")
    assert left_out(plate, page.replace("`publicity.media`", "")) == ["publicity.media"]
    assert invented(plate, f"{page} `publicity.posters`") == ["publicity.posters"]


def misnumbered(names: list[str]) -> list[str]:
    """Decision files without a number of their own, and numbers that are missing in the row."""
    numbers = [found[1] for name in names if (found := DECISION.fullmatch(name))]
    odd = [name for name in names if not DECISION.fullmatch(name) or numbers.count(name[:4]) > 1]
    return odd + [f"{n:04d}" for n in range(1, len(numbers) + 1) if f"{n:04d}" not in numbers]


def headings(words: str) -> list[str]:
    return re.findall(r"^## (.+)$", words, re.MULTILINE)


def test_decisions_are_numbered_once_and_in_a_row():
    assert misnumbered([path.name for path in (DOCS / "decisions").iterdir()]) == []


@pytest.mark.parametrize("path", sorted((DOCS / "decisions").glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_says_context_decision_and_consequences(path):
    words = path.read_text("utf-8")
    assert words.startswith(f"# {path.name[:4]} ") and headings(words) == HEADINGS


def test_a_number_used_twice_or_left_out_is_caught():
    assert misnumbered(["0001-a.md", "0001-b.md"]) == ["0001-a.md", "0001-b.md", "0002"]
    assert misnumbered(["0001-a.md", "notes.md", "0003-c.md"]) == ["notes.md", "0002"]


def told(words: str) -> set[str]:
    """Commands a text tells people to type."""
    return set(re.findall(r"\bzhijia ([a-z]+)", words))


@pytest.mark.parametrize("name", [str(path.relative_to(ROOT)) for path in PAGES])
def test_no_page_tells_of_a_command_that_is_not_there(name):
    assert told(text(name)) - set(COMMANDS) == set()


@pytest.mark.parametrize("name", [*READMES, REFERENCE])
def test_every_command_is_told(name):
    assert set(COMMANDS) - told(text(name)) == set()


def test_a_command_that_is_not_there_is_caught():
    assert told("`zhijia check`, then `zhijia fly`") - set(COMMANDS) == {"fly"}


def subcommands() -> dict:
    """The parser of each command, by name."""
    actions = _parser()._actions
    return next(each.choices for each in actions if isinstance(each, argparse._SubParsersAction))


def options_told(words: str) -> dict[str, set[str]]:
    """Options of each command in the table of the reference."""
    found: dict[str, set[str]] = {}
    for command, rest in re.findall(r"^\| `zhijia ([a-z]+)([^`]*)`", words, re.MULTILINE):
        found.setdefault(command, set()).update(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", rest))
    return found


def options_of(parser) -> set[str]:
    """What a command takes, in the spelling people read first; help and JSON are common to all."""
    common = {"-h", "--json"}
    return {each.option_strings[0] for each in parser._actions if each.option_strings} - common


def test_the_reference_names_the_options_each_command_takes():
    assert options_told(text(REFERENCE)) == {name: options_of(parser) for name, parser in subcommands().items()}


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md", "docs/operate/install.md"])
def test_make_makes_what_is_told(name):
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    told_targets = set(re.findall(r"(?:^|`)make ([a-z]+)\b", text(name), re.MULTILINE))
    assert told_targets and told_targets <= targets


def dead_links(page: Path, words: str) -> list[str]:
    """Relative links and pictures of a page that lead nowhere."""
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", words)]
    near = [link for link in links if link and not re.match(r"[a-z]+:", link)]
    return [link for link in near if not (page.parent / link).exists()]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    assert dead_links(path, path.read_text("utf-8")) == []


def test_a_dead_link_is_caught():
    words = "[安全](SECURITY.md) ![图](docs/screenshots/no-such.png) [法](https://example.org/x) [上](#top)"
    assert dead_links(ROOT / "README.md", words) == ["docs/screenshots/no-such.png"]


def lost_pages(source: str) -> list[str]:
    """Documents that code speaks of and that do not exist: docs/areas/care.md, docs/decisions/0003, decision 0011."""
    named = re.findall(r"docs/[\w/-]+(?:\.md)?", source)
    named += [f"docs/decisions/{number}" for number in re.findall(r"\bdecision (\d{4})", source)]
    return [name for name in named if not (ROOT / name).exists() and not list(ROOT.glob(f"{name}-*.md"))]


def test_code_speaks_of_documents_that_exist():
    sources = [*(ROOT / "src").rglob("*.py"), ROOT / "pyproject.toml"]
    assert {str(path): lost for path in sources if (lost := lost_pages(path.read_text("utf-8")))} == {}


def test_a_lost_document_is_caught():
    assert lost_pages("see docs/areas/nowhere.md and decision 9999") == ["docs/areas/nowhere.md", "docs/decisions/9999"]
