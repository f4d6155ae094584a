"""Turns what people type about open affairs into values."""

import re
from datetime import date

from django import forms
from django.utils import timezone

from zhijia.areas.openness import queries, rules
from zhijia.areas.openness.rules import CheckKind, Duration, Line, Rhythm, Scope, Way
from zhijia.core.org.scope import unions
from zhijia.core.policy import explain, policy
from zhijia.kit.asking import UnionForm
from zhijia.kit.forms import ChoiceField, CountField, DayField, FileField, Form, WordsField, possible
from zhijia.kit.sheet.dates import read_date

KINDS = (".docx", ".xlsx", ".xls", ".csv", ".txt", ".pdf", ".jpg", ".png")
MOST_LINES = 200
NAMES = (
    "稿里提到受帮扶职工的姓名时才填，如：本人书面同意（3月5日签字）。没有理由，姓名不能公开；"
    "身份证号、手机号、银行卡号一律不能公开。"
)


def _choices(names) -> list[tuple[str, str]]:
    return [(str(name), str(name)) for name in names]


def names_field():
    return forms.CharField(label="公开受帮扶人姓名的理由", max_length=200, required=False, help_text=NAMES)


class MonthField(forms.DateField):
    """A month, told by any of its days."""

    widget = forms.DateInput(attrs={"type": "month"}, format="%Y-%m")

    def __init__(self, **kwargs):
        super().__init__(input_formats=("%Y-%m", "%Y.%m", "%Y年%m月", "%Y-%m-%d", "%Y/%m"), **kwargs)
        self.error_messages["invalid"] = "请填月份，如 2021-03。"

    def to_python(self, value):
        found = possible(super().to_python(value))
        return found and found.replace(day=1)


class AdoptForm(Form):
    """For whom the shipped catalogue is taken over, and from when it holds."""

    since = DayField(label="从何时起执行", help_text="从这天所在的月份起，按目录核对每月该公开的事项。")

    def __init__(self, actor, *args, **kwargs):
        super().__init__(*args, **kwargs)
        left = queries.without_catalogue(actor)
        self.fields["chosen"] = forms.ModelMultipleChoiceField(
            left, label="给哪些单位采用", widget=forms.CheckboxSelectMultiple, initial=[union.pk for union in left],
        )
        self.fields["chosen"].label_from_instance = lambda union: f"{union}（{len(rules.entries_for(union.kind))} 项）"
        self.order_fields(("chosen", "since"))


class EntryFields(forms.Form):
    """What is told of an entry."""

    title = forms.CharField(label="公开内容", max_length=80)
    duration = ChoiceField(label="公开时限", choices=_choices(Duration))
    rhythm = ChoiceField(label="多久公开一次", choices=_choices(Rhythm))
    month = forms.IntegerField(label="每年几月公开", min_value=1, max_value=12, required=False, help_text="每年一次的才填。")
    department = forms.CharField(label="责任部门", max_length=40, required=False)
    days = CountField(label="至少挂几天", required=False, max_value=3650, help_text="不填就按当地规定；比规定少的，按规定。")
    inner = forms.BooleanField(label="只在本队、本班组公开（工资、罚款等）", required=False)
    source = forms.CharField(label="依据", max_length=200, required=False)


class NewEntryForm(UnionForm, EntryFields):
    """An entry of the union's own."""

    power = "openness.edit"
    later = ("department", "days", "inner", "source")
    line = ChoiceField(label="类别", choices=_choices(Line))
    since = DayField(label="从何时起列入")
    reason = forms.CharField(label="增列理由", max_length=200)
    field_order = ("union", "title", "line", "duration", "rhythm", "month", "since", "reason")


class EntryForm(EntryFields, Form):
    """An entry to change."""

    later = ("days", "inner", "source")


class WithdrawForm(Form):
    """Why an entry is taken out."""

    on = DayField(label="删去日期")
    why = WordsField(label="删去理由", lines=2, max_length=200)


