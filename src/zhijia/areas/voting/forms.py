"""Turns what people type about votes into values: a new vote, numbers by question, everybody's choice, a count sheet."""

from django import forms

from zhijia.areas.members.queries import members, searched, visible
from zhijia.areas.voting import queries
from zhijia.areas.voting.actions import Asked
from zhijia.areas.voting.rules import Count, Kind
from zhijia.core.org.scope import branches
from zhijia.core.policy import policy
from zhijia.kit.asking import NamesField, UnionForm
from zhijia.kit.forms import ChoiceField, CountField, DayField, FileField, Form, WordsField
from zhijia.kit.html import joined, safe, tag, text, void

EVERYBODY, NAMED = "全体会员", "按下面的名单"
SKIP, AGREE = "没有投票，不计", "都选第一项（同意）"
ABSENT, NO_VOTE = "absent", "未投"
TEXT = 200  # letters of one matter


class PrepareForm(UnionForm):
    """A vote of the members on matters put to 同意, 不同意 or 弃权; congresses and elections prepare their own."""

    power = "voting.run"
    title = forms.CharField(label="事项", max_length=120)
    matters = WordsField(label="表决的内容", help_text="一行一项，逐项表决。")
    kind = ChoiceField(label="方式", choices=[(kind.value, kind.value) for kind in Kind])
    on = DayField(label="日期")
    whole = ChoiceField(label="谁有表决权", choices=[(EVERYBODY, EVERYBODY), (NAMED, NAMED)], initial=EVERYBODY)
    field_order = ("union", "title", "matters", "kind", "on", "whole", "names")

    def __init__(self, actor, *args, **kwargs):
        super().__init__(actor, *args, **kwargs)
        self.fields["names"] = NamesField(
            label="名单（全体会员都有表决权时不填）", required=False, lines=3,
            find=lambda name: searched(visible(actor), name)[:20],
            label_of=lambda person: f"{person} · {person.union}",
        )
        self.order_fields(self.field_order)

    def clean_matters(self):
        lines = [line.strip() for line in self.cleaned_data["matters"].splitlines() if line.strip()]
        if any(len(line) > TEXT for line in lines):
            raise forms.ValidationError(f"每一项最多 {TEXT} 个字。")
        return [Asked(line) for line in lines]

    def clean(self):
        told = super().clean()
        if self.errors:
            return told
        union, on = told["union"], told["on"]
        electors = told["names"] if told["whole"] == NAMED else list(members(branches(union), on))
        if not electors:
            self.add_error("names", "请写出有表决权的人。" if told["whole"] == NAMED else "名册里还没有会员，请写出名单。")
        if away := [str(each) for each in electors if not each.union.path.startswith(union.path)]:
            self.add_error("names", f"不是这个工会的人：{'、'.join(away)}。")
        carries = policy("congress.pass", union, on)
        return {
            "union": union, "title": told["title"], "kind": told["kind"], "on": on, "questions": told["matters"],
            "electors": electors, "threshold": carries.value, "quorum": policy("congress.quorum", union, on).value,
            "rule": str(carries.source),
        }


class BeginForm(Form):
    """How many came."""

    present = CountField(label="实到人数", help_text="按签到表数。")


class VoidForm(Form):
    """Why a vote does not stand."""

    why = WordsField(label="作废原因", lines=2, max_length=200)


class WriteInForm(Form):
    """Someone voters wrote in."""

    text = forms.CharField(label="另选的人", max_length=40, help_text="照选票上写的姓名。登记后两位计票人都要重新录入计票单。")


class SlipsForm(Form):
    """How many slips to print."""

    number = CountField(label="印几张", help_text="按实到人数印。以前印的、还没有投的票全部作废，只有这一次印的有效。")


