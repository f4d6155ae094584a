"""What Bob tells his union stays between them: sealed in its row, found without opening, shown in part."""

import os
import stat
import time
import uuid

import pytest
from django.apps.registry import Apps
from django.core.exceptions import FieldError, ValidationError
from django.db import IntegrityError, connection, models
from hypothesis import given
from hypothesis import strategies as st

from zhijia.core.home import Home, home, key_lines, parse_keys
from zhijia.core.private.blind import blind, normalised
from zhijia.core.private.fields import BlindIndex, EncryptedText, Sealed
from zhijia.core.private.keys import Key, reread, ring
from zhijia.core.private.masking import mask_bank, mask_id, mask_name, mask_phone
from zhijia.core.private.register import HOUSE, Personal, registered, unknown, unregistered
from zhijia.core.private.rotate import new_key, remaining, rotate
from zhijia.core.private.sealing import open_, place, seal, sealer
from zhijia.core.refused import Refused

BOBS = "11010519491231002X"


class Paper(models.Model):
    """A file about one person, as a room would keep it."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=20)
    number = EncryptedText("身份证号", max_length=18, blank=True)
    illness = EncryptedText("病情", blank=True)
    number_blind = BlindIndex("number", unique=True)

    class Meta:
        app_label = "private"
        apps = Apps()


@pytest.fixture(scope="module", autouse=True)
def table(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(Paper)
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(Paper)


@pytest.fixture
def own_home(tmp_path, monkeypatch):
    """A home of this test alone, so that its keys may be lost or changed."""
    monkeypatch.setenv("ZHIJIA_HOME", str(tmp_path / "home"))
    return home()


def raw(column):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM private_paper ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


# --- columns


def test_bobs_number_reads_back_and_stands_nowhere_in_the_table(db):
    Paper.objects.create(name="老鲍", number=BOBS, illness="尘肺二期")
    bob = Paper.objects.get()
    assert (bob.name, bob.number, bob.illness) == ("老鲍", BOBS, "尘肺二期")
    dumped = "\n".join(connection.connection.iterdump())
    assert "老鲍" in dumped
    assert BOBS not in dumped and "尘肺" not in dumped and BOBS.encode().hex() not in dumped.lower()


def test_nothing_is_kept_as_null_and_reads_as_nothing(db):
    Paper.objects.create(name="老鲍")
    Paper.objects.create(name="老丹", number=None)
    assert [p.number for p in Paper.objects.all()] == ["", ""]
    assert raw("number") == [None, None] == raw("number_blind")
    assert Paper.objects.filter(number__isnull=True).count() == 2


def test_a_ciphertext_copied_to_carols_row_does_not_open(db):
    bob = Paper.objects.create(name="老鲍", illness="尘肺二期")
    carol = Paper.objects.create(name="凯若", illness="无")
    Paper.objects.filter(pk=carol.pk).update(illness=bytes(raw("illness")[0]))
    assert Paper.objects.get(pk=bob.pk).illness == "尘肺二期"
    with pytest.raises(Refused, match="被改动过或被挪到了别处"):
        _ = Paper.objects.get(pk=carol.pk).illness


def test_the_same_text_is_sealed_differently_each_time_and_place(db):
    Paper.objects.create(name="老鲍", illness="尘肺二期")
    Paper.objects.create(name="老丹", illness="尘肺二期")
    assert len(set(raw("illness"))) == 2


def test_saving_what_did_not_change_writes_the_same_bytes(db):
    Paper.objects.create(name="老鲍", number=BOBS, illness="尘肺二期")
    before = raw("number"), raw("illness")
    bob = Paper.objects.get()
    assert bob.illness == "尘肺二期"
    bob.name = "鲍师傅"
    bob.save()
    assert (raw("number"), raw("illness")) == before
    bob.illness = "尘肺三期"
    bob.save()
    assert raw("number") == before[0] and raw("illness") != before[1]
    assert Paper.objects.get().illness == "尘肺三期"


def test_a_copy_of_a_row_is_sealed_to_its_own_place(db):
    bob = Paper.objects.create(name="老鲍", illness="尘肺二期")
    bob.pk, bob.uid = None, uuid.uuid4()
    bob.save()
    assert [p.illness for p in Paper.objects.all()] == ["尘肺二期", "尘肺二期"]


def test_plain_text_cannot_slip_in_by_update_nor_be_asked_for(db):
    Paper.objects.create(name="老鲍", illness="尘肺二期")
    with pytest.raises(TypeError):
        Paper.objects.update(illness="尘肺三期")
    with pytest.raises(FieldError):
        Paper.objects.filter(illness="尘肺二期").exists()
    with pytest.raises(FieldError):
        Paper.objects.filter(illness__contains="肺").exists()
    with pytest.raises(TypeError):
        Paper.objects.filter(number_blind=BOBS).exists()


def test_rows_without_their_record_hold_ciphertext(db):
    made = Paper.objects.create(name="老鲍", illness="尘肺二期")
    (value,) = Paper.objects.values_list("illness", flat=True)
    assert type(value) is Sealed
    assert open_(value, Paper._meta.get_field("illness").place(made.uid)) == "尘肺二期"


def test_a_long_number_is_told_to_the_person_who_typed_it(db):
    with pytest.raises(ValidationError) as told:
        Paper(name="老鲍", number="1" * 19).full_clean()
    assert list(told.value.message_dict) == ["number"]
    Paper(name="老鲍", number="1" * 18).full_clean()


def test_bulk_create_seals_too(db):
    Paper.objects.bulk_create([Paper(name="老鲍", number=BOBS), Paper(name="老丹")])
    assert [p.number for p in Paper.objects.order_by("id")] == [BOBS, ""]
    assert Paper.objects.get(number_blind=blind(BOBS)).name == "老鲍"


# --- blind lookup


def test_bob_is_found_however_his_number_is_typed(db):
    Paper.objects.create(name="老鲍", number=BOBS)
    Paper.objects.create(name="老丹")
    spellings = [BOBS, BOBS.lower(), " 110105 19491231 002x ", "１１０１０５１９４９１２３１００２ｘ"]
    for typed in (*spellings, "\u200b" + BOBS):
        assert [p.name for p in Paper.objects.filter(number_blind=blind(typed))] == ["老鲍"]
    assert not Paper.objects.filter(number_blind=blind("110105194912310021")).exists()


def test_asking_for_nothing_finds_nobody(db):
    Paper.objects.create(name="老丹")
    assert not Paper.objects.filter(number_blind=blind("")).exists()
    assert not Paper.objects.filter(number_blind=blind(None)).exists()
    assert not Paper.objects.filter(number_blind__in=[blind(" ")]).exists()


def test_one_number_belongs_to_one_person(db):
    Paper.objects.create(name="老鲍", number=BOBS)
    with pytest.raises(IntegrityError):
        Paper.objects.create(name="冒名", number=BOBS.lower())


def test_a_blind_value_follows_its_source(db):
    bob = Paper.objects.create(name="老鲍", number=BOBS)
    bob.number = ""
    bob.save()
    assert raw("number_blind") == [None]


@given(st.text(alphabet="0123456789Xx", min_size=1, max_size=19), st.data())
def test_every_spelling_of_a_number_is_one(number, data):
    wide = str.maketrans("0123456789Xx", "０１２３４５６７８９Ｘｘ")
    gap = st.sampled_from(["", " ", "\u3000", "\xa0", "\t"])
    typed = "".join(
        data.draw(gap) + data.draw(st.sampled_from([c, c.translate(wide)])) for c in number
    )
    assert normalised(typed) == number.upper()
    assert blind(typed) == blind(number)


# --- keys


def test_the_key_lies_outside_the_database_folder_for_its_owner_alone(own_home):
    ring()
    assert own_home.database.parent not in own_home.master_key_file.parents
    assert stat.S_IMODE(own_home.master_key_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(own_home.folder.stat().st_mode) == 0o700
    assert own_home.key_mark.read_text().strip() == ring().current.id.hex()


def test_a_wrong_key_is_said_in_one_sentence(own_home):
    blob = seal("尘肺二期", b"here")
    assert open_(blob, b"here") == "尘肺二期"
    own_home.master_key_file.write_text(key_lines([os.urandom(32)]))
    own_home.key_mark.unlink()
    reread()
    with pytest.raises(Refused, match="另一把密钥"):
        open_(blob, b"here")


def test_a_lost_key_is_never_quietly_replaced(own_home):
    ring()
    kept = own_home.master_key_file.read_text()
    own_home.master_key_file.unlink()
    with pytest.raises(Refused, match="找不到密钥文件"):
        reread()
    assert not own_home.master_key_file.exists()
    own_home.master_key_file.write_text(kept)
    reread()


def test_the_key_of_another_home_is_refused(own_home):
    ring()
    own_home.master_key_file.write_text(key_lines([os.urandom(32)]))
    with pytest.raises(Refused, match="不是这个数据库的那一把"):
        reread()


@pytest.mark.parametrize("damage", ["", "abc", "00000000 AAAA", "swap"])
def test_a_key_copied_wrongly_from_paper_is_named(own_home, damage):
    ring()
    text = own_home.master_key_file.read_text()
    wrong = text[:12] + ("A" if text[12] != "A" else "B") + text[13:] if damage == "swap" else damage
    own_home.master_key_file.write_text(wrong)
    with pytest.raises(Refused, match="空的|第 1 行校验不符"):
        parse_keys(own_home.master_key_file)


def test_two_processes_starting_at_once_agree_on_one_key(tmp_path):
    first, second = Home(tmp_path).prepare(), Home(tmp_path).prepare()
    assert first.master_keys() == second.master_keys()
    assert first.secret_key == second.secret_key
    assert sorted(f.name for f in (tmp_path / "keys").iterdir()) == ["master.key", "secret.key"]


def test_an_altered_value_is_refused_at_every_byte(own_home):
    blob = seal("尘肺二期", b"here")
    for at in range(len(blob)):
        with pytest.raises(Refused):
            open_(blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1:], b"here")
    with pytest.raises(Refused, match="残缺"):
        open_(blob[:20], b"here")


def test_every_purpose_has_a_key_of_its_own():
    key = Key(b"k" * 32)
    made = {key.derive(purpose) for purpose in ("fields", "blind", "files", "canary")} | {key.secret}
    assert len(made) == 5


def test_sealing_a_roster_takes_microseconds_a_value():
    column, uids = sealer("t", "c"), [uuid.uuid4() for _ in range(20_000)]

    def best(act):
        return min(_timed(act) for _ in range(3)) / len(uids)

    blobs = [column(BOBS, uid) for uid in uids]
    assert best(lambda: [column(BOBS, uid) for uid in uids]) < 20e-6
    assert best(lambda: [open_(b, place("t", "c", u)) for b, u in zip(blobs, uids, strict=True)]) < 20e-6


def _timed(act):
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


# --- rotation


def test_a_new_key_takes_over_row_by_row_even_when_interrupted(db, own_home, monkeypatch):
    monkeypatch.setattr("zhijia.core.private.rotate.CHUNK", 4)
    for n in range(10):
        Paper.objects.create(name=f"第{n}位", number=f"{n}" * 18, illness="无" if n % 2 else "")
    old = ring().current
    new = new_key()

    class Unplugged(Exception):
        pass

    def unplug(done, total, message):
        if done >= 4:
            raise Unplugged

    with pytest.raises(Unplugged):
        rotate(old, new, progress=unplug, chosen=[Paper])
    assert remaining(Paper, old) == 6
    seen = []
    assert rotate(old, new, progress=lambda *told: seen.append(told[:2]), chosen=[Paper]) == 6
    assert seen == [(4, 6), (6, 6)]
    own_home.master_key_file.write_text(key_lines([new.secret]))
    reread()
    assert [p.number for p in Paper.objects.order_by("id")] == [f"{n}" * 18 for n in range(10)]
    assert [p.illness for p in Paper.objects.order_by("id")] == ["", "无"] * 5
    assert Paper.objects.get(number_blind=blind("3" * 18)).name == "第3位"


def test_rotation_needs_both_keys(own_home):
    old = ring().current
    with pytest.raises(ValueError):
        rotate(old, Key(os.urandom(32)), chosen=[Paper])


# --- masking


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张三", "张*"), ("张三丰", "张*"), ("欧阳修", "欧阳*"), ("欧阳", "欧*"), ("阿依古丽·买买提", "阿*"),
        ("张", "*"), ("", ""),
    ],
)
def test_a_name_shows_the_family_only(name, shown):
    assert mask_name(name) == shown


def test_numbers_show_their_end_only():
    assert mask_phone("138 1234 5678") == "****5678"
    assert mask_id(BOBS) == "****2X"
    assert mask_bank("6222 0000 1111 2222 333") == "****2333"
    assert (mask_phone(""), mask_phone("110"), mask_id("12")) == ("", "****", "****")


# --- the register


def test_an_encrypted_field_nobody_answers_for_is_found():
    class Plate:
        key = "care"
        personal = {"care.Case.nothing": Personal("困难职工", "核对身份", "同意", "结案后 3 年")}

    declared = registered([Plate])
    assert unknown(declared) == ["care.Case.nothing"]
    assert set(unregistered({})) - set(unregistered(HOUSE)) == {"files.StoredFile.name"}
    with pytest.raises(ValueError):
        registered([Plate, Plate])


def test_a_model_without_a_uid_is_told_before_it_loses_anything():
    class Bare(models.Model):
        note = EncryptedText()

        class Meta:
            app_label = "private"
            apps = Apps()

    assert [problem.id for problem in Bare._meta.get_field("note").check()] == ["private.E001"]
    assert Paper._meta.get_field("illness").check() == []
