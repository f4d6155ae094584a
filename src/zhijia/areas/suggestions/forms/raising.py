"""Asking for a suggestion: three things at first, the rest folded away; a title like an earlier one is asked about."""

import re
from decimal import Decimal
from functools import partial

from django import forms
from django.utils import timezone

from zhijia.areas.suggestions import queries, rules
from zhijia.areas.suggestions.actions import Maker
from zhijia.kit.asking import NamesField, UnionForm
from zhijia.kit.forms import DayField, FileField, Form, WordsField

SHARED = re.compile(r"(.+?)(?:[\s:：]+([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*[%％]?|([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*[%％])")
LINES = re.compile(r"[\n、，,；;]+")
WITHIN = "一行一个，姓名后可写贡献比例，如“李娜 40”；都不写就平分。"


def who(person) -> str:
    """A person told apart from a namesake: 王芳 · 一车间."""
    return f"{person} · {person.union}"


class MakersField(NamesField):
    """People with their shares: 王芳 60、李娜 40; without shares they share alike, `beside` more who are not named here."""

    def __init__(self, *, beside: int = 0, **kwargs):
        self.beside = beside
        kwargs.setdefault("help_text", WITHIN)
        super().__init__(label_of=who, **kwargs)

    def to_python(self, value):
        told = [_shared(part.strip()) for part in LINES.split(value or "") if part.strip()]
        people = super().to_python("\n".join(name for name, _ in told))
        if len(people) < len(told):
            raise forms.ValidationError("同一个人写了两次，请核对。")
        shares = [share for _, share in told]
        if all(share is None for share in shares):
            shares = rules.equal_shares(len(people) + self.beside)[self.beside :] if people else []
        if None in shares or any(share <= 0 for share in shares):
            raise forms.ValidationError("请给每个人都写上大于 0 的比例，或者都不写（平分）。")
        return [Maker(person, person.name, share) for person, share in zip(people, shares, strict=True)]


def _shared(part: str) -> tuple[str, Decimal | None]:
    found = SHARED.fullmatch(part)
    return (found[1].strip(), Decimal(found[2] or found[3])) if found else (part, None)


class WordsForm(Form):
    """What every suggestion says."""

    title = forms.CharField(label="题目", max_length=80)
    problem = WordsField(label="现状问题", max_length=2000, lines=3)
    measure = WordsField(label="建议措施", max_length=2000, lines=3)
    expected = forms.CharField(label="预期效益", max_length=200, required=False)
    hidden = forms.BooleanField(
        label="不向管理方公开姓名", required=False, help_text="评估、公示和各种表上都写“匿名”，只有工会办理的人能看到是谁。"
    )
    later: tuple[str, ...] = ("kind", "expected", "hidden")

    def __init__(self, union, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plain, *small = queries.kinds(union, timezone.localdate())
        choices = [("", plain), *((kind, kind) for kind in small)]
        self.fields["kind"] = forms.ChoiceField(label="类别", choices=choices, required=False)

    def clean_kind(self):
        return self.cleaned_data["kind"] or rules.PLAIN_KIND


class NewForm(WordsForm):
    """A new suggestion; one like an earlier one is shown that first (可能重复)."""

    anyway = forms.BooleanField(label="与上面的不同，仍要提出", required=False)
    later = ("kind", "expected", "colleagues", "number", "hidden")

    def __init__(self, union, *args, **kwargs):
        super().__init__(union, *args, **kwargs)
        self.union = union
        self.asking = self.fields.pop("anyway")
        if self.data.get(self.add_prefix("anyway")):
            self.fields["anyway"] = self.asking

    def clean(self):
        told = super().clean()
        sure = told.pop("anyway", False)
        near = queries.alike(self.union, told["title"]) if told.get("title") and not sure else []
        if near:
            self.fields["anyway"] = self.asking
            known = "；".join(f"{each.title}（{each.number}，{each.stage}）" for each in near)
            self.add_error(None, f"可能有人提过：{known}。确实不同的，请勾选“{self.asking.label}”再提交。")
        return told


class OwnForm(NewForm):
    """One's own suggestion, on a phone."""

    def __init__(self, person, *args, **kwargs):
        super().__init__(person.union, *args, **kwargs)
        self.fields["colleagues"] = MakersField(
            label="合作人和比例", required=False, beside=1, lines=2, find=partial(queries.colleagues, person),
            help_text="同单位一起想出来的人，一行一个，如“李娜 40”；剩下的是您自己的，都不写比例就平分。",
        )


class SlipForm(NewForm):
    """A suggestion from a paper slip, written down by the office."""

    def __init__(self, actor, union, *args, **kwargs):
        super().__init__(union, *args, **kwargs)
        self.fields["makers"] = MakersField(label="建议人", lines=1, find=partial(queries.people, actor))
        self.fields["raised_on"] = DayField(label="提出日期", initial=timezone.localdate)
        self.fields["number"] = forms.CharField(label="编号", max_length=20, required=False, help_text="不填就自动编号。")
        self.order_fields(("makers", "raised_on", "title", "problem", "measure", "kind", "expected", "number", "hidden"))


class CorrectForm(WordsForm):
    """What may be corrected."""

    def __init__(self, union, *args, own=False, **kwargs):
        super().__init__(union, *args, **kwargs)
        if self.initial.get("kind") == rules.PLAIN_KIND:
            del self.initial["kind"]
        if not own:
            self.fields["raised_on"] = DayField(label="提出日期")
        if not own and self.initial.get("hidden"):
            del self.fields["hidden"]


class AuthorsForm(Form):
    """Who made a suggestion, with their shares."""

    def __init__(self, actor, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["makers"] = MakersField(label="建议人", find=partial(queries.people, actor))


class ListForm(UnionForm):
    """A list for a union."""

    power = "suggestions.raise"


class UploadForm(ListForm):
    """A register to bring in."""

    upload = FileField(label="建议登记簿", kinds=(".xlsx", ".xls", ".csv", ".docx"))


class PasteForm(ListForm):
    """Lines pasted from a chat."""

    on = DayField(label="提出日期", initial=timezone.localdate)
    lines = WordsField(
        label="接龙内容", lines=10, max_length=20000,
        help_text="一行一条：姓名 题目：措施。前面的序号不要紧，下一步还会请您核对。",
    )
