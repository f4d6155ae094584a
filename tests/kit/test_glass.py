"""What stands in templates and static files: nothing inline, nothing from another host."""

import re
from pathlib import Path

import pytest

import zhijia

SRC = Path(zhijia.__file__).parent
TEMPLATES = sorted(SRC.rglob("templates/**/*.html"))
STATIC = sorted(each for each in SRC.rglob("static/**/*") if each.suffix in {".css", ".js", ".svg"})
NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'  # a name, never fetched


def named(path: Path) -> str:
    return str(path.relative_to(SRC))


@pytest.mark.parametrize("file", TEMPLATES, ids=named)
def test_templates_have_nothing_inline(file):
    found = re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]* src=)[^>]*>", file.read_text())
    assert found == []


@pytest.mark.parametrize("file", [*TEMPLATES, *STATIC], ids=named)
def test_nothing_asks_another_host(file):
    found = re.findall(r"(?:https?:)?//[\w.-]+\.\w+|@import|url\((?!#)", file.read_text().replace(NAMESPACE, ""))
    assert found == []


def test_there_is_one_place_that_calls_text_safe():
    using = [named(f) for f in SRC.rglob("*.py") if re.search(r"\bmark_safe\b|\|safe\b|SafeString\(", f.read_text())]
    assert using == ["kit/html.py"]


@pytest.mark.parametrize("file", TEMPLATES, ids=named)
def test_templates_escape(file):
    assert not re.search(r"\|\s*safe\b|autoescape\s+off", file.read_text())


def test_the_style_sheet_stays_small():
    assert (SRC / "kit/static/kit/kit.css").stat().st_size < 25_000


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2)."""
    def light(colour):
        parts = [int(colour[n:n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("ink", "ground"), [
    ("ink", "ground"), ("soft", "ground"), ("soft", "paper"), ("link", "ground"), ("red", "ground"), ("red", "red-tint"),
    ("good", "good-tint"), ("warn", "warn-tint"), ("ink", "quiet-tint"), ("paper", "red"), ("soft", "quiet-tint"),
])
def test_words_stand_out_from_their_ground(ink, ground):
    css = (SRC / "kit/static/kit/kit.css").read_text()
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", css)) | {"paper": "#ffffff"}
    assert contrast(tokens[ink], tokens[ground]) >= 4.5
