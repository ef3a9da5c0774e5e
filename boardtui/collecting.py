"""The collector of garbage: kept from going, again and again, through what stays until the program ends."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


def wait() -> None:
    """Collect nothing while the program starts: a tenth of the time until Home is shown."""
    gc.disable()


def begin() -> None:
    """Collect from now on; what is there by now is never looked at again, so that no key waits for that."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


@contextmanager
def put_off() -> Iterator[None]:
    """Collect nothing during one piece of work that makes little garbage in rings and much that stays."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@cache
def keep() -> None:
    """Never look again through what is there by now; asked again, do nothing, without counting what that is."""
    gc.freeze()
