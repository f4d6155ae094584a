"""Proposals on the page of one person."""

from dataclasses import replace

from django.utils import timezone

from zhijia.areas.congress.queries import proposals as queries
from zhijia.areas.congress.tables.proposals import CALLS, MATTER, MINE


def person_sections(actor, person) -> list:
    """A person's proposals, for those who may see them; on one's own page also the calls that run."""
    if person.account_id is not None and person.account_id == actor.user_id:
        calls = queries.my_calls(actor, timezone.localdate())
        return [("正在征集提案", calls, CALLS), ("我的提案", queries.mine(actor), MINE)]
    if not actor.may(queries.READ):
        return []
    table = replace(MINE, columns=tuple(MATTER if c.key == "matter" else c for c in MINE.columns), empty="没有提案。")
    return [("提案", queries.visible(actor).filter(signers__person=person).distinct(), table)]
