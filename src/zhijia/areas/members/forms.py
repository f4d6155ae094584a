"""Turns what people type about people, memberships and the organisation into values."""

from django import forms
from django.utils import timezone

from zhijia.areas.members import queries
from zhijia.areas.members.models import Committee, Standing
from zhijia.areas.members.rules import applications as steps
from zhijia.areas.members.rules import membership
from zhijia.core.org.models import Kind, Role, Union
from zhijia.core.org.scope import unions
from zhijia.kit.asking import UnionForm
from zhijia.kit.forms import ChoiceField, CountField, DayField, FileField, Form, PhoneField, WordsField
from zhijia.kit.lookups import BETWEEN, LookupField
from zhijia.kit.sheet import cells
from zhijia.kit.sheet.dates import read_date

AT_WORK = [(s, s) for s in (Standing.WORKING, Standing.EARLY, Standing.WAITING)]
ENDINGS = [("转出", "转到别的单位"), ("转为保留", "保留会籍（失业等）"), ("退会", "退会")]


def who(person) -> str:
    """A person told apart from others of the name, for a box that suggests."""
    return f"{person}{BETWEEN}{person.union}"


class ToldField(forms.CharField):
    """A date as precise as it is known: 2003, 2003-10, 2003年10月20日."""

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "max_length": 20, "help_text": "可以只填年份或年月，如 2003-10。", **kwargs})

    def clean(self, value):
        told, wrong = read_date(super().clean(value))
        if wrong:
            raise forms.ValidationError("看不懂的日期，请写成 2003、2003-10 或 2003-10-20。")
        return told or ""


class IdField(forms.CharField):
    """An identity number: full-width digits, blanks and a small x are put right."""

    def __init__(self, **kwargs):
        attrs = {"autocomplete": "off", "inputmode": "text"}
        super().__init__(**{"required": False, "max_length": 30, "widget": forms.TextInput(attrs=attrs), **kwargs})

    def clean(self, value):
        return cells.code(super().clean(value)) or ""


class Phone(PhoneField):
    """A phone number as people type it."""

    def clean(self, value):
        return cells.phone(super().clean(value)) or ""


class FactsForm(Form):
    """Facts about a person."""

    name = forms.CharField(label="姓名", max_length=40)
    mark = forms.CharField(label="同名标记", max_length=10, required=False, help_text="与别人同名时写，如“大”“小”。")
    id_no = IdField(label="身份证号", help_text="加密保存；填了号码，性别和出生日期会自动填好。")
    sex = forms.ChoiceField(label="性别", choices=[("", "未填"), ("男", "男"), ("女", "女")], required=False)
    birth = ToldField(label="出生日期")
    nation = forms.CharField(label="民族", max_length=20, required=False)
    politics = forms.CharField(label="政治面貌", max_length=20, required=False)
    education = forms.CharField(label="文化程度", max_length=20, required=False)
    job = forms.CharField(label="岗位", max_length=40, required=False)
    employment = forms.CharField(label="用工形式", max_length=20, required=False)
    dispatched = forms.BooleanField(label="劳务派遣", required=False)
    phone = Phone(label="手机号码", required=False, help_text="加密保存。")
    joined_work = ToldField(label="参加工作时间")
    staff_from = DayField(label="到本单位日期", required=False)
    note = forms.CharField(label="备注", max_length=200, required=False)


class NewPersonForm(FactsForm, UnionForm):
    """Someone to put on the roll, with the membership if there is one."""

    power = "members.edit"
    member = forms.BooleanField(label="已是会员", required=False)
    joined = ToldField(label="入会时间")
    card_no = forms.CharField(label="会员证号", max_length=20, required=False)
    came_from = forms.CharField(
        label="转自", max_length=80, required=False, help_text="从别的单位转来的会员，填原工会名称。"
    )
    field_order = ("union", "name")


class CorrectForm(FactsForm):
    """What may be corrected about a person. Numbers already kept are not shown; left empty they stay as they are."""

    why = forms.CharField(label="更正原因", max_length=100, required=False)

    def __init__(self, person, *args, **kwargs):
        names = [name for name in self.base_fields if name not in ("id_no", "phone", "why")]
        super().__init__(*args, initial={name: getattr(person, name) for name in names}, **kwargs)
        if person.standing in dict(AT_WORK):
            self.fields["standing"] = ChoiceField(label="在岗情况", choices=AT_WORK, initial=person.standing)
        for name in ("id_no", "phone"):
            if getattr(person, f"{name.split('_')[0]}_blind"):
                self.fields[name].help_text = "已填，不显示；要改才填。"

    def clean(self):
        cleaned = super().clean()
        return {name: value for name, value in cleaned.items() if value or name not in ("id_no", "phone")}


