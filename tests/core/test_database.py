"""The database is set so that nothing is lost, and a roster gets in at the speed of the driver."""

import gc
import time
import uuid
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps.registry import Apps
from django.core.checks import run_checks
from django.db import IntegrityError, connection, connections, models, transaction
from django.db.backends.sqlite3.base import DatabaseWrapper

from zhijia.core.database.bulk import bulk_load
from zhijia.core.database.profile import (
    OPTIONS,
    _system_of,
    empty_journal,
    on_network,
    require_profile,
    shortcomings,
)
from zhijia.core.private.blind import blind
from zhijia.core.private.fields import BlindIndex, EncryptedText
from zhijia.core.refused import Refused


class Hand(models.Model):
    """A worker with columns of every sort."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True)
    number = models.CharField(max_length=10, unique=True)
    name = models.CharField(max_length=20)
    born = models.DateField(null=True)
    pay = models.DecimalField(max_digits=10, decimal_places=2, default=Decimal("0.00"))
    member = models.BooleanField(default=True)
    tags = models.JSONField(default=list)
    phone = EncryptedText("手机", blank=True)
    phone_blind = BlindIndex("phone")
    boss = models.ForeignKey("self", models.PROTECT, null=True)
    made_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "database"
        apps = Apps()


COLUMNS = ("number", "name", "born", "phone")
BOB = ("001", "老鲍", date(1966, 5, 1), "13800000001")
DAN = ("002", "老丹", None, "")


@pytest.fixture(scope="module", autouse=True)
def table(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(Hand)
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(Hand)


def hands(*names):
    return list(Hand.objects.order_by("number").values_list(*names))


# --- bulk


def test_rows_loaded_read_as_if_they_had_been_saved(db):
    assert bulk_load(Hand, COLUMNS, iter([BOB, DAN])) == 2
    loaded = Hand.objects.get(number="001")
    saved = Hand(number="003", name="老鲍", born=BOB[2], phone=BOB[3])
    saved.save()
    saved.refresh_from_db()
    told = ("name", "born", "pay", "member", "tags", "phone", "phone_blind", "boss", "seen_at")
    assert [getattr(loaded, f) for f in told] == [getattr(saved, f) for f in told]
    assert abs((saved.made_at - loaded.made_at).total_seconds()) < 60
    assert Hand.objects.get(number="002").phone == ""
    assert len(set(hands("uid"))) == 3


def test_every_sort_of_value_arrives(db):
    bulk_load(Hand, COLUMNS, [BOB])
    boss, moment = Hand.objects.get(), datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
    uid = uuid.uuid4()
    columns = ("uid", "number", "name", "pay", "member", "tags", "boss_id", "seen_at")
    bulk_load(Hand, columns, [(uid, "004", "丁", Decimal("12.50"), False, ["劳模"], boss.pk, moment)])
    four = Hand.objects.get(number="004")
    assert (four.uid, four.pay, four.member, four.tags, four.boss, four.seen_at) == (
        uid, Decimal("12.50"), False, ["劳模"], boss, moment,
    )


def test_phones_are_sealed_and_found_blind(db):
    bulk_load(Hand, COLUMNS, [BOB, DAN])
    assert Hand.objects.get(phone_blind=blind("138 0000 0001")).number == "001"
    assert BOB[3] not in "\n".join(connection.connection.iterdump())


def test_one_bad_row_lets_none_in(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        bulk_load(Hand, COLUMNS, [BOB, DAN, BOB], chunk=1)
    assert hands("number") == []


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_each_chunk_stands_for_itself():
    with pytest.raises(IntegrityError):
        bulk_load(Hand, COLUMNS, [BOB, DAN, BOB], chunk=2)
    assert hands("number") == [("001",), ("002",)]
    Hand.objects.all().delete()


def test_a_column_that_is_none_is_a_mistake(db):
    with pytest.raises(ValueError, match="no column salary"):
        bulk_load(Hand, ("number", "salary"), [])
    assert bulk_load(Hand, COLUMNS, []) == 0


def test_loading_stays_near_the_driver_and_far_from_model_objects(db):
    """The measured ratio stands in `make bench`; here only the order of size is held."""
    rows = [(uuid.uuid4(), f"{n:07}", "张三", None, "0.00", True, "[]", n) for n in range(20_000)]
    columns = ("uid", "number", "name", "born", "pay", "member", "tags", "seen_at")

    def load():
        return bulk_load(Hand, columns[:6], (row[:6] for row in rows))

    def objects():
        return Hand.objects.bulk_create(
            [Hand(**dict(zip(columns[:6], row, strict=False))) for row in rows], batch_size=5000
        )

    assert _seconds(objects) > 1.5 * _seconds(load)


def _seconds(act):
    gc.collect()
    start = time.perf_counter()
    with transaction.atomic():
        act()
        transaction.set_rollback(True)
    return time.perf_counter() - start


# --- profile


def opened(tmp_path, **changes):
    """A connection to a database file, set as told."""
    settings = {**connection.settings_dict, "NAME": tmp_path / "a.sqlite3", "OPTIONS": dict(OPTIONS)}
    return DatabaseWrapper({**settings, **changes}, alias="profiled")


def pragma(changed):
    """Our profile with one thing changed."""
    return {"init_command": f"{OPTIONS['init_command']}PRAGMA {changed};"}


@pytest.mark.django_db
def test_our_own_profile_is_in_force(tmp_path):
    ours = opened(tmp_path)
    assert shortcomings(ours) == []
    require_profile(ours)
    ours.close()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("options", "told"),
    [
        (pragma("synchronous=NORMAL"), "synchronous 应为 FULL，现为 1"),
        (pragma("journal_mode=DELETE"), "journal_mode 应为 WAL，现为 delete"),
        (pragma("secure_delete=OFF"), "secure_delete 应为 ON，现为 0"),
        ({"transaction_mode": "DEFERRED"}, "transaction_mode 应为 IMMEDIATE"),
        ({"timeout": 5}, "timeout 应为 20 秒"),
    ],
)
def test_a_profile_that_could_lose_records_is_refused(tmp_path, options, told):
    wrong = opened(tmp_path, OPTIONS={**OPTIONS, **options})
    assert shortcomings(wrong) == [told]
    with pytest.raises(Refused, match="为防丢失资料不予启动"):
        require_profile(wrong)
    wrong.close()


def test_what_was_deleted_is_in_no_file_once_the_journal_is_emptied(tmp_path):
    base = opened(tmp_path)
    with base.cursor() as cursor:
        for statement in ("CREATE TABLE t (x)", "INSERT INTO t VALUES ('bookmark-of-a-ballot')", "DELETE FROM t"):
            cursor.execute(statement)
    held = [file.name for file in tmp_path.iterdir() if b"bookmark-of-a-ballot" in file.read_bytes()]
    empty_journal(base)
    assert len(held) == 1 and held[0].endswith("-wal")
    assert [file.name for file in tmp_path.iterdir() if b"bookmark-of-a-ballot" in file.read_bytes()] == []



@pytest.mark.django_db
def test_requests_wrapped_in_transactions_are_refused(tmp_path):
    assert shortcomings(opened(tmp_path, ATOMIC_REQUESTS=True)) == ["ATOMIC_REQUESTS 应关闭"]


@pytest.mark.parametrize("place", [r"\\server\share\zhijia.sqlite3", "//server/share/zhijia.sqlite3"])
def test_a_database_on_another_computer_is_refused_before_it_is_opened(place):
    there = DatabaseWrapper({**connection.settings_dict, "NAME": place}, alias="far")
    with pytest.raises(Refused, match="网络共享盘"):
        require_profile(there)
    assert there.connection is None


def test_a_mounted_share_is_known_by_its_mount(tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\n//nas/union /mnt/union\\040share cifs rw 0 0\n")
    assert _system_of(Path("/mnt/union share/zhijia/data/a.sqlite3"), mounts) == "cifs"
    assert _system_of(Path("/home/alice/zhijia/data/a.sqlite3"), mounts) == "ext4"
    assert _system_of(Path("/x"), tmp_path / "none") == ""
    assert not on_network(tmp_path)


@pytest.mark.django_db
def test_the_system_check_reports_it(monkeypatch):
    assert [e for e in run_checks(tags=["database"], databases=["default"]) if e.id == "database.E001"] == []
    monkeypatch.setattr(connections["default"], "transaction_mode", "DEFERRED")
    found = [e.msg for e in run_checks(tags=["database"], databases=["default"]) if e.id == "database.E001"]
    assert found == ["transaction_mode 应为 IMMEDIATE"]
