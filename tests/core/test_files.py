"""Papers handed in: judged by what they are, sealed on disk, given out as downloads only."""

import hashlib
import io
import os
import stat
import zipfile
from types import SimpleNamespace

import openpyxl
import pytest
from django.db import transaction

from zhijia.core.files.content import CSV, DOCX, JPEG, PDF, PNG, TXT, XLS, XLSX, judge
from zhijia.core.files.digest import digest_of
from zhijia.core.files.models import StoredFile
from zhijia.core.files.rotate import rotate_files
from zhijia.core.files.storing import clean_name, discard, download, open_file, same, store
from zhijia.core.home import home, key_lines
from zhijia.core.org.models import Kind, Union
from zhijia.core.private.keys import reread
from zhijia.core.private.rotate import new_key, rotate
from zhijia.core.refused import Refused

TEXT = "张桂英 走访 500 元".encode()


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("ZHIJIA_HOME", str(tmp_path / "home"))
    return home()


@pytest.fixture
def mill(db):
    return Union.objects.create(code="mill", name="红旗纺织厂工会", kind=Kind.BASIC)


def keep(union, data=TEXT, name="走访名单.txt", **options):
    return store(union, name, io.BytesIO(data), **options)


def zipped(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def sheet():
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def ole(stream):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + stream.encode("utf-16-le") + b"\0\0"


def test_a_file_comes_back_as_it_was_handed_in(mill):
    kept = StoredFile.objects.get(pk=keep(mill).pk)
    assert (kept.name, kept.mime, kept.size, kept.union) == ("走访名单.txt", "text/plain", len(TEXT), mill)
    assert open_file(kept) == TEXT


def test_neither_content_nor_name_lies_open_on_disk(mill, own_home):
    kept = keep(mill)
    assert kept.path.relative_to(own_home.files).parts == (kept.uid.hex[:2], kept.uid.hex)
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    on_disk = b"".join(p.read_bytes() for p in own_home.files.rglob("*") if p.is_file())
    assert TEXT[:9] not in on_disk and "走访".encode() not in on_disk
    assert [p.name for p in own_home.files.rglob("*") if p.is_file()] == [kept.uid.hex]


def test_two_files_cannot_change_places(mill):
    one, two = keep(mill), keep(mill, b"other")
    os.replace(two.path, one.path)
    with pytest.raises(Refused, match="挪到了别处"):
        open_file(one)


def test_an_altered_or_missing_file_is_said(mill):
    kept = keep(mill)
    blob = bytearray(kept.path.read_bytes())
    blob[-1] ^= 1
    kept.path.write_bytes(blob)
    with pytest.raises(Refused, match="被改动过"):
        open_file(kept)
    kept.path.unlink()
    with pytest.raises(Refused, match="走访名单.txt”的内容不在文件夹里"):
        open_file(kept)


@pytest.mark.parametrize(
    ("data", "name", "content"),
    [
        (sheet(), "a.exe", XLSX),
        (zipped("[Content_Types].xml", "word/document.xml"), "a.xlsx", DOCX),
        (ole("Workbook"), "a", XLS),
        (b"%PDF-1.7 ...", "a.txt", PDF),
        (b"\xff\xd8\xff\xe0....", "a.png", JPEG),
        (b"\x89PNG\r\n\x1a\n....", "a.jpg", PNG),
        ("姓名,金额\n张三,500".encode("gb18030"), "名单.CSV", CSV),
        ("\ufeff一、走访".encode(), "记录.md", TXT),
    ],
)
def test_the_content_decides_what_a_file_is(data, name, content):
    assert judge(data, name) == content


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "空的"),
        (zipped("a.txt"), "压缩包"),
        (zipped("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "宏"),
        (sheet()[:-200], "损坏"),
        (ole("EncryptedPackage"), "密码"),
        (ole("WordDocument"), "docx"),
        (ole("Nothing"), "不能识别"),
        (b"<html><table><tr><td>1", "网页"),
        ("\ufeff<?xml version='1.0'?><svg onload=x>".encode(), "网页"),
        (b"MZ\x90\x00\x03", "不能识别"),
        (b"\x7fELF\x02\x01\x01\x00", "不能识别"),
    ],
)
def test_what_we_do_not_take_is_refused_with_a_way_out(data, reason):
    with pytest.raises(Refused, match=reason):
        judge(data, "a.xlsx")


def test_a_file_over_the_cap_is_refused_and_nothing_is_kept(mill, own_home):
    assert keep(mill, b"x" * 100, cap=100).size == 100
    with pytest.raises(Refused, match="文件超过"):
        keep(mill, b"x" * 101, cap=100)
    assert StoredFile.objects.count() == 1 == sum(p.is_file() for p in own_home.files.rglob("*"))


def test_a_download_can_neither_run_nor_be_shown_in_our_pages(mill):
    data = sheet()
    answer = download(keep(mill, data, "困难职工 一.xlsx"))
    assert answer.content == data
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Content-Type"].endswith("spreadsheetml.sheet")
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("..\\..\\走访.exe", "走访.txt"),
        ("/etc/passwd", "passwd.txt"),
        ("a\r\nSet-Cookie: x.txt", "aSet-Cookie: x.txt"),
        ("\u202etxt.exe", "txt.txt"),
        ("...", "未命名.txt"),
        ("长" * 300, "长" * 146 + ".txt"),
    ],
)
def test_a_name_loses_folders_tricks_and_false_endings(given, kept):
    assert clean_name(given, ".txt") == kept


def test_the_same_file_is_recognised_without_keeping_its_hash(mill):
    kept = keep(mill)
    assert same(mill, TEXT) == kept
    assert same(mill, TEXT + b" ") is None
    assert kept.digest == digest_of(TEXT) != hashlib.sha256(TEXT).hexdigest()


def test_who_handed_it_in_is_kept(mill, django_user_model):
    alice = django_user_model.objects.create(username="alice", name="艾丽", password="!")
    assert keep(mill, by=SimpleNamespace(user_id=alice.pk)).added_by == alice


@pytest.mark.django_db(transaction=True)
def test_content_goes_only_when_the_row_is_surely_gone():
    mill = Union.objects.create(code="mill", name="红旗纺织厂工会", kind=Kind.BASIC)
    kept = keep(mill)
    with transaction.atomic():
        discard(kept)
        assert kept.path.exists()
        transaction.set_rollback(True)
    assert open_file(StoredFile.objects.get()) == TEXT
    discard(StoredFile.objects.get())
    assert not kept.path.exists()


def test_files_follow_a_new_key(mill, own_home):
    kept = [keep(mill, f"第{n}份".encode()) for n in range(3)]
    old = reread().current
    new = new_key()
    rotate(old, new, chosen=[StoredFile])
    assert rotate_files() == 3
    assert rotate_files() == 0
    own_home.master_key_file.write_text(key_lines([new.secret]))
    reread()
    again = list(StoredFile.objects.order_by("id"))
    assert [open_file(f).decode() for f in again] == ["第0份", "第1份", "第2份"]
    assert [f.name for f in again] == [f.name for f in kept]
    assert same(mill, "第1份".encode()) == again[1]
