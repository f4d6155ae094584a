"""What happens in the publicity room: issue, publish, subscribe."""

from zhijia.areas.publicity import queries
from zhijia.areas.publicity.models import Article, Board, Medium, Subscription
from zhijia.core.trail.deed import deed


def issue(actor, *, union, theme, on, medium=Medium.BLACKBOARD, number=None, **details) -> Board:
    """Record an issue; without a number it gets the next of the year."""
    board = Board(union=union, theme=theme, on=on, medium=medium, **details)
    with deed(actor, "publicity.edit", board, what=f"出{medium}：{theme}"):
        board.number = number or queries.next_number(union, medium, on.year)
    return board


def publish(actor, *, union, title, author, media, on, **details) -> Article:
    """Record an article that was published."""
    article = Article(union=union, title=title, author=author, media=media, on=on, **details)
    with deed(actor, "publicity.edit", article, what=f"刊登：{title}"):
        return article


def subscribe(actor, *, union, title, year, copies, on, **details) -> Subscription:
    """Record a subscription."""
    made = Subscription(union=union, title=title, year=year, copies=copies, on=on, **details)
    with deed(actor, "publicity.edit", made, what=f"订阅：{title}"):
        return made


def correct(actor, record, **changes):
    """Correct a board, an article or a subscription; what it was stays in the trail."""
    with deed(actor, "publicity.edit", record, what=f"更正：{record}"):
        for name, value in changes.items():
            setattr(record, name, value)
    return record
