"""Why a file cannot be read, said inside the limited process."""


class Unfit(Exception):
    """The file cannot be read; the text is for the person who chose it."""
