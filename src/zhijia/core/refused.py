"""Saying no with a reason a person can use."""


class Refused(Exception):
    """An act the system will not do; the text is one Chinese sentence that says why and what to do."""
