"""The standards (政策标准): every value with its source, and a union's own in its place."""

from functools import partial

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from zhijia.core.org.models import Union
from zhijia.core.org.scope import reach, unions
from zhijia.core.org.web import needs
from zhijia.core.policy import UnknownKey, actions, all_values, explain, maybe
from zhijia.core.policy.models import Override
from zhijia.core.policy.resolve import rule_of
from zhijia.core.policy.shipped import TOPICS
from zhijia.core.policy.values import words
from zhijia.kit.forms import DayField, Form, WordsField
from zhijia.kit.pages import Button, Section, confirm_page, detail_page, form_page
from zhijia.kit.tables import Column, Table

VALUES = Table(
    (
        Column("label", "项目", value=lambda row: row[0].label, link=lambda row: reverse("rule", args=[row[0].key])),
        Column("value", "现行标准", value=lambda row: _shown(*row), kind="long"),
        Column("source", "出处", value=lambda row: row[1].source if row[1] else "", kind="long", phone=False),
        Column("state", "核实情况", value=lambda row: _state(row[1]), kind="badge", tones={"未核实": "warn", "本地规定": "good"}),
    ),
    name="政策标准",
)
OVERRIDES = Table(
    (
        Column("union", "工会"),
        Column("value", "标准", value=lambda o: f"{o.value} {o.unit}"),
        Column("since", "起用", kind="date"),
        Column("until", "停用", kind="date"),
        Column("source", "出处", kind="long"),
        Column("made_by", "填写人", phone=False),
        Column("do", "办理", value=lambda o: "" if o.until else "撤回", link="withdraw_override", power="policy.override",
               export=False),
    ),
    empty="没有本地规定，按上面的标准执行。", name="本地规定",
)


def _shown(rule, value) -> str:
    return words(value.value, value.unit, value.columns) if value else "没有统一标准，请填写本地规定"


def _state(value) -> str:
    if value is None:
        return "待填"
    return "本地规定" if value.override else "未核实" if value.unverified else ""


TOPIC_LIST = Table(
    (
        Column("name", "内容", link=lambda row: f"?topic={row['key']}"),
        Column("rules", "标准", value=lambda row: f"{row['rules']} 项"),
        Column("unverified", "未核实", value=lambda row: f"{row['unverified']} 项" if row["unverified"] else ""),
        Column("own", "本地规定", value=lambda row: f"{row['own']} 项" if row["own"] else ""),
    ),
    name="政策标准",
)


@needs("policy.read")
def policy_page(request):
    """The standards in force for the actor's union: the topics, or all values of one (`?topic=`)."""
    here, topic = _here(request), request.GET.get("topic")
    rows = all_values(here, timezone.localdate())
    note = f"{here}（{here.region}，{here.kind}）今天适用的标准。标“未核实”的是通行做法，请按本地文件核对，也可以填写本地规定。"
    if topic in TOPICS:
        chosen = Section(table=VALUES, rows=[row for row in rows if row[0].topic == topic], limit=None)
        return detail_page(
            request, title=TOPICS[topic], sections=[chosen], note=note, buttons=[Button("打印", f"?topic={topic}&print=1")],
            crumbs=(("政策标准", "policy"),),
        )
    return detail_page(request, title="政策标准", sections=[Section(table=TOPIC_LIST, rows=_topics(rows), limit=None)], note=note)


def _topics(rows) -> list[dict]:
    """Each topic with how many standards it has, how many are unverified, how many a union set itself."""
    found = []
    for key, name in TOPICS.items():
        values = [value for rule, value in rows if rule.topic == key]
        held = [value for value in values if value]
        found.append({
            "key": key, "name": name, "rules": len(values), "unverified": sum(v.unverified and not v.override for v in held),
            "own": sum(v.override for v in held),
        })
    return [topic for topic in found if topic["rules"]]


@needs("policy.read")
def rule_page(request, key):
    """One standard: its value, source, and what unions set instead."""
    rule, here = _rule(key), _here(request)
    value = maybe(key, here, timezone.localdate())
    facts = [("现行标准", _shown(rule, value)), ("出处", value and value.source), ("说明", value and value.note),
             ("适用", value and f"{value.region}，{value.since:%Y-%m-%d} 起" if value else None)]
    own = Override.objects.filter(reach(request.actor, "policy.read"), key=rule.key).select_related("union", "made_by")
    return detail_page(
        request, title=rule.label, facts=facts, note=explain(value) if value else "",
        sections=[Section("本地规定", table=OVERRIDES, rows=own)], crumbs=(("政策标准", "policy"),),
        buttons=[Button("填写本地规定", reverse("override", args=[key]), "primary", "policy.override")],
    )


class OverrideForm(Form):
    """A union's own value: where, what, from when, by what paper."""

    union = forms.ModelChoiceField(None, label="工会", empty_label=None)
    value = forms.CharField(label="标准")
    since = DayField(label="起用日期")
    until = DayField(label="停用日期", required=False, help_text="不填就是一直有效。")
    source = forms.CharField(label="出处", max_length=200, help_text="文件名称和文号，或哪次会议的决定。")
    note = WordsField(label="说明", lines=2, required=False)

    def __init__(self, actor, rule, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["union"].queryset = unions(actor, "policy.override")
        self.fields["value"].label = f"{rule.label}{f'（{rule.unit}）' if rule.unit else ''}"
        if isinstance(rule.sample, tuple):
            self.fields["value"] = _rows_field(rule)


def _rows_field(rule):
    heads = "、".join(rule.columns) if rule.columns else "一行一项"
    return WordsField(label=rule.label, help_text=f"一行一条，同一行各项用空格隔开：{heads}。")


@needs("policy.override")
def override(request, key):
    """Set a union's own value."""
    rule = _rule(key)

    def act(actor, *, union, value, **more):
        return actions.override(actor, union, rule.key, _parsed(rule, value), **more)

    form = OverrideForm(request.actor, rule, request.POST or None, initial={"union": request.actor.home})
    return form_page(
        request, form, act, title=f"本地规定：{rule.label}", done=("rule", key), said="已保存，从起用日期起执行。",
        crumbs=(("政策标准", "policy"), (rule.label, reverse("rule", args=[key]))),
    )


def _parsed(rule, text: str):
    if not isinstance(rule.sample, tuple):
        return text
    lines = [line.split() for line in text.splitlines() if line.strip()]
    return lines if rule.columns or isinstance(rule.sample[0], tuple) else [cell for line in lines for cell in line]


@needs("policy.override")
def withdraw(request, pk):
    """Take a union's own value back from today."""
    found = get_object_or_404(Override.objects.filter(reach(request.actor, "policy.override")), pk=pk)
    act = partial(actions.withdraw, record=found, on=timezone.localdate())
    question = f"从今天起撤回{found.union}的这条规定，恢复原来的标准？以前的记录仍按当时的规定。"
    return confirm_page(request, act, title="撤回本地规定", question=question, done=("rule", found.key), said="已撤回。")


def _rule(key):
    try:
        return rule_of(key)
    except UnknownKey as unknown:
        raise Http404 from unknown


def _here(request) -> Union:
    return get_object_or_404(unions(request.actor, "policy.read"), pk=request.actor.home)
