"""Forms of mediation."""

from django import forms

from zhijia.areas.relations.forms.asking import SEALED, CaseForm, DayForm, person_field
from zhijia.areas.relations.models.cases import choices
from zhijia.areas.relations.rules.mediation import Record, Topic
from zhijia.kit.forms import ChoiceField, DayField, Form, WordsField

NO_COMMITTEE = "还没有登记劳动争议调解委员会，请在“委员会”里登记。"
CLAIM = "请求事项、事实和理由。口头申请的当场记下。加密保存，打开要留痕。"


class ApplyForm(CaseForm):
    """An application to take in."""

    asks_for = "申请人"
    order = ("on", "person", "name", "respondent", "topic", "claim", "oral", "heads", "representatives", "union")
    on = DayField(label="收到申请日期")
    name = forms.CharField(label="不在名册上的申请人", max_length=40, required=False)
    respondent = forms.CharField(label="对方", max_length=80, help_text="用人单位名称。")
    topic = ChoiceField(label="事由", choices=choices(Topic))
    claim = WordsField(label="请求和理由", max_length=3000, lines=6, help_text=CLAIM)
    oral = forms.BooleanField(label="口头申请，当场记录", required=False)
    heads = forms.IntegerField(label="申请人数", min_value=1, initial=1)
    representatives = forms.CharField(label="推举的代表", max_length=200, required=False, help_text="人多、请求相同的可以推举。")
    accepted_on = DayField(label="受理日", required=False, help_text="补登已经调解完的，连同结果一次填完。")
    mediators = forms.CharField(label="调解员", max_length=120, required=False)
    closed_on = DayField(label="结案日", required=False)
    agreed = forms.BooleanField(label="达成了协议", required=False, help_text="没有达成协议的不勾，按终止调解登记。")
    outcome = WordsField(label="协议或结案情况", max_length=3000, required=False, help_text=SEALED)
    later = ("representatives", "accepted_on", "mediators", "closed_on", "agreed", "outcome")


class CorrectForm(Form):
    """What may be put right in a dispute."""

    received_on = DayField(label="收到申请日期")
    name = forms.CharField(label="不在名册上的申请人", max_length=40, required=False)
    respondent = forms.CharField(label="对方", max_length=80)
    topic = ChoiceField(label="事由", choices=choices(Topic))
    claim = WordsField(label="请求和理由", max_length=3000, lines=6, help_text=CLAIM)
    heads = forms.IntegerField(label="申请人数", min_value=1)
    mediators = forms.CharField(label="调解员", max_length=120, required=False)

    def __init__(self, actor, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"] = person_field(actor, "申请人")
        self.order_fields(("received_on", "person"))


class AcceptForm(DayForm):
    """Who mediates."""

    mediators = forms.CharField(label="调解员", max_length=120)

    def __init__(self, committee, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = f"劳动争议调解委员会现有：{'、'.join(committee)}。" if committee else NO_COMMITTEE
        self.fields["mediators"].help_text = known


class RefuseForm(DayForm):
    """Why an application is refused."""

    why = WordsField(label="不受理的理由", lines=3, max_length=400, help_text=f"要告诉申请人。{SEALED}")


class HearForm(DayForm):
    """A record of what was said."""

    kind = ChoiceField(label="笔录", choices=choices(Record))
    present = forms.CharField(label="在场人", max_length=200, help_text=SEALED)
    words = WordsField(label="记录", max_length=4000, lines=8, help_text=SEALED)
    place = forms.CharField(label="地点", max_length=60, required=False)
    taken_by = forms.CharField(label="记录人", max_length=40, required=False)
    later = ("place", "taken_by")


class ExtendForm(Form):
    """A later last day."""

    until = DayField(label="延长到")
    both = forms.BooleanField(label="双方都同意延长", required=False)


class SettleForm(DayForm):
    """What both agreed."""

    agreement = WordsField(label="协议内容", max_length=3000, lines=6, help_text=SEALED)


class EndForm(DayForm):
    """Why it ended without agreement."""

    why = WordsField(label="情况", max_length=3000, lines=3, help_text=SEALED)
