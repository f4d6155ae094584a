"""What the columns of rosters are called (columns.toml), and what each is for."""

from pathlib import Path

from zhijia.kit.sheet.header import Vocabulary

ROSTER = Vocabulary.load(Path(__file__).with_name("columns.toml"))

PLACES = ("unit", "section", "group")
SOLID = ("id_no", "phone", "birth", "card_no", "joined_union", "joined_work", "sex")
PERSONAL = ("id_no", "phone", "birth", "joined_union", "member", "status", "card_no", "joined_work", "sex")


def places(columns: dict[str, int]) -> dict[str, str]:
    """How the columns of place are kept: the smallest is the team, the largest of several the unit."""
    found = [key for key in PLACES if key in columns]
    kept = {3: ("unit", "section", "team"), 2: ("unit", "team"), 1: ("team",)}.get(len(found), ())
    return dict(zip(found, kept, strict=True))
