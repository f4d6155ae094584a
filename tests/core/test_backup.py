"""A backup that was never restored is none: every story here ends in records read back, or in a clear no."""

import hashlib
import io
import json
import os
import shutil
import threading
import zipfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from zhijia.core.database.backup import backup, check, restore
from zhijia.core.database.backup.archive import DATABASE, DIGITS, MANIFEST, SEAL, opened
from zhijia.core.database.backup.making import WORKING, last_backup
from zhijia.core.database.backup.sqlite import complaints, connect
from zhijia.core.files.models import StoredFile
from zhijia.core.files.storing import store
from zhijia.core.home import Home, home, key_lines
from zhijia.core.org.models import Kind, Union
from zhijia.core.private.keys import reread
from zhijia.core.private.sealing import open_bytes
from zhijia.core.refused import Refused

TEXTS = [f"第{n}份困难证明".encode() * (n + 1) for n in range(3)]


@pytest.fixture
def mill_home(db, tmp_path, monkeypatch):
    """The home of a mill's union: a database on disk, three stored files, a key."""
    monkeypatch.setenv("ZHIJIA_HOME", str(tmp_path / "mill"))
    mill = Union.objects.create(code="mill", name="红旗纺织厂工会", kind=Kind.BASIC)
    for text in TEXTS:
        store(mill, "证明.txt", io.BytesIO(text))
    place = home()
    with closing(connect(place.database)) as disk:
        disk.executescript("PRAGMA journal_mode=WAL;" + "\n".join(connection.connection.iterdump()))
    return place


@pytest.fixture
def new_home(mill_home, tmp_path):
    """A new computer, to which the key was carried by hand."""
    place = Home(tmp_path / "new").prepare()
    shutil.copy(mill_home.master_key_file, place.master_key_file)
    return place


def dump(place):
    with closing(connect(place.database)) as disk:
        return list(disk.iterdump())


def contents(place):
    return {p.relative_to(place.files): p.read_bytes() for p in place.files.rglob("*") if p.is_file()}


def nothing_in(place):
    staging = place.folder / "restoring"
    return not place.database.exists() and not any(place.files.iterdir()) and not staging.exists()


# --- there and back


def test_everything_comes_back_on_a_new_computer(mill_home, new_home):
    made = backup()
    told = restore(made, new_home)
    assert (told["restored"], told["files"]) == (str(made), 3)
    assert dump(new_home) == dump(mill_home)
    assert contents(new_home) == contents(mill_home)
    assert new_home.key_mark.read_text() == mill_home.key_mark.read_text()
    assert not (new_home.folder / "restoring").exists()
    stored = StoredFile.objects.order_by("id")
    blobs = [(new_home.files / s.path.relative_to(mill_home.files)).read_bytes() for s in stored]
    assert [open_bytes(blob, s.place, "files") for blob, s in zip(blobs, stored, strict=True)] == TEXTS


def test_a_backup_holds_neither_key_nor_protected_text(mill_home):
    with zipfile.ZipFile(backup()) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        names = archive.namelist()
    key = reread().current.secret
    assert key not in everything and mill_home.master_key_file.read_bytes()[9:] not in everything
    assert mill_home.secret_key.encode() not in everything
    assert "困难证明".encode() not in everything and "红旗纺织厂工会".encode() in everything
    assert sorted(names)[-2:] == [MANIFEST, SEAL] and DATABASE in names and len(names) == 6


def test_the_manifest_says_what_is_inside(mill_home):
    with opened(backup()) as (archive, manifest):
        assert manifest.rows["org_union"] == 1 and manifest.rows["files_storedfile"] == 3
        assert manifest.key == reread().current.id.hex()
        assert {n: hashlib.sha256(archive.read(n)).hexdigest() for n in manifest.parts} == {
            n: part.sha256 for n, part in manifest.parts.items()
        }


def test_progress_is_told_to_the_end(mill_home, new_home):
    seen = []
    watch = {"progress": lambda *told: seen.append(told)}
    restore(backup(**watch), new_home, **watch)
    last = {message: (done, total) for done, total, message in seen}
    assert list(last) == ["复制数据库", "装入附件", "核对备份文件", "取出备份"]
    assert all(done == total > 0 for done, total in last.values())


