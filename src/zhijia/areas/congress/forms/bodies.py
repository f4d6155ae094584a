"""Turns what people type about congresses, districts and delegates into values."""

import re

from django import forms
from django.core.exceptions import ValidationError

from zhijia.areas.congress import queries
from zhijia.areas.congress.actions.delegates import Stood
from zhijia.areas.congress.rules.kinds import Group, Kind
from zhijia.areas.members.queries import people_for_pick
from zhijia.kit.asking import NamesField, UnionForm
from zhijia.kit.forms import ChoiceField, CountField, DayField, Form, WordsField
from zhijia.kit.lookups import LookupField

GROUPS = [(g.value, g.value) for g in Group]
LINE = re.compile(rf"^(?P<name>.+?)(?:[\s,，]+(?P<group>{'|'.join(Group)}))?(?:[\s,，]+(?P<votes>\d{{1,6}})\s*票?)?$")
DISTRICT = re.compile(r"^(?P<name>.+?)[\s,，：:]+(?P<staff>\d{1,6})\s*人?$")


def lines(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def who(person) -> str:
    """A person told apart from a namesake: 王芳 · 一车间."""
    return f"{person} · {person.union}"


class StoodField(NamesField):
    """People on a pasted list, one a line: 姓名 职务类别 得票; the last two may be left out."""

    def __init__(self, *, find, group=Group.FRONT, **kwargs):
        self.group = group
        super().__init__(find=find, label_of=who, **{
            "help_text": "一行一人：姓名 职务类别 得票，如“王芳 一线 52”。职务类别和得票可以不写。", "lines": 10, **kwargs,
        })

    def to_python(self, value):
        rows = [LINE.match(line).groupdict() for line in lines(value)]
        names = [row["name"].strip() for row in rows]
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise ValidationError(f"“{twice}”写了两次。同名的人请写成“姓名 · 单位”。")
        people = super().to_python("\n".join(names))
        return [
            Stood(person, row["group"] or self.group, int(row["votes"]) if row["votes"] else None)
            for person, row in zip(people, rows, strict=True)
        ]


class DistrictsField(WordsField):
    """Districts on a pasted list, one a line: 名称 人数."""

    def __init__(self, **kwargs):
        super().__init__(lines=8, help_text="一行一个选区：名称 职工人数，如“一车间 120”。", **kwargs)

    def to_python(self, value):
        found = [(line, DISTRICT.match(line)) for line in lines(super().to_python(value))]
        if wrong := [f"“{line}”看不出名称和人数，请写成“一车间 120”。" for line, match in found if not match]:
            raise ValidationError(wrong)
        rows = [(match["name"].strip()[:60], int(match["staff"])) for _, match in found]
        if twice := next((name for name, _ in rows if [n for n, _ in rows].count(name) > 1), None):
            raise ValidationError(f"选区“{twice}”写了两次。")
        return rows


class CongressForm(UnionForm):
    """A new term of a congress."""

    power = "congress.edit"
    kind = ChoiceField(label="类别", choices=[(k.value, k.value) for k in Kind])
    since = DayField(label="本届起")
    years = CountField(label="任期（年）", initial=5)
    number = CountField(label="第几届", required=False, min_value=1, max_value=200, help_text="不填就接着上一届往下数。")
    planned = CountField(label="代表名额", required=False, help_text="可以等划分选区时再定。")
    later = ("number", "planned")
    beside = ("since", "years")


class TermForm(Form):
    """What may be corrected of a term."""

    since = DayField(label="本届起")
    years = CountField(label="任期（年）")
    planned = CountField(label="代表名额", required=False)
    ended_on = DayField(label="换届日期", required=False)


class DistrictsForm(Form):
    """Districts pasted as a list."""

    rows = DistrictsField(label="选区和人数")


class TotalForm(Form):
    """How many seats there are to share out."""

    total = CountField(label="代表名额", min_value=1, max_value=5000, help_text="按各选区职工人数分配，每个选区至少一名。")


class DistrictForm(Form):
    """What may be corrected of a district."""

    name = forms.CharField(label="选区", max_length=60)
    staff = CountField(label="职工人数")
    seats = CountField(label="分配名额")
    beside = ("staff", "seats")


def _usual(congress) -> Group:
    return Group.TEACHER if congress.kind in (Kind.TEACHERS, Kind.TEACHERS_ALL) else Group.FRONT


def _finding(actor, congress):
    return lambda name: people_for_pick(actor, congress.union, name)


class ElectForm(Form):
    """The election of a district."""

    on = DayField(label="选举日期")
    present = CountField(label="到会人数")
    beside = ("on", "present")

    def __init__(self, actor, district, *args, **kwargs):
        super().__init__(*args, **kwargs)
        congress = district.congress
        self.fields["results"] = StoodField(
            label="候选人得票", find=_finding(actor, congress), group=_usual(congress),
            help_text="一行一人：姓名 职务类别 得票，如“王芳 一线 52”。超过选区全体半数的当选。",
        )


class SeatForm(Form):
    """Delegates from a list on paper."""

    on = DayField(label="当选日期")
    district = forms.ModelChoiceField(None, label="选区", required=False, empty_label="不分选区")
    observer = forms.BooleanField(label="列席代表（没有表决权）", required=False)
    later = ("observer",)

    def __init__(self, actor, congress, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["district"].queryset = queries.bodies.districts(actor).filter(congress=congress)
        self.fields["people"] = StoodField(label="代表", find=_finding(actor, congress), group=_usual(congress))
        self.order_fields(("people", "on", "district", "observer"))


class DayForm(Form):
    """On which day."""

    on = DayField(label="日期")


class EndForm(DayForm):
    """Why someone is no longer a delegate."""

    on = DayField(label="终止日期")
    why = forms.CharField(label="原因", max_length=100, help_text="如调离、退休、选区撤换。")


class ReplaceForm(EndForm):
    """Who takes the place."""

    group = ChoiceField(label="职务类别", choices=GROUPS, initial=Group.FRONT)
    votes = CountField(label="得票", required=False)

    def __init__(self, actor, delegate, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"] = LookupField(label="增补的代表", find=_finding(actor, delegate.congress), label_of=who, thing="人")
        self.order_fields(("person", "group", "votes", "on", "why"))


class CorrectSeatForm(Form):
    """What may be corrected of a delegate."""

    group = ChoiceField(label="职务类别", choices=GROUPS)
    votes = CountField(label="得票", required=False)
    since = DayField(label="当选日期")
    observer = forms.BooleanField(label="列席代表（没有表决权）", required=False)
    district = forms.ModelChoiceField(None, label="选区", required=False, empty_label="不分选区")

    def __init__(self, actor, delegate, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["district"].queryset = queries.bodies.districts(actor).filter(congress=delegate.congress_id)
