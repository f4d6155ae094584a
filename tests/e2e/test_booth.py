"""The voter's own door in a real browser: the code goes into the box and out of the address bar; script is not needed."""

import os
import subprocess
import sys

import pytest

SLIPS = """
import json, django; django.setup()
from datetime import date
from zhijia.areas.members import actions as members
from zhijia.areas.voting import actions
from zhijia.areas.voting.rules import Kind
from zhijia.core.org.actor import system
from zhijia.core.org.models import Union
union, matters = Union.objects.get(), [actions.Asked("奖金分配办法"), actions.Asked("考勤办法")]
people = [members.add(system(), union=union, name=f"代表{n}", member=True) for n in range(2)]
vote = actions.prepare(
    system(), union=union, title="奖金和考勤", kind=Kind.SLIPS, on=date(2025, 3, 20), questions=matters, electors=people
)
print(*actions.issue_slips(system(), vote, number=2))
actions.begin(system(), vote, present=2)
"""


@pytest.fixture
def codes(house) -> list[str]:
    """The slips of an open vote in the serving house."""
    env = {**os.environ, "ZHIJIA_HOME": str(house.home), "DJANGO_SETTINGS_MODULE": "zhijia.site.settings"}
    return subprocess.run([sys.executable, "-c", SLIPS], env=env, capture_output=True, text=True, check=True).stdout.split()


@pytest.fixture
def phone(browser):
    """A telephone, with script or without."""
    opened = []

    def page(**more):
        opened.append(browser.new_context(viewport={"width": 360, "height": 740}, **more))
        return opened[-1].new_page()

    yield page
    for context in opened:
        context.close()


def vote(page):
    """From the code in the box to the end; nothing scrolls sideways, the address stays the door's, no cookie is set."""
    for step in ("看选票", "下一步：再看一遍", "投进票箱"):
        if step.startswith("下一步"):
            for question in (1, 2):
                page.check(f"input[name=pick-{question}][value='1']")
        page.wait_for_load_state()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.click(f"button:text-is('{step}')")
        assert (page.url.partition("/voting/")[2], page.context.cookies()) == ("cast/", [])
    assert page.inner_text("h1") == "已收到，您的票已投入票箱"


def test_a_scanned_slip_fills_the_box_and_leaves_the_address_bar(house, codes, phone):
    page = phone()
    page.goto(f"{house.url}/voting/cast/#{codes[0]}")
    assert (page.input_value("#code"), page.url) == (codes[0], f"{house.url}/voting/cast/")
    vote(page)
    page.click("a:text-is('在投票台上：下一位投票')")
    page.goto(f"{house.url}/voting/cast/#{codes[0]}")
    page.click("button:text-is('看选票')")
    assert "计过了，不会重复计" in page.inner_text(".errors")


def test_without_script_the_code_is_typed(house, codes, phone):
    page = phone(java_script_enabled=False)
    page.goto(f"{house.url}/voting/cast/#{codes[1]}")
    assert page.input_value("#code") == ""
    page.fill("#code", codes[1].lower().replace("-", " "))
    vote(page)
