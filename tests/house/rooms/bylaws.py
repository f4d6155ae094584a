"""The by-laws room, as the tests of the house know it."""

from datetime import date

from tests.house.rooms import at
from zhijia.areas.bylaws import actions

DAY = date(2025, 3, 8)


def keep(side, kept):
    """A document in its second version, hung on a wall."""
    mark = side.mark
    kept.bylaw = actions.adopt(
        side.chair, union=side.union, title=f"{mark}工作汇报制度", text=f"{mark}第一条", adopted_on=DAY,
        adopted_by=f"{mark}委员会", keeper=f"{mark}某人",
    )
    kept.bylaw_version = actions.revise(side.chair, kept.bylaw, text=f"{mark}第一条改", adopted_on=DAY, change=f"{mark}修订")
    kept.posting = actions.hang(side.chair, kept.bylaw, place=f"{mark}办公室", on=DAY)


RECORDS = {
    **at("bylaws", "bylaw", "document revise withdraw hang sheet word"), **at("bylaws", "bylaw_version", "version"),
    **at("bylaws", "posting", "take_down"),
}
