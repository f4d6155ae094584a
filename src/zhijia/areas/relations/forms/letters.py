"""Forms of letters and problems."""

from django import forms

from zhijia.areas.relations.forms.asking import SEALED, CaseForm, DayForm, person_field
from zhijia.areas.relations.models.cases import choices
from zhijia.areas.relations.rules.letters import Topic, Verdict, Way
from zhijia.kit.forms import ChoiceField, DayField, Form, WordsField


class LetterForm(CaseForm):
    """A letter, visit or call to write down."""

    asks_for = "来信来访人"
    order = ("on", "way", "person", "name", "anonymous", "topic", "demand", "union", "answered_on", "answered", "verdict")
    on = DayField(label="收到日期")
    way = ChoiceField(label="方式", choices=choices(Way), initial=Way.VISIT)
    name = forms.CharField(label="不在名册上的姓名", max_length=40, required=False)
    anonymous = forms.BooleanField(label="匿名", required=False)
    topic = ChoiceField(label="类别", choices=choices(Topic))
    demand = WordsField(label="诉求", max_length=2000, help_text=SEALED)
    answered_on = DayField(label="答复日期", required=False, help_text="补登已经办结的，连同答复一次填完。")
    answered = WordsField(label="答复", max_length=2000, required=False, help_text=SEALED)
    verdict = ChoiceField(label="回访时本人是否满意", choices=choices(Verdict), required=False)
    later = ("answered_on", "answered", "verdict")


class CorrectForm(Form):
    """What may be put right in a letter."""

    on = DayField(label="收到日期")
    way = ChoiceField(label="方式", choices=choices(Way))
    name = forms.CharField(label="不在名册上的姓名", max_length=40, required=False)
    anonymous = forms.BooleanField(label="匿名", required=False)
    topic = ChoiceField(label="类别", choices=choices(Topic))
    demand = WordsField(label="诉求", max_length=2000, help_text=SEALED)

    def __init__(self, actor, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"] = person_field(actor, "来信来访人")
        self.order_fields(LetterForm.order)


class OwnForm(Form):
    """What a member writes."""

    topic = ChoiceField(label="类别", choices=choices(Topic))
    demand = WordsField(
        label="诉求", max_length=2000, lines=8, help_text="加密保存，只有办理来信来访的工会主席、专干能看，看过要留痕。"
    )


class HandForm(DayForm):
    """Which department settles it."""

    to = forms.CharField(label="转办部门", max_length=60)


class CallForm(DayForm):
    """What the person says of the answer."""

    verdict = ChoiceField(label="本人是否满意", choices=choices(Verdict))


class ReopenForm(DayForm):
    """Why it is taken up again."""

    why = WordsField(label="重新办理的原因", lines=3, max_length=400, help_text=SEALED)


class ToldForm(Form):
    """What the union above reads."""

    title = forms.CharField(label="问题", max_length=80, help_text="上级工会能看到，不要写个人姓名。")
    told = WordsField(label="情况", max_length=2000, lines=6, help_text="写给上级工会看的情况，不要写个人姓名。")


class ProblemForm(ToldForm, CaseForm):
    """A problem to tell the union above."""

    order = ("title", "told", "on", "to_name", "union")
    on = DayField(label="反映日期")
    to_name = forms.CharField(
        label="上级工会名称", max_length=80, required=False, help_text="上级工会不在本系统的才填，答复由本级代为登记。"
    )
    later = ("to_name",)
