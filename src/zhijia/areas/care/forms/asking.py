"""How the forms of care ask for a person and for a union."""

from django import forms

from zhijia.areas.care.queries.places import found_among
from zhijia.kit.asking import UnionForm
from zhijia.kit.lookups import LookupField


def told_apart(person) -> str:
    """A person told apart from a namesake: 王芳 · 一车间."""
    return f"{person} · {person.union}"


def person_field(actor, label: str, **more) -> LookupField:
    """One person of the rolls within reach."""
    return LookupField(
        label=label, find=lambda text: found_among(actor, text), label_of=told_apart, thing="人",
        help_text="输入姓名或拼音首字母。", **more,
    )


class CareForm(UnionForm):
    """Asks for a union only who has posts in several; then come the fields in the order of `order`."""

    order: tuple[str, ...] = ()

    def __init__(self, actor, *args, **kwargs):
        super().__init__(actor, *args, **kwargs)
        self.actor = actor
        posts = {grant.union_id for grant in actor.grants if self.power in grant.powers}
        if len(posts) == 1:
            self.fields["union"].widget = forms.HiddenInput()
            self.fields["union"].initial = posts.pop()
        self.ask(actor)
        self.order_fields(self.order)

    def ask(self, actor) -> None:
        """Add the fields that need to know who asks."""