class MoveForm(Form):
    """To which group of the same union, from which day."""

    on = DayField(label="日期", initial=timezone.localdate)

    def __init__(self, person, *args, **kwargs):
        super().__init__(*args, **kwargs)
        inside = Union.objects.filter(house=person.union.house, dissolved_on=None).exclude(pk=person.union_id)
        self.fields["to"] = forms.ModelChoiceField(inside.order_by("path"), label="调到", empty_label="请选择")
        self.order_fields(("to", "on"))


class LeaveForm(Form):
    """Retired, gone or dead: from which day, and what becomes of the membership."""

    kind = ChoiceField(label="办理", choices=[("退休", "退休"), ("离开", "离开单位"), ("去世", "去世")])
    on = DayField(label="日期", initial=timezone.localdate)
    why = forms.CharField(label="离开原因", max_length=20, required=False, help_text="离开单位时填，如 调出、辞职、合同到期。")
    membership = ChoiceField(label="会籍", choices=ENDINGS, required=False, help_text="离开单位时选；退休自动保留会籍。")
    place = forms.CharField(label="转往工会", max_length=80, required=False)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") == "离开" and not cleaned.get("why"):
            self.add_error("why", "请填写离开原因。")
        return cleaned


class WhyForm(Form):
    """A reason."""

    why = forms.CharField(label="说明", max_length=100)


class PurposeForm(Form):
    """For what a masked number is looked at."""

    purpose = forms.CharField(label="查看事由", max_length=100, help_text="会留下记录，本人可以看到谁在什么时候、为什么查看。")


class ChangeForm(Form):
    """A change of membership, among those the present state allows."""

    on = DayField(label="日期", initial=timezone.localdate)
    place = forms.CharField(label="转自、转往或事由", max_length=80, required=False)
    card_no = forms.CharField(label="会员证号", max_length=20, required=False)

    def __init__(self, state, *args, **kwargs):
        super().__init__(*args, **kwargs)
        allowed = [name for name in membership.changes(state) if name != "去世"]
        self.fields["kind"] = ChoiceField(label="办理", choices=[(name, name) for name in allowed])
        if state:
            del self.fields["card_no"]
        self.order_fields(("kind", "on"))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") in ("转出", "转入", "除名") and not cleaned.get("place"):
            self.add_error("place", "请填写转自、转往的工会，或除名的事由和批准单位。")
        return cleaned


class ApplyForm(Form):
    """An application to join."""

    on = DayField(label="申请日期", initial=timezone.localdate)
    reason = WordsField(label="申请理由", required=False, max_length=200)


class StepForm(Form):
    """The next step of an application."""

    on = DayField(label="日期", initial=timezone.localdate)
    words = forms.CharField(label="意见或理由", max_length=200, required=False)
    card_no = forms.CharField(label="会员证号", max_length=20, required=False)

    def __init__(self, asked, *args, **kwargs):
        super().__init__(*args, **kwargs)
        following = steps.following(asked.stage, in_group=asked.person.union.kind == Kind.GROUP)
        self.fields["stage"] = ChoiceField(label="办理", choices=[(s, s) for s in following], initial=following[0])
        if steps.CARD not in following:
            del self.fields["card_no"]
        if steps.REFUSED not in following:
            del self.fields["words"]
        self.order_fields(("stage", "on"))


class DayForm(Form):
    """A day."""

    on = DayField(label="日期", initial=timezone.localdate)


class RosterForm(UnionForm):
    """A roster to hand in."""

    power = "members.import"
    file = FileField(label="花名册文件", kinds=(".xlsx", ".xls", ".xlsm", ".csv", ".ods", ".docx"))


class FoundForm(Form):
    """A union, branch or group to found."""

    name = forms.CharField(label="名称", max_length=80)
    kind = ChoiceField(label="类型", choices=Kind.choices, initial=Kind.GROUP)
    on = DayField(label="建会时间", required=False)
    region = forms.CharField(label="地区", max_length=20, required=False, help_text="不填就与上级相同；政策标准按地区查。")