class ItemFields(forms.Form):
    """What is told of an item."""

    title = forms.CharField(label="标题", max_length=80)
    body = WordsField(label="公开内容", lines=8, required=False, help_text="表格请放附件。")
    scope = ChoiceField(label="公开范围", choices=_choices(Scope), help_text="工资表、罚款表只在本队、本班组公开。")
    responsible = forms.CharField(label="责任人", max_length=40, required=False)
    department = forms.CharField(label="责任部门", max_length=40, required=False)
    basis = forms.CharField(label="依据", max_length=120, required=False)
    month = MonthField(label="所属月份", required=False, help_text="这是哪个月该公开的；不填就是本月。")
    contact = forms.CharField(
        label="意见反映渠道", max_length=120, required=False, help_text="印在张贴页上，如：意见箱在队部门口，电话 0771-2345678。",
    )
    upload = FileField(
        label="附件", required=False, kinds=KINDS,
        help_text="Word、Excel 会先检查有没有身份证号、手机号、银行卡号；图片和 PDF 机器看不了，请自己看一遍。",
    )


class DraftForm(UnionForm, ItemFields):
    """An item to begin."""

    power = "openness.edit"
    later = ("responsible", "department", "basis", "month", "contact")
    field_order = ("union", "entry", "title", "body", "scope", "upload")

    def __init__(self, actor, *args, entry=None, **kwargs):
        super().__init__(actor, *args, **kwargs)
        self.fields["entry"] = forms.ModelChoiceField(
            queries.in_force(actor).filter(union__in=unions(actor, self.power)), label="公开目录", required=False,
            empty_label="目录以外的事项",
        )
        self.fields["entry"].label_from_instance = lambda each: f"{each.title} · {each.union}"
        self.fields["contact"].initial = queries.last_contact(entry.union_id if entry else actor.home)
        if entry:
            self._begin(entry)
        self.order_fields(self.field_order)

    def _begin(self, entry):
        told = {
            "union": entry.union_id, "entry": entry.pk, "title": entry.title, "department": entry.department,
            "basis": entry.basis, "scope": Scope.GROUP if entry.inner else Scope.EVERYBODY,
        }
        for name, value in told.items():
            self.fields[name].initial = value


class ChangeForm(ItemFields, Form):
    """An item nobody has approved yet."""

    later = ("responsible", "department", "basis", "month", "contact")


class AskForm(Form):
    """Until when opinions are asked for."""

    until = DayField(label="征求意见到哪天")
    names_because = names_field()
    later = ("names_because",)


class SendBackForm(Form):
    """What is wrong with a draft."""

    why = WordsField(label="退回意见", lines=2, max_length=200)


class ApproveForm(Form):
    """An approval."""

    approver = forms.CharField(label="审批人", max_length=40, help_text="纸上签字的人；自己批就是自己。")
    on = DayField(label="审批日期")
    names_because = names_field()
    later = ("names_because",)


