"""What people type into the summary's forms."""

from django import forms as django_forms
from django.utils import timezone

from zhijia.areas.summary.queries import as_edited
from zhijia.areas.summary.rules.outlines import outlines
from zhijia.core.org.models import Union
from zhijia.core.org.scope import unions
from zhijia.kit.forms import ChoiceField, CountField, Form, WordsField

FIRST_YEAR = 1949


def year_field(**kwargs) -> CountField:
    """A year; the one that is being summed up now unless said otherwise."""
    return CountField(label="年度", min_value=FIRST_YEAR, max_value=2100, **kwargs)


def due_year() -> int:
    """The year people are most likely asking for: the one before, until spring is over."""
    today = timezone.localdate()
    return today.year - (today.month < 6)


class PlaceForm(Form):
    """A union within reach and a year."""

    power = "figures.read"
    union = ChoiceField(label="工会", choices=())
    year = year_field()

    def __init__(self, actor, *args, **kwargs):
        initial = {"union": actor.home, "year": due_year(), **kwargs.pop("initial", {})}
        super().__init__(*args, initial=initial, **kwargs)
        self._unions = {str(each.pk): each for each in unions(actor, self.power)}
        choices = [(key, f"{each.name}（{each.kind}）") for key, each in self._unions.items()]
        self.fields["union"] = ChoiceField(label="工会", choices=choices, initial=initial["union"])

    def clean_union(self) -> Union:
        return self._unions[self.cleaned_data["union"]]


class DraftForm(PlaceForm):
    """Begin a summary; the outline follows the kind of union."""

    power = "summary.write"
    outline = ChoiceField(label="提纲", choices=(), required=False)

    def __init__(self, actor, *args, **kwargs):
        super().__init__(actor, *args, **kwargs)
        choices = [(each.name, each.label) for each in outlines()]
        self.fields["outline"] = ChoiceField(
            label="提纲", choices=choices, required=False, help_text="不选，就按工会的类型用相应的提纲。"
        )


class BlockForm(Form):
    """The words of one paragraph; 〔…〕 stand for figures from the records."""

    text = WordsField(
        label="文字", lines=8, max_length=4000, help_text="〔…〕是记录里的数，原样留着；打印时换成数字。"
    )
    version = django_forms.IntegerField(widget=django_forms.HiddenInput)

    def __init__(self, block, *args, **kwargs):
        initial = {"text": as_edited(block.text), "version": block.version}
        super().__init__(*args, initial=initial, **kwargs)

    def follow(self, version: int) -> None:
        """Take the version that now stands, so that the next save is a decision and not an accident."""
        self.data = self.data.copy()
        self.data["version"] = str(version)


class AddForm(Form):
    """A paragraph or heading of one's own."""

    level = ChoiceField(label="写什么", choices=(("0", "一段文字"), ("1", "一个标题")), initial="0")
    text = WordsField(label="文字", lines=5, max_length=4000)

    def clean_level(self) -> int:
        return int(self.cleaned_data["level"])


class ReasonForm(Form):
    """Why a number typed by hand stands there."""

    reason = WordsField(
        label="这个数从哪里来", lines=3, max_length=200, help_text="例如：行政部门提供，见某年某月报表。"
    )


class TitleForm(Form):
    """The title of the paper."""

    title = django_forms.CharField(label="标题", max_length=120)
