"""A year with sealed things in it, lived in a home of its own by a process of its own; test_plaintext.py then reads the disk.

Run as `python -m tests.house.protected FOLDER`: writes the words that must be found nowhere to FOLDER/words.json.
"""

import json
import os
import sys
from datetime import date
from pathlib import Path

DAY = date(2025, 3, 8)
PEOPLE = 30


def numbers(serial: int) -> tuple[str, str]:
    """A sound identity number and a phone."""
    from tests.house.kept import id_number

    return id_number(serial), f"1387766{serial:04d}"


def live(folder: Path) -> dict:
    """The year; answers {"sealed": words to be found nowhere, "plain": words that prove the search finds}."""
    from zhijia.core.org.actor import actor_of
    from zhijia.core.org.models import Union, User
    from zhijia.site import first, start

    start.prepare()
    first.found(
        name="红旗纺织厂工会", kind="基层工会", code="mill", region="全国", chair="艾丽", under=None, today=DAY,
    )
    union, chair = Union.objects.get(code="mill"), actor_of(User.objects.get().pk, today=date(2026, 1, 1))
    sealed = roster(chair, union, folder)
    sealed += hardship(chair, union)
    browsed(chair, sealed)
    return {"sealed": sealed, "plain": ["织工007", "艾丽"]}


def roster(chair, union, folder) -> list[str]:
    """Thirty people brought in from a file, then again with other phones, so that old rows are kept for undo."""
    from zhijia.areas.members import actions, queries

    words = [number for n in range(PEOPLE) for number in numbers(n)]
    brought(chair, union, folder / "first.csv", [numbers(n) for n in range(PEOPLE)])
    changed = [(numbers(n)[0], f"1398877{n:04d}") for n in range(PEOPLE)]
    brought(chair, union, folder / "second.csv", changed)
    person = queries.visible(chair).order_by("id").first()
    actions.correct(chair, person, phone="13512348888", why="本人换号")
    return [*words, *(phone for _, phone in changed), "13512348888"]


def brought(chair, union, path, rows):
    from zhijia.core.files.storing import discard, store
    from zhijia.kit.area import importer

    lines = [f"织工{n:03d},男,{id_no},{phone},是" for n, (id_no, phone) in enumerate(rows)]
    path.write_text("\n".join(["姓名,性别,身份证号,联系电话,是否会员", *lines]), encoding="utf-8")
    with path.open("rb") as file:
        store(union, "名册.csv", file, chair)
    kept = importer("roster")
    kept.write(chair, union, kept.judge(chair, union, path, name=path.name, options={}, today=DAY))
    with path.open("rb") as file:
        discard(store(union, "再来一份.csv", file, chair))
    path.unlink()


def hardship(chair, union) -> list[str]:
    """A hardship file with a family, a visit, one watched, one paired: all with words nobody else may read."""
    from zhijia.areas.care import actions as care
    from zhijia.areas.care.rules import StepKind, VisitKind, Way
    from zhijia.areas.members import queries

    person, other = queries.visible(chair).order_by("id")[:2]
    file = care.apply(
        chair, union=union, person=person, on=DAY, income="1234567", story="丈夫早逝独自抚养", health="慢性肾衰竭透析",
        address="柳荫巷十七号", bank="6222029876543210987",
    )
    care.describe(chair, file, on=DAY, story="孩子重病住院手术")
    care.add_family(chair, file, relation="子", name="顾念慈", id_no=numbers(77)[0], health="先天性心脏病")
    care.record_visit(
        chair, union=union, person=person, on=DAY, kind=VisitKind.SICK, way=Way.CASH, amount=300, reason="胃切除手术后休养",
        asked="请求减免住院费用", note="家属情绪低落不安",
    )
    watch = care.watch(chair, union=union, person=other, on=DAY, reason="酗酒打架多次旷工", helper="艾丽")
    care.take_step(chair, watch, kind=StepKind.TALK, on=DAY, what="谈到夫妻准备离婚")
    care.pair(chair, union=union, on=DAY, person=person, helper=other, content="每月陪同透析两次")
    return [
        "1234567", "丈夫早逝独自抚养", "慢性肾衰竭透析", "柳荫巷十七号", "6222029876543210987", "孩子重病住院手术", "顾念慈",
        numbers(77)[0], "先天性心脏病", "胃切除手术后休养", "请求减免住院费用", "家属情绪低落不安", "酗酒打架多次旷工",
        "谈到夫妻准备离婚", "每月陪同透析两次",
    ]


def browsed(chair, sealed):
    """The pages that show, search, export and refuse sealed words; one that breaks; a backup while they lie in the WAL."""
    from django.conf import settings
    from django.test import Client

    from tests.house.visitors import session_of
    from zhijia.areas.care import actions as care
    from zhijia.core.database import backup

    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(chair)
    for url in (
        "/members/", f"/members/?q={sealed[0]}", "/members/?export=xlsx", "/members/book/?export=docx", "/care/files/1/",
        "/care/files/book/?export=csv", "/care/visits/book/?export=xlsx", "/care/watches/1/", f"/nowhere/?q={sealed[0]}",
    ):
        response = client.get(url)
        b"".join(response.streaming_content) if response.streaming else response.content
    client.post("/members/1/reveal/", {"purpose": "核对补助名单"})
    typed = {"on": "2025-03-09", "story": sealed[-1], "health": sealed[-2], "bank": sealed[0]}
    care.describe, kept = _broken, care.describe
    client.post("/care/files/1/facts/", typed)
    care.describe = kept
    client.post("/care/files/1/facts/", {**typed, "on": "not a day"})
    client.post("/care/files/1/stop/", typed)
    backup.backup(None)


def _broken(actor, file, **told):
    raise RuntimeError("planted: an act that breaks with sealed words in its hands")


def main() -> int:
    folder = Path(sys.argv[1])
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "zhijia.site.settings"
    django.setup()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]
    (folder / "words.json").write_text(json.dumps(live(folder), ensure_ascii=False), encoding="utf-8")
    os._exit(0)  # as a power cut would: nothing is put away


if __name__ == "__main__":
    sys.exit(main())