class ShowForm(Form):
    """Where and how long an item hangs."""

    on = DayField(label="公开日期")
    until = DayField(label="公示至", required=False)
    channels = forms.MultipleChoiceField(label="公开形式", widget=forms.CheckboxSelectMultiple)
    contact = forms.CharField(label="意见反映渠道", max_length=120, required=False)

    def __init__(self, item, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        days, rule = queries.least_days(item.entry, item.union, today)
        ways = policy("openness.channels", item.union, today).value
        self.fields["on"].initial = today
        self.fields["contact"].initial = item.contact or queries.last_contact(item.union_id)
        self.fields["channels"].choices = [(each, each) for each in ways]
        self.fields["channels"].initial = [each for each in ways if each == "公开栏"]
        self.fields["until"].help_text = f"至少 {days} 天；不填就按这个天数，长期公开的一直挂着。{explain(rule)}"


class TakeDownForm(Form):
    """When an item was taken down."""

    on = DayField(label="撤栏日期")


class ArchiveForm(Form):
    """Where an item is filed."""

    archive_no = forms.CharField(label="归档号", max_length=40)
    on = DayField(label="归档日期")


class DropForm(Form):
    """Why an item is given up."""

    why = WordsField(label="作废原因", lines=2, max_length=200)


class CorrectForm(Form):
    """What an item should say."""

    title = forms.CharField(label="标题", max_length=80)
    body = WordsField(label="公开内容", lines=8, required=False)
    upload = FileField(label="换附件", required=False, kinds=KINDS, help_text="不换就留空。")
    on = DayField(label="更正日期")
    why = WordsField(label="更正原因", lines=2, max_length=200, help_text="更正原因会和公开内容一起登出，原来的内容留存。")
    names_because = names_field()
    later = ("names_because",)


class PastField(WordsField):
    """Lines of what hung: 标题、公开日期、撤栏日期、审批人, parted by tabs (as copied from a sheet) or by commas."""

    def to_python(self, value):
        lines = [line for line in (super().to_python(value) or "").splitlines() if line.strip()]
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(f"一次最多 {MOST_LINES} 行，现在有 {len(lines)} 行，请分几次。")
        read, wrong = [], []
        for number, line in enumerate(lines, 1):
            told = _past(line)
            (wrong.append(f"第 {number} 行：{told}") if isinstance(told, str) else read.append(told))
        if wrong:
            raise forms.ValidationError(wrong[:20])
        return read


def _past(line: str) -> dict | str:
    """What a line tells, or what is wrong with it."""
    title, start, end, approver = ([part.strip() for part in re.split(r"\t|，|,", line)] + [""] * 4)[:4]
    on, until = _day(start), _day(end)
    if not title or len(title) > 80:
        return "开头要写标题，80 字以内。"
    if on is None or (end and until is None):
        return f"日期看不懂：“{(end if on else start)[:20]}”，请写成 2021-03-05。"
    if on > timezone.localdate():
        return "公开日期还没到，请用“起草公开事项”。"
    if until and until < on:
        return "撤栏日期早于公开日期。"
    return {"title": title, "on": on, "until": until, "approver": approver[:40]}


def _day(words: str) -> date | None:
    told, _ = read_date(words)
    return date.fromisoformat(told) if told and len(told) == 10 else None


class PastForm(UnionForm):
    """What hung on the paper board."""

    power = "openness.edit"
    past = PastField(
        label="以前公开过的事项", lines=10,
        help_text="一行一件：标题、公开日期、撤栏日期、审批人，可以从 Excel 里整块复制过来，也可以用逗号隔开。"
        "还挂着的，撤栏日期空着。标题里有目录项名称的，自动对上目录。",
    )


class TellForm(Form):
    """An opinion that came in."""

    text = WordsField(label="意见", lines=3, max_length=500)
    way = ChoiceField(label="来源", choices=_choices(way for way in Way if way != Way.WEB))
    received_on = DayField(label="收到日期")
    teller = forms.CharField(label="提出人", max_length=40, required=False, help_text="可以不填；加密保存。")


class AnswerForm(Form):
    """An answer."""

    answer = WordsField(label="答复", lines=4, max_length=1000)
    on = DayField(label="答复日期")
    shown_as = forms.CharField(
        label="登出时怎样写这条意见", max_length=200, required=False,
        help_text="填了，意见的大意和答复就登在公开事项下面；不填就不登。不要写出是谁提的。",
    )


class CheckForm(UnionForm):
    """A supervision check."""

    power = "openness.edit"
    kind = ChoiceField(label="检查类别", choices=_choices(CheckKind))
    on = DayField(label="检查日期")
    checkers = forms.CharField(label="检查人", max_length=80, help_text="月度检查一般由工会、劳资、纪检一起。")
    found = WordsField(label="发现的问题", required=False, max_length=1000)
    right_by = DayField(label="整改期限", required=False)
    score = forms.DecimalField(
        label="得分", max_digits=4, decimal_places=1, min_value=0, required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    later = ("score",)

    def clean(self):
        told = super().clean()
        if told.get("right_by") and not told.get("found"):
            self.add_error("right_by", "没有发现问题的，不用写整改期限。")
        return told


class RightForm(Form):
    """A fault put right."""

    on = DayField(label="整改完成日期")
    result = WordsField(label="整改情况", lines=2, max_length=200)


class OpinionForm(Form):
    """The box without a login: words only."""

    text = WordsField(
        label="我的意见", lines=5, max_length=500,
        help_text="不用写姓名。只保存您写的话和收到的时间，不记您的账号、手机和网络地址；由工会办公室的人看和答复。",
    )
