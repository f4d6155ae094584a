"""Loading many rows without the garbage collector walking over them again and again."""

import gc
from contextlib import contextmanager


@contextmanager
def quiet():
    """Pause the cyclic collector: while tens of thousands of rows come to stay it finds nothing and
    doubles the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
