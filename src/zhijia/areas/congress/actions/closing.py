"""After the sitting: resolutions, minutes, publication, report."""

from zhijia.areas.congress.actions.deciding import settle
from zhijia.areas.congress.models import Item, Resolution, Sitting
from zhijia.areas.congress.queries import sittings as queries
from zhijia.areas.congress.queries import wording
from zhijia.areas.congress.rules.kinds import Stage, step
from zhijia.core.refused import Refused
from zhijia.core.trail.deed import deed
from zhijia.kit.publishing import publishable

POWER = "congress.edit"


def close(actor, sitting, *, on) -> Sitting:
    """Close the sitting: what was voted stands, a resolution is written for all that was carried, and the minutes."""
    with deed(actor, POWER, sitting, what=f"闭会：{sitting.short}"):
        if running := queries.undecided(sitting):
            raise Refused(f"《{running[0].title}》还在表决，请先计票，或者作废这次表决。")
        for item in sitting.items.filter(kind=Item.Kind.DECIDE):
            settle(actor, item)
        for item in sitting.items.filter(carried=True):
            _resolve(actor, item)
        sitting.stage, sitting.closed_on = step(sitting.stage, Stage.CLOSED), on
        sitting.minutes = wording.minutes(sitting)
    return sitting


def _resolve(actor, item) -> Resolution:
    resolution = Resolution(sitting=item.sitting, item=item, text=wording.resolution(item))
    with deed(actor, POWER, resolution, what=f"形成{resolution}"[:200]):
        return resolution


def word(actor, resolution, *, text) -> Resolution:
    """Word a resolution anew, until it is published; the earlier wording stays in the trail."""
    with deed(actor, POWER, resolution, what=f"修改{resolution}"[:200]):
        if resolution.sitting.published_on:
            raise Refused("决议已经公布，不能再改文字。确有错误请先撤回公布。")
        resolution.text = text
    return resolution


def minute(actor, sitting, *, minutes) -> Sitting:
    """Write or correct the minutes; the earlier text stays in the trail."""
    with deed(actor, POWER, sitting, what=f"会议纪要：{sitting.short}"):
        sitting.minutes = minutes
    return sitting


def publish(actor, sitting, *, on, let_pass="") -> Sitting:
    """Publish the resolutions; numbers of people and protected names in them are refused first."""
    with deed(actor, POWER, sitting, what=f"公布决议：{sitting.short}{let_pass and f'（{let_pass}）'}"):
        _closed(sitting)
        if not sitting.resolutions.exists():
            raise Refused("这次会议没有形成决议，没有要公布的。")
        publishable("\n".join(sitting.resolutions.values_list("text", flat=True)), sitting.union, let_pass=let_pass)
        sitting.published_on = on
    return sitting


def unpublish(actor, sitting, *, why) -> Sitting:
    """Take a publication back to correct it, with the reason."""
    with deed(actor, POWER, sitting, what=f"撤回公布：{sitting.short}（{why}）"):
        if sitting.published_on is None:
            raise Refused("决议还没有公布。")
        sitting.published_on = None
    return sitting


def report(actor, sitting, *, on) -> Sitting:
    """The sitting was reported to the union above."""
    with deed(actor, POWER, sitting, what=f"报告上级工会：{sitting.short}"):
        _closed(sitting)
        sitting.reported_on = on
    return sitting


def _closed(sitting):
    if sitting.stage != Stage.CLOSED:
        raise Refused(f"这次会议{sitting.stage}，闭会以后再办。")
