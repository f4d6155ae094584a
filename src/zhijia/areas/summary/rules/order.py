"""How a new proposal meets a paper that people have worked on: their words stay, new sentences find their place."""

from dataclasses import dataclass

AUTO, EDITED, ADDED = "auto", "edited", "added"


@dataclass(frozen=True)
class Standing:
    """A block as it stands: its key in the paper, the outline paragraph it came from, and who wrote it."""

    pk: int
    source: str
    origin: str


@dataclass(frozen=True)
class Merge:
    """What becomes of a paper: sources and kept blocks in order, and the blocks that are no longer proposed."""

    order: tuple[str | int, ...]
    dropped: tuple[int, ...]


def merge(standing: list[Standing], proposed: list[str]) -> Merge:
    """The new order: proposed sources in outline order, blocks people wrote after what they stood behind.

    A proposed source that has a block is given by that block's pk; one without, by its name. Automatic blocks that are
    no longer proposed are dropped; edited ones stay.
    """
    by_source = {each.source: each.pk for each in standing if each.source}
    order: list[str | int] = [by_source.get(source, source) for source in proposed]
    dropped, before = [], None
    for each in standing:
        if each.source in proposed and each.source:
            before = each.pk
        elif each.origin == AUTO:
            dropped.append(each.pk)
        else:
            order.insert(order.index(before) + 1 if before is not None else 0, each.pk)
            before = each.pk
    return Merge(tuple(order), tuple(dropped))