def test_a_backup_taken_while_others_write_is_of_one_moment(mill_home, tmp_path):
    """Two sums are always changed together; a snapshot between the two changes would show."""
    with closing(connect(mill_home.database)) as disk:
        disk.executescript("CREATE TABLE purse (id INTEGER PRIMARY KEY, yuan INTEGER, note TEXT);")
        disk.executemany("INSERT INTO purse (yuan, note) VALUES (0, ?)", [("x" * 3000,)] * 3000)
    stop, moves = threading.Event(), []

    def spend():
        with closing(connect(mill_home.database)) as disk:
            while not stop.is_set():
                disk.execute("BEGIN IMMEDIATE")
                disk.execute("UPDATE purse SET yuan = yuan - 1 WHERE id = 1")
                disk.execute("UPDATE purse SET yuan = yuan + 1 WHERE id = 3000")
                disk.execute("COMMIT")
                moves.append(1)

    writer = threading.Thread(target=spend)
    writer.start()
    try:
        made = [backup(tmp_path / f"{n}.zjb") for n in range(5)]
    finally:
        stop.set()
        writer.join()
    assert len(moves) > 5
    assert [_purse(file, tmp_path) for file in made] == [0] * 5


def _purse(file, tmp_path):
    with zipfile.ZipFile(file) as archive:
        copy = Path(archive.extract(DATABASE, tmp_path / file.stem))
    with closing(connect(copy)) as disk:
        return disk.execute("SELECT SUM(yuan) FROM purse").fetchone()[0]


# --- where it goes


def test_only_the_last_backups_are_kept(mill_home):
    made = [backup(keep=3) for _ in range(5)]
    assert sorted(mill_home.backups.iterdir()) == made[2:]


def test_a_backup_may_go_to_a_stick_and_never_over_another(mill_home, tmp_path):
    stick = tmp_path / "stick"
    with pytest.raises(Refused, match="没有这个文件夹"):
        backup(stick / "a.zjb")
    stick.mkdir()
    made = backup(stick / "a.zjb")
    assert made == stick / "a.zjb" and backup(stick).parent == stick
    with pytest.raises(Refused, match="已经存在"):
        backup(stick / "a.zjb")
    assert list(mill_home.backups.iterdir()) == []
    assert last_backup(mill_home)[1].parent == stick


def test_nothing_half_made_stays_behind(mill_home, tmp_path):
    class Unplugged(Exception):
        pass

    def unplug(done, total, message):
        if message == "装入附件":
            raise Unplugged

    with pytest.raises(Unplugged):
        backup(tmp_path / "a.zjb", progress=unplug)
    assert [p.name for p in tmp_path.iterdir()] == ["mill"]
    assert not list(mill_home.data.glob(f"{WORKING}*")) and last_backup(mill_home) is None


def test_what_a_killed_backup_left_is_cleared_a_day_later(mill_home):
    old, young = mill_home.data / f"{WORKING}old", mill_home.data / f"{WORKING}young"
    for left in (old, young):
        left.mkdir()
    yesterday = timezone.now().timestamp() - 25 * 3600
    os.utime(old, (yesterday, yesterday))
    backup()
    assert (old.exists(), young.exists()) == (False, True)


def test_a_damaged_database_is_not_backed_up_over_good_ones(mill_home):
    good = backup(keep=1)
    spoil(mill_home)
    with pytest.raises(Refused, match="数据库自检没有通过"):
        backup(keep=1)
    assert list(mill_home.backups.iterdir()) == [good]


def test_an_empty_home_has_nothing_to_back_up(tmp_path, monkeypatch):
    monkeypatch.setenv("ZHIJIA_HOME", str(tmp_path / "empty"))
    with pytest.raises(Refused, match="还没有资料"):
        backup()


def spoil(place):
    """A row that points at nothing, as a careless hand with a database tool leaves it."""
    with closing(connect(place.database)) as disk:
        disk.execute("UPDATE files_storedfile SET union_id = 999")


# --- damaged, forged, wrong


def test_every_flipped_byte_is_noticed(mill_home, new_home, tmp_path):
    whole = backup().read_bytes()
    spots = [len(whole) * n // 20 for n in range(20)] + [0, len(whole) - 1, len(whole) - DIGITS - 1]
    for at in spots:
        flipped = tmp_path / "flipped.zjb"
        flipped.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1:])
        with pytest.raises(Refused, match="不完整或已损坏"):
            restore(flipped, new_home)
        assert nothing_in(new_home)


