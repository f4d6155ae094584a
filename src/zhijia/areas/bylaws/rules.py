"""Rules of by-laws (制度): which ones a union should have, which sheet on the wall is out of date. Pure."""

from collections.abc import Iterable


def missing(expected: Iterable[str], titles: Iterable[str]) -> list[str]:
    """Expected documents no title speaks of: 工作汇报制度 is there as 工会工作汇报制度."""
    known = list(titles)
    return [name for name in expected if not any(name in title for title in known)]


def superseded(hanging: int, current: int) -> bool:
    """Whether the version on the wall is no longer the one in force."""
    return hanging < current


def paragraphs(text: str) -> list[str]:
    """The lines of a document, without empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]
