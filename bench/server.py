"""The house as `zhijia serve` serves it, on a free port, with somebody logged in."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.cookies import SimpleCookie
from urllib.parse import urlencode

START = """
import sys
import django
django.setup()
from zhijia.site import start
start.serve(int(sys.argv[1]), str, processes=int(sys.argv[2]) or None)
"""
PATIENCE = 30


@contextmanager
def served(processes: int = 0):
    """A running server of so many processes, by default as many as it takes by itself; gives its port."""
    port = free_port()
    paths = os.pathsep.join(filter(None, (os.getcwd(), os.environ.get("PYTHONPATH"))))
    more = {"DJANGO_SETTINGS_MODULE": "bench.settings", "PYTHONPATH": paths}
    process = subprocess.Popen([sys.executable, "-c", START, str(port), str(processes)], env={**os.environ, **more})
    try:
        wait_for(port)
        yield port
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int) -> None:
    """Until the bare page answers."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            if ask(port, "GET", "/ping").status == 200:
                return
        except OSError:
            if time.monotonic() > until:
                raise
        time.sleep(0.1)


def logged_in(port: int, username: str, password: str) -> str:
    """The cookies of somebody who logged in through the login page."""
    cookies = cookies_of(ask(port, "GET", "/login/"))
    form = {"username": username, "password": password, "csrfmiddlewaretoken": cookies["csrftoken"]}
    cookies |= cookies_of(ask(port, "POST", "/login/", urlencode(form), cookies))
    if "sessionid" not in cookies:
        raise ValueError("Nobody is logged in.")
    return header(cookies)


def ask(port: int, method: str, path: str, body: str | None = None, cookies: dict | None = None):
    """One request on a connection of its own."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    headers = {"Cookie": header(cookies or {}), "Content-Type": "application/x-www-form-urlencoded"}
    line.request(method, path, body, headers)
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer


def cookies_of(answer) -> dict[str, str]:
    """Cookies an answer sets."""
    told = (SimpleCookie(line) for line in answer.headers.get_all("Set-Cookie") or ())
    return {name: morsel.value for each in told for name, morsel in each.items()}


def header(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())