class RenameForm(Form):
    """A new name."""

    name = forms.CharField(label="新名称", max_length=80)
    on = DayField(label="日期", initial=timezone.localdate)


class PlaceForm(Form):
    """Another union within reach, and the day."""

    on = DayField(label="日期", initial=timezone.localdate)

    def __init__(self, actor, union, *args, name="to", label="转到", **kwargs):
        super().__init__(*args, **kwargs)
        others = unions(actor, "members.organise").exclude(path__startswith=union.path)
        self.fields[name] = forms.ModelChoiceField(others, label=label, empty_label="请选择")
        self.order_fields((name, "on"))


class DissolveForm(DayForm):
    """Why and when a union ends."""

    why = forms.CharField(label="原因", max_length=80)


class TermForm(UnionForm):
    """A committee for a term."""

    power = "members.organise"
    committee = ChoiceField(label="委员会", choices=Committee.choices, initial=Committee.UNION)
    number = CountField(label="届次", required=False)
    since = DayField(label="产生日期")
    years = forms.TypedChoiceField(label="任期", choices=[(5, "五年"), (3, "三年")], coerce=int)
    document = forms.CharField(label="批复文号", max_length=60, required=False)


class SeatForm(Form):
    """Who sits in a committee, as what."""

    name = forms.CharField(label="名册以外的人", max_length=40, required=False, help_text="行政方代表等不在名册里的，填姓名。")
    title = forms.CharField(label="职务", max_length=20, initial="委员", help_text="如 主席、副主席、主任、委员。")
    since = DayField(label="任职日期", initial=timezone.localdate)

    def __init__(self, actor, term, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"] = LookupField(
            label="委员", required=False, label_of=who, thing="职工",
            find=lambda text: queries.people_for_pick(actor, term.union, text),
        )
        self.order_fields(("person", "name", "title", "since"))


class AppointForm(UnionForm):
    """A post for someone who has an account."""

    power = "members.posts"
    role = ChoiceField(label="职责", choices=Role.choices)
    title = forms.CharField(label="职务名称", max_length=40, required=False, help_text="如 工会主席、财务委员。")
    since = DayField(label="任职日期", initial=timezone.localdate)

    def __init__(self, actor, *args, **kwargs):
        super().__init__(actor, *args, **kwargs)
        self.fields["holder"] = forms.ModelChoiceField(
            queries.accounts(actor), label="任职人", empty_label="请选择", help_text="没有账号的，先在职工页面开通账号。"
        )
        self.order_fields(("holder", "union", "role"))


class NewHolderForm(UnionForm):
    """A post for someone who is on no roll here."""

    power = "members.posts"
    name = forms.CharField(label="姓名", max_length=40)
    role = ChoiceField(label="职责", choices=Role.choices)
    title = forms.CharField(label="职务名称", max_length=40, required=False)
    since = DayField(label="任职日期", initial=timezone.localdate)


class HandOverForm(Form):
    """To whom a post passes, and when."""

    on = DayField(label="交接日期", initial=timezone.localdate)
    reason = forms.CharField(label="事由", max_length=200, required=False)

    def __init__(self, actor, post, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"] = forms.ModelChoiceField(
            queries.accounts(actor).exclude(pk=post.holder_id), label="接任人", empty_label="请选择"
        )
        self.order_fields(("to", "on"))


class RelieveForm(DayForm):
    """When and why a post ends."""

    reason = forms.CharField(label="事由", max_length=200, required=False)


class AccountForm(Form):
    """A name to log in with, or the account someone was given before the roll came in."""

    username = forms.CharField(
        label="账号", max_length=40, required=False, help_text="不填就用姓名的拼音首字母。"
    )

    def __init__(self, unclaimed, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if unclaimed.exists():
            self.fields["existing"] = forms.ModelChoiceField(
                unclaimed, label="已有账号", required=False, empty_label="没有，开新账号",
                help_text="本人已经用某个账号任职的，选那个账号，不再开新的。",
            )

    def clean_username(self):
        name = self.cleaned_data["username"].strip()
        if name and not name.isascii():
            raise forms.ValidationError("账号请用字母和数字。")
        return name