class CloseForm(Form):
    """How many slips were handed out, by the sheet on which they were signed for.

    Says no more of the ballots in the box than the page of the vote does (`shown`): whoever may close a vote could
    otherwise try numbers until the answer changes, and so watch every ballot arrive.
    """

    issued = CountField(label="发出几张", help_text="按领票签名数；没有发出的票当众销毁，不算发出。")
    sure = forms.BooleanField(label="领票签名已经核对。收回的票要是多于发出的，这次投票就作废")

    def __init__(self, shown: int, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.shown = shown

    def clean_issued(self):
        if (issued := self.cleaned_data["issued"]) < self.shown:
            raise forms.ValidationError(f"已收回 {self.shown} 张以上，发出的不会少于它，请核对领票签名。")
        return issued

    def clean(self):
        told = super().clean()
        told.pop("sure", None)
        return told


class AttachForm(Form):
    """A picture of the signed count sheet."""

    upload = FileField(label="计票单照片或扫描件", kinds=(".jpg", ".jpeg", ".png", ".pdf"))


class Grid(forms.Widget):
    """Lines and headings with something to fill in where they cross: {(line, heading): value}.

    `lines` and `heads` are (key, label); `cell(head, name, value, label)` draws one crossing.
    """

    def __init__(self, lines, heads, cell):
        super().__init__()
        self.lines, self.heads, self.cell = lines, heads, cell

    def value_from_datadict(self, data, files, name):
        crossings = [(line, head) for line, _ in self.lines for head, _ in self.heads]
        return {each: data.get(_crossing(name, *each), "") for each in crossings}

    def value_omitted_from_data(self, data, files, name):
        return False

    def id_for_label(self, id_):
        return ""

    def render(self, name, value, attrs=None, renderer=None):
        value = value or {}
        heads = joined(tag("th", label, scope="col") for _, label in (("", ""), *self.heads))
        rows = [
            tag("tr", safe(tag("th", label, scope="row"), *(self._td(name, value, line, label, head) for head in self.heads)))
            for line, label in self.lines
        ]
        table = safe('<table class="rows grid"><thead><tr>', heads, "</tr></thead><tbody>", *rows, "</tbody></table>")
        return tag("div", table, class_="scroll", id=(attrs or {}).get("id"))

    def _td(self, name, value, line, label, head):
        key, says = head
        drawn = self.cell(key, _crossing(name, line, key), value.get((line, key), ""), f"{label}：{says}")
        return tag("td", drawn, data_label=says)


def _crossing(name, line, head) -> str:
    return f"{name}-{line}-{head}"


def box(_, name, value, label):
    """A box for a number."""
    return void("input", type="text", name=name, value=str(value), inputmode="numeric", autocomplete="off", maxlength=6,
                aria_label=label)


def buttons(answers: dict):
    """One of several to be pressed: {head: {value: words}}."""

    def drawn(head, name, value, label):
        pressed = [
            tag("label", safe(void("input", type="radio", name=name, value=each, checked=value == each), text(words)))
            for each, words in answers[head].items()
        ]
        return tag("span", joined(pressed), role="radiogroup", aria_label=label)

    return drawn


class NumbersField(forms.Field):
    """Numbers of each question in the order of its choices: a row of boxes a question."""

    def __init__(self, questions, **kwargs):
        self.questions = questions
        widest = max(questions, key=lambda question: len(question.choices)).choices
        same = all(question.choices == widest for question in questions)
        heads = [(at, words if same else f"第 {at + 1} 栏") for at, words in enumerate(widest)]
        lines = [(q.pk, q.text if same else f"{q.text}（{'、'.join(q.choices)}）") for q in questions]
        super().__init__(widget=Grid(lines, heads, box), **kwargs)

    def clean(self, value):
        return [[self._number(value, question, at) for at in range(len(question.choices))] for question in self.questions]

    def _number(self, value, question, at) -> int:
        words = value[question.pk, at].strip()
        if not (words.isascii() and words.isdigit()):
            raise forms.ValidationError(f"“{question}”的“{question.choices[at]}”请填整数，没有就填 0。")
        return int(words)

    def prepared(self, rows) -> dict:
        """Rows of numbers as the boxes show them."""
        return {(q.pk, at): n for q, row in zip(self.questions, rows, strict=False) for at, n in enumerate(row)}


class HandsForm(Form):
    """Hands counted for each question."""

    def __init__(self, vote, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rows"] = NumbersField(list(vote.questions.all()), label="举手人数")


class CountForm(Form):
    """What a teller counted; sums are checked where they are kept."""

    issued = CountField(label="发出", max_value=99999)
    returned = CountField(label="收回", max_value=99999)
    void = CountField(label="废票", max_value=99999, initial=0)
    beside = ("issued", "returned", "void")

    def __init__(self, vote, sheet, *args, **kwargs):
        field = NumbersField(list(vote.questions.all()), label="各项票数", help_text="每一行合计等于有效票（收回减废票）。")
        if sheet:
            kept = Count.of(sheet.count)
            kwargs["initial"] = {
                "issued": kept.issued, "returned": kept.returned, "void": kept.void, "rows": field.prepared(kept.rows)
            }
        super().__init__(*args, **kwargs)
        self.fields["rows"] = field

    def clean(self):
        told = super().clean()
        if self.errors:
            return told
        return {"count": Count(told["issued"], told["returned"], told["void"], tuple(map(tuple, told["rows"])))}


class ChosenField(forms.Field):
    """Everybody's choice of each question: {elector: [place of the choice, or None where nothing was pressed]}; who is
    marked 未投 is left out."""

    def __init__(self, electors, questions, **kwargs):
        self.electors = electors
        self.answers = {q.pk: {str(at): words for at, words in enumerate(q.choices)} for q in questions}
        self.answers[questions[0].pk][ABSENT] = NO_VOTE
        lines = [(each.pk, f"{each.person}（{each.person.union}）") for each in electors]
        grid = Grid(lines, [(q.pk, q.text) for q in questions], buttons(self.answers))
        super().__init__(widget=grid, required=False, **kwargs)

    def clean(self, value):
        told = {each.pk: [value[each.pk, question] for question in self.answers] for each in self.electors}
        return {elector: self._picks(words) for elector, words in told.items() if ABSENT not in words}

    def _picks(self, told) -> list[int | None]:
        return [int(words) if words in known else None for words, known in zip(told, self.answers.values(), strict=True)]


class NamedForm(Form):
    """What everyone chose by name; who is left open either did not vote or agreed, as is said on top."""

    rest = ChoiceField(label="没有点选的", choices=[(SKIP, SKIP), (AGREE, AGREE)], initial=SKIP,
                       help_text="大家都同意时选“都选第一项”，下面只点不同意、弃权和没有投票的人。")

    def __init__(self, actor, vote, *args, **kwargs):
        super().__init__(*args, **kwargs)
        electors, questions = list(queries.electors(actor, vote)), list(vote.questions.all())
        self.fields["chosen"] = ChosenField(electors, questions, label="各人的选择")

    def clean(self):
        told = super().clean()
        if self.errors:
            return told
        answers = told["chosen"]
        if told["rest"] == AGREE:
            return {"answers": {elector: [pick or 0 for pick in picks] for elector, picks in answers.items()}}
        answers = {elector: picks for elector, picks in answers.items() if any(pick is not None for pick in picks)}
        if any(None in picks for picks in answers.values()):
            self.add_error("chosen", "有人只选了一部分内容，请逐项选完。")
        return {"answers": answers}


def picked(data, questions) -> list[int] | None:
    """The choices of a ballot in the order of its questions, None where one is missing or makes no sense."""
    told = [data.get(f"pick-{question.number}", "") for question in questions]
    sound = [words in map(str, range(len(question.choices))) for words, question in zip(told, questions, strict=True)]
    return [int(words) for words in told] if all(sound) else None


def lines(data, questions) -> list[tuple]:
    """(question, [(place, word, whether chosen)], word chosen or "") of a ballot as far as it is filled."""
    told = [data.get(f"pick-{question.number}", "") for question in questions]
    drawn = [
        [(at, word, str(at) == words) for at, word in enumerate(question.choices)]
        for question, words in zip(questions, told, strict=True)
    ]
    return [(q, row, next((word for _, word, chosen in row if chosen), "")) for q, row in zip(questions, drawn, strict=True)]