def test_every_truncated_file_is_noticed(mill_home, new_home, tmp_path):
    whole = backup().read_bytes()
    for length in (0, 1, DIGITS, len(whole) // 2, len(whole) - 1, len(whole) + 1):
        short = tmp_path / "short.zjb"
        short.write_bytes((whole + b"\0")[:length])
        with pytest.raises(Refused, match="不完整或已损坏"):
            restore(short, new_home)
        assert nothing_in(new_home)


def forged(made, target, change):
    """The archive written anew with a changed member and a fresh hash at its end, as a skilled hand would."""
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        new.comment = b"sha256:" + b"0" * DIGITS
    body = target.read_bytes()[:-DIGITS]
    target.write_bytes(body + hashlib.sha256(body).hexdigest().encode())
    return target


def test_a_forged_backup_is_refused_even_with_a_fresh_hash(mill_home, new_home, tmp_path):
    made = backup()

    def richer(name, data):
        red, black = "红旗纺织厂工会".encode(), "黑旗纺织厂工会".encode()
        return data.replace(red, black) if name == DATABASE else data

    def richer_with_manifest(name, data):
        if name != MANIFEST:
            return richer(name, data)
        told = json.loads(data)
        with zipfile.ZipFile(made) as old:
            changed = richer(DATABASE, old.read(DATABASE))
        told["parts"][DATABASE] = {"size": len(changed), "sha256": hashlib.sha256(changed).hexdigest()}
        return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True).encode()

    with pytest.raises(Refused, match="不完整或已损坏"):
        restore(forged(made, tmp_path / "1.zjb", richer), new_home)
    with pytest.raises(Refused, match="清单被人改过"):
        restore(forged(made, tmp_path / "2.zjb", richer_with_manifest), new_home)
    assert nothing_in(new_home)
    assert restore(forged(made, tmp_path / "3.zjb", lambda name, data: data), new_home)["files"] == 3


@pytest.mark.parametrize("name", ["../../evil", "/etc/evil", "files/../evil", "data/other.sqlite3"])
def test_a_backup_cannot_write_outside_its_home(mill_home, new_home, tmp_path, name):
    def astray(member, data):
        if member != MANIFEST:
            return data
        told = json.loads(data)
        told["parts"][name] = told["parts"][DATABASE]
        return json.dumps(told).encode()

    with pytest.raises(Refused, match="不完整或已损坏"):
        restore(forged(backup(), tmp_path / "astray.zjb", astray), new_home)
    assert nothing_in(new_home)


def test_a_backup_of_a_newer_program_asks_for_the_newer_program(mill_home, new_home, tmp_path):
    def newer(name, data):
        return data.replace(b'"format": 1', b'"format": 2') if name == MANIFEST else data

    with pytest.raises(Refused, match="先升级程序"):
        restore(forged(backup(), tmp_path / "newer.zjb", newer), new_home)


@pytest.mark.parametrize("text", [b"", b"hello", b"PK\x03\x04" + b"0" * 200])
def test_what_is_no_backup_is_refused(new_home, tmp_path, text):
    other = tmp_path / "other.zjb"
    other.write_bytes(text)
    with pytest.raises(Refused, match="不完整或已损坏"):
        restore(other, new_home)
    with pytest.raises(Refused, match="没有找到备份文件"):
        restore(tmp_path / "none.zjb", new_home)


def test_without_its_key_the_way_to_it_is_told(mill_home, new_home):
    made = backup()
    new_home.master_key_file.unlink()
    with pytest.raises(Refused, match="密钥不在备份里。请把原来电脑上的密钥文件 master.key 复制到"):
        restore(made, new_home)
    assert nothing_in(new_home) and not new_home.master_key_file.exists()


def test_with_another_key_the_right_one_is_named(mill_home, new_home):
    made = backup()
    new_home.master_key_file.write_text(key_lines([os.urandom(32)]))
    with pytest.raises(Refused, match=f"需要编号 {reread().current.id.hex()} 的密钥"):
        restore(made, new_home)
    assert nothing_in(new_home)


def test_an_older_key_in_the_file_opens_an_older_backup(mill_home, new_home):
    made = backup()
    new_home.master_key_file.write_text(key_lines([os.urandom(32), reread().current.secret]))
    assert restore(made, new_home)["files"] == 3


def test_a_home_with_records_is_never_overwritten(mill_home, new_home):
    made = backup()
    before = dump(mill_home), contents(mill_home)
    with pytest.raises(Refused, match="已有资料"):
        restore(made, mill_home)
    assert (dump(mill_home), contents(mill_home)) == before
    (new_home.files / "ab").mkdir()
    with pytest.raises(Refused, match="已有附件"):
        restore(made, new_home)


