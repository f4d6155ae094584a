"""Looking at what is masked: with a purpose, and a trace the person can see."""

from django.core.exceptions import PermissionDenied

from zhijia.areas.members.models import Person
from zhijia.core.refused import Refused
from zhijia.core.trail.looks import looked

GROUP = "证件和电话"


def reveal(actor, person: Person, *, purpose: str) -> dict[str, str]:
    """The identity number and phone in full; written down before they are shown (谁看过我的档案)."""
    if not actor.can("members.reveal", person.union):
        raise PermissionDenied("您不能查看这个人的证件号码。")
    if len(purpose.strip()) < 2:
        raise Refused("请写明查看的事由，本人可以看到。")
    looked(actor, [person], GROUP, purpose.strip()[:100])
    return {"id_no": person.id_no, "phone": person.phone}
