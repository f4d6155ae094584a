"""What the pages of the room share: sealed words shown only with a trace, one step of one case, a paper in Word."""

from functools import partial

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from zhijia.areas.relations import actions
from zhijia.areas.relations.forms.asking import WhyForm
from zhijia.core.org.web import needs
from zhijia.core.trail.looks import looked
from zhijia.kit.buttons import Button
from zhijia.kit.pages import Section, form_page

TITLES = {
    "letters": "来信来访", "my_letters": "我的诉求", "problems": "向上级反映的问题", "disputes": "劳动争议调解",
    "matters": "劳动法律监督", "contracts": "集体合同",
}


def seen(request, cases, group: str, purpose: str, page):
    """Show sealed words only after the look is written down: at the person's record, or at the case when it has none.

    If that fails, nothing is shown.
    """
    with transaction.atomic():
        people = {person.pk: person for case in cases if (person := getattr(case, "person", None))}
        looked(request.actor, people.values(), group, purpose)
        looked(request.actor, [case for case in cases if not getattr(case, "person", None)], group, purpose)
        return page()


def act(request, case, name: str, form, action, title: str, **more):
    """A form for one step of one case, which leads back to the case."""
    return form_page(
        request, form, lambda actor, **told: action(actor, case, **told), title=title, note=str(case),
        done=(f"relations:{name}", case.pk), **more,
    )


def step(power: str, find, name: str, title: str, form, action, **more):
    """The page of one step: the form, which begins with today, and the action it leads to. `find` gives the case."""

    @needs(power)
    def page(request, pk):
        return act(request, find(request, pk), name, form(request.POST or None, initial=today()), action, title, **more)

    return page


def void(power: str, find, name: str):
    """The page that takes a case written down by mistake out of the counts."""
    action = partial(actions.cases.void, power=power)
    return step(power, find, name, "作废", WhyForm, action, danger=True, submit="作废")


def today() -> dict:
    """What a form of a day begins with."""
    return {"on": timezone.localdate()}


def to(label: str, name: str, case, power: str | None = None, kind="plain") -> Button:
    return Button(label, reverse(f"relations:{name}", args=[case.pk]), kind, power)


def at(name: str):
    return lambda case: (f"relations:{name}", case.pk)


def up(name: str):
    return ((TITLES[name], f"relations:{name}"),)


def warned(sentences) -> list[Section]:
    said = "\n".join(sentences)
    return [Section("请看", words=said)] if said else []


def leaves(request) -> bool:
    """Whether a list is asked for on paper or as a file."""
    return any(request.GET.get(name) for name in ("print", "export"))
