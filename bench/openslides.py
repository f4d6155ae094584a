"""The same sixty voters in OpenSlides 3.3, where one is running (docs/operate/measured.md says how to start it).

Kinder to it than to us: its voters have logged in beforehand and send one request each, ours open the door and send four.
"""

import http.client
import json
import secrets
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from threading import Barrier
from time import perf_counter

PATIENCE, LOGINS = 60, 6  # seconds; log-ins at a time
CSRF, COMMITTEES = "OpenSlidesCsrfToken", 5
ADMIN = ("admin", "admin")
POLL = {
    "title": "bench", "type": "pseudoanonymous", "pollmethod": "YNA", "onehundred_percent_base": "YNA",
    "majority_method": "simple", "groups_id": [COMMITTEES],
}


class Visitor:
    """Someone logged in, on one connection."""

    def __init__(self, port: int, name: str, password: str):
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.cookies: dict[str, str] = {}
        self.ask("GET", "/apps/users/login/")
        self.ask("POST", "/apps/users/login/", {"username": name, "password": password})

    def ask(self, method: str, path: str, told: dict | None = None):
        """What is answered, as JSON; a refusal ends the measurement."""
        headers = {
            "Content-Type": "application/json", "Cookie": "; ".join(f"{name}={each}" for name, each in self.cookies.items()),
            "X-CSRFToken": self.cookies.get(CSRF, ""),
        }
        self.line.request(method, path, None if told is None else json.dumps(told), headers)
        answer = self.line.getresponse()
        body = answer.read()
        if answer.status not in (200, 201):
            raise ValueError(f"{path}: {answer.status} {body[:200]!r}")
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(cookie).items()}
        return json.loads(body)

    def made(self, path: str, told: dict) -> int:
        """The key of what was made."""
        changed = self.ask("POST", path, told)["autoupdate"]["changed"]
        return max(each["id"] for each in changed[path.removeprefix("/rest/").rstrip("/")])


def measure(port: int, voters: int, rounds: int) -> list[dict]:
    """{"last", "shown" (seconds)} of every round."""
    admin, mark = Visitor(port, *ADMIN), secrets.token_hex(3)
    names = [f"{mark}{number}" for number in range(voters)]
    for name in names:
        about = {"last_name": name, "groups_id": [COMMITTEES], "is_active": True, "is_present": True}
        admin.ask("POST", "/rest/users/user/", {"username": name, "default_password": name, **about})
    motion = admin.made("/rest/motions/motion/", {"title": "bench", "text": "bench", "workflow_id": 1})
    with ThreadPoolExecutor(LOGINS) as pool:
        people = list(pool.map(lambda name: Visitor(port, name, name), names))
    return [_round(admin, people, motion) for _ in range(rounds)]


def _round(admin, people, motion) -> dict:
    poll = admin.made("/rest/motions/motion-poll/", {"motion_id": motion, **POLL})
    path, start = f"/rest/motions/motion-poll/{poll}/", Barrier(len(people) + 1)
    admin.ask("POST", f"{path}start/", {})

    def vote(person, choice):
        start.wait()
        person.ask("POST", f"{path}vote/", {"data": choice})
        return perf_counter()

    with ThreadPoolExecutor(len(people)) as pool:
        waiting = [pool.submit(vote, person, "YNA"[number % 3]) for number, person in enumerate(people)]
        start.wait()
        began = perf_counter()
        last = max(each.result() for each in waiting)
    admin.ask("POST", f"{path}stop/", {})
    if float(admin.ask("GET", path)["votesvalid"]) != len(people):
        raise ValueError("Votes are missing.")
    return {"last": last - began, "shown": perf_counter() - last}
