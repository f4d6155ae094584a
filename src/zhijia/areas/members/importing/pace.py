"""Keeping the collector of circular garbage out of the way while many rows are made at once."""

import gc
from contextlib import contextmanager


@contextmanager
def uncollected():
    """Rows of a roster hold no circles; looking for some among 20,000 of them cost a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