def test_a_database_without_a_single_table_does_not_count_as_records(mill_home, new_home):
    made = backup()
    with closing(connect(new_home.database)) as disk:
        disk.execute("PRAGMA journal_mode=WAL")
    assert new_home.database.exists()
    restore(made, new_home)
    assert dump(new_home) == dump(mill_home)


def test_a_restore_that_was_cut_off_can_be_done_again(mill_home, new_home, monkeypatch):
    made = backup()
    real = os.replace

    def power_cut(source, target):
        if Path(target) == new_home.database:
            raise KeyboardInterrupt
        real(source, target)

    monkeypatch.setattr("zhijia.core.database.backup.restoring.os.replace", power_cut)
    with pytest.raises(KeyboardInterrupt):
        restore(made, new_home)
    assert not new_home.database.exists()
    monkeypatch.undo()
    monkeypatch.setenv("ZHIJIA_HOME", str(mill_home.folder))
    restore(made, new_home)
    assert (dump(new_home), contents(new_home)) == (dump(mill_home), contents(mill_home))


# --- is all well?


def findings():
    return [(each.area, str(each)) for each in check()]


def test_a_home_in_order_has_no_findings(mill_home):
    assert findings() == []
    backup()
    assert findings() == []


def test_a_file_that_was_changed_lost_or_forgotten_is_found(mill_home):
    first, second, _ = StoredFile.objects.order_by("id")
    first.path.write_bytes(first.path.read_bytes()[:-1] + b"\0\0")
    second.path.unlink()
    extra = mill_home.files / "ab" / ("ab" * 16)
    extra.parent.mkdir(exist_ok=True)
    extra.write_bytes(b"x")
    assert [area for area, _ in findings()] == ["files", "files"]
    yesterday = timezone.now().timestamp() - 25 * 3600
    os.utime(extra, (yesterday, yesterday))
    told = dict.fromkeys(message for _, message in findings())
    assert list(told)[0].startswith(f"附件 {second.pk}：附件“证明.txt”的内容不在文件夹里")
    assert list(told)[1].startswith(f"附件 {first.pk}：一项加密资料被改动过")
    assert list(told)[2].startswith("附件文件夹里有 1 个没有登记的文件（例如 files/ab/abab")


def test_a_backup_too_long_ago_is_found(mill_home):
    backup()
    told = json.loads(mill_home.last_backup.read_text())
    told["at"] = (timezone.now() - timedelta(days=9)).isoformat()
    mill_home.last_backup.write_text(json.dumps(told))
    assert findings() == [("backup", "已有 9 天没有备份，请运行 zhijia backup。")]


def test_never_a_backup_is_found_after_a_week(mill_home):
    long_ago = timezone.now().timestamp() - 9 * 24 * 3600
    assert mill_home.secret_key
    os.utime(mill_home.secret_key_file, (long_ago, long_ago))
    assert findings() == [("backup", "还从未备份，请运行 zhijia backup。")]


def test_a_backup_that_is_gone_is_found(mill_home):
    backup().unlink()
    assert [area for area, _ in findings()] == ["backup"]


def test_a_key_others_can_read_or_that_is_gone_is_found(mill_home):
    mill_home.master_key_file.chmod(0o644)
    assert [area for area, _ in findings()] == ["key"]
    mill_home.master_key_file.chmod(0o600)
    kept = mill_home.master_key_file.read_text()
    mill_home.master_key_file.unlink()
    assert findings()[0][0] == "key" and "找不到密钥文件" in findings()[0][1]
    mill_home.master_key_file.write_text(kept)


def test_a_profile_out_of_force_is_found(mill_home):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 1")
        try:
            assert findings() == [("profile", "数据库设置：timeout 应为 20 秒")]
        finally:
            cursor.execute("PRAGMA busy_timeout = 20000")


def test_a_damaged_or_dangling_database_is_found(mill_home):
    with closing(connect(mill_home.database)) as disk:
        assert complaints(disk) == []
    spoil(mill_home)
    with closing(connect(mill_home.database)) as disk:
        assert complaints(disk) == ["files_storedfile 里有记录指向不存在的 org_union"]
    damage = bytearray(mill_home.database.read_bytes())
    damage[8192:8192 + 2048] = b"\xff" * 2048
    mill_home.database.write_bytes(damage)
    with closing(connect(mill_home.database)) as disk:
        assert all(told.startswith("数据库内部损坏") for told in complaints(disk)) and complaints(disk)
