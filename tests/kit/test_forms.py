"""Forms: nothing typed is lost, nothing is done twice, no is said with its reason."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError

from tests.people import account
from zhijia.core.org.models import Kind, User
from zhijia.kit import forms as kit
from zhijia.kit.models import Sent
from zhijia.kit.once import once
from zhijia.kit.pages.forms import blame

pytestmark = [pytest.mark.urls("tests.kit.rooms"), pytest.mark.django_db]
FORM = "/kit/form/"


def token(response) -> str:
    return re.search(r'name="kit_once" value="(\w{32})"', response.content.decode())[1]


def made() -> list[str]:
    return list(User.objects.filter(username__startswith="made-").values_list("name", flat=True))


def test_what_is_sound_is_carried_out_and_told_with_a_way_back(at_desk):
    response = at_desk.post(FORM, {"name": "新单位", "kit_once": token(at_desk.get(FORM))}, follow=True)
    assert response.redirect_chain == [("/kit/unions/", 302)]
    assert made() == ["新单位"]
    page = response.content.decode()
    assert "已保存。" in page
    assert re.search(r'<form method="post" class="inline" action="/kit/undo/">.*?撤销', page)


def test_the_same_form_sent_twice_is_carried_out_once(at_desk):
    sent = {"name": "新单位", "kit_once": token(at_desk.get(FORM))}
    at_desk.post(FORM, sent)
    again = at_desk.post(FORM, sent, follow=True)
    assert made() == ["新单位"]
    assert again.redirect_chain == [("/kit/unions/", 302)]
    assert "这个表单已经提交过了，没有重复办理。" in again.content.decode()


def test_two_forms_are_two_acts(at_desk):
    for _ in range(2):
        at_desk.post(FORM, {"name": "新单位", "kit_once": token(at_desk.get(FORM))})
    assert made() == ["新单位", "新单位"]


def test_a_refused_form_may_be_sent_again(at_desk):
    """The refusal takes its token back with everything else."""
    first = token(at_desk.get(FORM))
    refused = at_desk.post(FORM, {"name": "不行", "money": "12.5", "kit_once": first})
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "这个名称已经有单位用了，请换一个。" in page
    assert 'value="不行"' in page
    assert 'value="12.5"' in page
    assert made() == []
    at_desk.post(FORM, {"name": "行", "kit_once": first})
    assert made() == ["行"]


def test_what_is_wrong_is_listed_first_and_linked_to_its_field(at_desk):
    response = at_desk.post(FORM, {"name": "", "on": "去年春天", "money": "很多"})
    page = response.content.decode()
    assert response.status_code == 422
    assert page.index('role="alert"') < page.index("<form method=\"post\" class=\"sheet\"")
    assert '<a href="#id_on">日期：请填日期，如 2021-03-05。</a>' in page
    assert '<a href="#id_money">金额（元）：请填金额，如 500 或 500.50。</a>' in page
    assert '<a href="#id_name">名称：请填写。</a>' in page
    assert 'value="去年春天"' in page
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_on_error"' in page
    assert 'id="id_on_error"' in page


def test_without_a_token_from_us_the_browser_is_not_believed(mill, alice):
    from tests.kit.conftest import browser

    client = browser(alice)
    client.handler.enforce_csrf_checks = True
    assert client.post(FORM, {"name": "新单位"}).status_code == 403
    assert made() == []


@pytest.mark.parametrize("typed", ["2021-03-05", "2021-3-5", "2021.3.5", "2021/3/5", "2021年3月5日", "20210305"])
def test_days_as_people_type_them(typed):
    assert kit.DayField().clean(typed) == date(2021, 3, 5)


@pytest.mark.parametrize(("typed", "meant"), [
    ("1,200 元", Decimal("1200")), ("１".replace("１", "1") + "7.25", Decimal("17.25")), ("1\u00a0000", Decimal("1000")),
    ("￥500.5", Decimal("500.5")),
])
def test_money_as_people_type_it(typed, meant):
    assert kit.MoneyField().clean(typed) == meant


@pytest.mark.parametrize("typed", ["-1", "1.234", "很多", "1e9", "NaN"])
def test_money_that_is_none(typed):
    with pytest.raises(ValidationError):
        kit.MoneyField(max_digits=8).clean(typed)


def test_choices_are_read_in_chinese():
    few = kit.ChoiceField(choices=[("VISIT", "走访"), ("生育", "Birth")])
    assert few.choices == [("VISIT", "走访"), ("生育", "生育")]
    assert isinstance(few.widget, forms.RadioSelect)
    many = kit.ChoiceField(choices=Kind.choices)
    assert many.choices[:2] == [("", "请选择"), ("省总工会", "省总工会")]


def test_only_the_kinds_of_file_asked_for(at_desk):
    from django.core.files.uploadedfile import SimpleUploadedFile

    wrong = at_desk.post("/kit/upload/", {"file": SimpleUploadedFile("名单.exe", b"MZ")})
    assert "只收 .xlsx 文件，收到的是“名单.exe”。" in wrong.content.decode()
    right = at_desk.post("/kit/upload/", {"file": SimpleUploadedFile("名单.XLSX", b"PK")})
    assert right["Location"] == "/kit/preview/"


def test_the_act_may_complain_about_a_field():
    class Named(kit.Form):
        name = forms.CharField(label="名称")

    form = Named({"name": "x"})
    assert form.is_valid()
    blame(form, ValidationError({"name": ["已有同名。"], "hidden": ["还缺一项。"]}))
    assert form.errors == {"name": ["已有同名。"], "__all__": ["还缺一项。"]}


class TestLookup:
    """Who is meant by a name."""

    def test_one_match_is_taken(self, at_desk, alice):
        assert at_desk.post("/kit/who/", {"who": "艾"})["Location"] == f"/kit/unions/{alice.user_id}/"

    def test_several_are_asked_about(self, at_desk):
        account("wf1", "王芳")
        second = account("wf2", "王芳")
        page = at_desk.post("/kit/who/", {"who": "王芳"}).content.decode()
        assert "“王芳”有不止一个人，请写全其中一个：王芳 · wf1；王芳 · wf2。" in page
        assert at_desk.post("/kit/who/", {"who": "王芳 · wf2"})["Location"] == f"/kit/unions/{second.user_id}/"

    def test_nobody_is_said_and_the_words_are_kept(self, at_desk):
        page = at_desk.post("/kit/who/", {"who": "<b>无此人"}).content.decode()
        assert "找不到“&lt;b&gt;无此人”" in page
        assert 'value="&lt;b&gt;无此人"' in page

    def test_suggestions_come_from_the_same_address(self, at_desk):
        account("wf1", "王芳<i>")
        response = at_desk.get("/kit/who/", {"suggest": "who", "who": "王"})
        assert response.content.decode() == '<option value="王芳&lt;i&gt; · wf1"></option>'
        assert at_desk.get("/kit/who/", {"suggest": "who", "who": ""}).content == b""
        assert "走访谁" in at_desk.get("/kit/who/", {"suggest": "nothing"}).content.decode()


def test_a_question_is_carried_out_on_yes_only(at_desk):
    asked = at_desk.get("/kit/confirm/")
    assert "签发后不能改。" in asked.content.decode()
    assert made() == []
    at_desk.post("/kit/confirm/", {"kit_once": token(asked)})
    assert made() == ["确认的人"]


@pytest.mark.django_db(transaction=True)
def test_a_failed_act_leaves_no_token():
    def fail():
        raise RuntimeError

    with pytest.raises(RuntimeError):
        once("a" * 32, fail)
    assert not Sent.objects.exists()
    assert once("a" * 32, lambda: "/there/") == ("/there/", True)
    assert once("a" * 32, fail) == ("/there/", False)


class Long(kit.Form):
    name = forms.CharField(max_length=2)
    note = forms.CharField(max_length=2, required=False)
    later = ("note",)


def test_what_may_wait_is_folded_away_until_it_says_something():
    def shown(form):
        return [bound.name for bound in form.first_fields()], [bound.name for bound in form.later_fields()], form.later_says()

    assert shown(Long()) == (["name"], ["note"], False)
    assert shown(Long(initial={"note": "三"})) == (["name"], ["note"], True)
    assert shown(Long({"name": "一", "note": "一二三"})) == (["name"], ["note"], True)


def test_complaints_are_in_our_words():
    assert Long({"name": "一二三"}).errors["name"] == ["最多 2 个字，现在有 3 个。"]


def test_a_number_no_column_holds_is_refused_by_the_form_and_the_largest_is_not():
    class Counted(kit.Form):
        heads = kit.CountField(label="人数")

    assert Counted({"heads": "9" * 20}).errors["heads"] == ["不能大于 2147483647。"]
    assert Counted({"heads": "2147483647"}).is_valid()
