"""Forms: Django's own, drawn and worded our way. Rooms write `class VisitForm(Form)` with the fields below."""

from django import forms
from django.forms.renderers import DjangoTemplates

from zhijia.kit.choices import read_aloud
from zhijia.kit.formats import THIN

OURS = {
    "invalid_choice": "请从列出的里面选。",
    "max_length": "最多 %(limit_value)d 个字，现在有 %(show_value)d 个。",
    "min_value": "不能小于 %(limit_value)s。",
    "max_value": "不能大于 %(limit_value)s。",
    "max_digits": "数字太长，请核对。",
    "max_whole_digits": "数字太长，请核对。",
    "max_decimal_places": "最多两位小数。",
    "null_characters_not_allowed": "里面有看不见的坏字符，请重新填写。",
    "empty": "这个文件是空的，请重新选择。",
}


class KitRenderer(DjangoTemplates):
    """Draws every field with the kit's one template."""

    form_template_name = "kit/fields.html"
    field_template_name = "kit/field.html"


class _OurWay(forms.BaseForm):
    """Labels without colon, our templates, complaints in few words."""

    default_renderer = KitRenderer
    beside: tuple[str, ...] = ()  # short fields that stand two in a line where the screen is wide
    later: tuple[str, ...] = ()  # fields that are folded away until asked for, or until they say something

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = "请选择一项。" if _chosen(field) else "请填写。"

    def full_clean(self):
        for field in self.fields.values():
            _reworded(field)
        super().full_clean()

    def first_fields(self) -> list:
        """What is asked at once."""
        return [bound for bound in self.visible_fields() if bound.name not in self.later]

    def later_fields(self) -> list:
        """What may be added later."""
        return [bound for bound in self.visible_fields() if bound.name in self.later]

    def later_says(self) -> bool:
        """Whether something stands in, or is wrong with, what may be added later."""
        return any(bound.errors or bound.value() for bound in self.later_fields())


def _reworded(field) -> None:
    """Django's own complaints in our words; a field's own words stay."""
    for code, words in OURS.items():
        if field.error_messages.get(code) in (None, field.default_error_messages.get(code)):
            field.error_messages[code] = words
    if field.error_messages.get("invalid") == forms.IntegerField.default_error_messages["invalid"]:
        field.error_messages["invalid"] = "请填整数。"


def _chosen(field) -> bool:
    return isinstance(field, forms.ChoiceField) or hasattr(field, "queryset")


class Form(_OurWay, forms.Form):
    """A form of the house."""


class ModelForm(_OurWay, forms.ModelForm):
    """A form on a model's fields, for rooms whose action takes them as they are."""


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, **attrs):
        super().__init__(attrs=attrs, format="%Y-%m-%d")


FIRST_YEAR, LAST_YEAR = 1900, 2999


def possible(day):
    """A day no further away than people plan or remember: beyond lies a slip of the finger, or what no calendar holds."""
    if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise forms.ValidationError(f"年份应在 {FIRST_YEAR} 到 {LAST_YEAR} 之间，请核对。")
    return day


class DayField(forms.DateField):
    """A day, from the calendar or typed as people type it: 2021-3-5, 2021.3.5, 2021/3/5, 2021年3月5日, 20210305."""

    widget = DayInput
    FORMATS = ("%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d")

    def __init__(self, **kwargs):
        super().__init__(input_formats=self.FORMATS, **kwargs)
        self.error_messages["invalid"] = "请填日期，如 2021-03-05。"

    def to_python(self, value):
        return possible(super().to_python(value))


class MoneyField(forms.DecimalField):
    """Yuan with at most two decimals; spaces, commas and the unit may be typed along (1,200 元)."""

    def __init__(self, **kwargs):
        kwargs = {
            "max_digits": 14,
            "decimal_places": 2,
            "min_value": 0,
            "widget": forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            **kwargs,
        }
        super().__init__(**kwargs)
        self.error_messages["invalid"] = "请填金额，如 500 或 500.50。"

    def to_python(self, value):
        if isinstance(value, str):
            for extra in (",", "，", " ", THIN, "元", "¥", "￥"):
                value = value.replace(extra, "")
        return super().to_python(value)


MOST = 2_147_483_647  # what a column of whole numbers holds in every database we know


class CountField(forms.IntegerField):
    """How many; never below nothing, never more than a column holds."""

    def __init__(self, **kwargs):
        super().__init__(
            **{"min_value": 0, "max_value": MOST, "widget": forms.TextInput(attrs={"inputmode": "numeric"}), **kwargs}
        )
        self.error_messages["invalid"] = "请填整数。"


class PhoneField(forms.CharField):
    """A telephone number; the keypad comes up on phones."""

    def __init__(self, **kwargs):
        super().__init__(
            **{
                "max_length": 30,
                "widget": forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
                **kwargs,
            }
        )


class WordsField(forms.CharField):
    """Several lines of text."""

    def __init__(self, *, lines: int = 4, **kwargs):
        super().__init__(**{"widget": forms.Textarea(attrs={"rows": lines}), **kwargs})


class ChoiceField(forms.ChoiceField):
    """One of several; few are laid out as buttons to press, many as a list."""

    FEW = 5

    def __init__(self, *, choices, **kwargs):
        choices = read_aloud(choices() if callable(choices) else choices)
        if len(choices) <= self.FEW and kwargs.get("required", True):
            kwargs.setdefault("widget", forms.RadioSelect)
        elif not kwargs.get("required", True) or "initial" not in kwargs:
            choices = [("", "请选择"), *choices]
        super().__init__(choices=choices, **kwargs)


class FileField(forms.FileField):
    """A file to hand in; `kinds` are endings (.xlsx), `most` the size in MB."""

    def __init__(self, *, kinds: tuple[str, ...] = (), most: int = 20, **kwargs):
        self.kinds, self.most = kinds, most
        super().__init__(**{"widget": forms.FileInput(attrs={"accept": ",".join(kinds)}), **kwargs})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if file and self.kinds and not file.name.lower().endswith(self.kinds):
            raise forms.ValidationError(f"只收 {'、'.join(self.kinds)} 文件，收到的是“{file.name}”。")
        if file and file.size > self.most * 1024 * 1024:
            raise forms.ValidationError(f"文件超过 {self.most} MB，请拆分后再导入。")
        return file
