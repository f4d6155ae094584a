"""A real house: `zhijia init` and `zhijia serve` in a folder of its own, and Debian's Chromium in front of it."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.walking import SIZES, Walk

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NAME = "青榔乡工会工作委员会"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def pytest_collection_modifyitems(items):
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="!!! 没有 chromium：浏览器测试没有执行。apt-get install chromium"))


@dataclass
class House:
    """A serving house: its folder, its address, and the chair's first login."""

    home: Path
    url: str
    code: str
    username: str
    password: str

    def zhijia(self, *arguments) -> dict:
        """The answer of a command in this house."""
        return json.loads(command(self.home, *arguments, "--json").stdout)


def command(home: Path, *arguments):
    program = Path(sys.executable).parent / "zhijia"
    return subprocess.run(
        [program, *map(str, arguments)], capture_output=True, text=True, check=False,
        env={**os.environ, "ZHIJIA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "zhijia.site.settings"},
    )


@pytest.fixture
def house(tmp_path):
    """A union founded from nothing and served on a free port; ended when the test is over."""
    home = tmp_path / "home"
    made = command(home, "init", "--name", NAME, "--kind", "乡镇工会", "--region", "广西", "--code", "xiang", "--json")
    assert made.returncode == 0, made.stderr
    login = json.loads(made.stdout)["login"]
    port = free_port()
    program = Path(sys.executable).parent / "zhijia"
    env = {**os.environ, "ZHIJIA_HOME": str(home), "DJANGO_SETTINGS_MODULE": "zhijia.site.settings"}
    with (tmp_path / "serve.log").open("w") as log:
        served = subprocess.Popen([program, "serve", "--port", str(port)], env=env, stdout=log, stderr=log)
        try:
            url = f"http://127.0.0.1:{port}"
            wait_for(f"{url}/login/", served)
            yield House(home, url, "xiang", login["username"], login["password"])
        finally:
            served.terminate()
            served.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url: str, process, limit: float = 40.0) -> None:
    """Until the page answers; at once when the process is gone."""
    until = time.monotonic() + limit
    while time.monotonic() < until:
        assert process.poll() is None, "zhijia serve ended"
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no answer from {url}")


@pytest.fixture
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(params=SIZES)
def walk(request, house, browser):
    context = browser.new_context(viewport=SIZES[request.param], locale="zh-CN", accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(20_000)
    strange = []
    page.on("request", lambda asked: strange.append(asked.url) if not asked.url.startswith((house.url, "data:")) else None)
    page.on("response", lambda answer: strange.append(f"{answer.status} {answer.url}") if answer.status >= 500 else None)
    yield Walk(page, house, request.param)
    context.close()
    assert strange == [], "a page asked another host, or broke"
