"""The collector of garbage: kept from going, again and again, through what stays until the program ends."""

from __future__ import annotations

import gc
from functools import cache


def wait() -> None:
    """Collect nothing while the program starts: a tenth of the time until Home is shown."""
    gc.disable()


def begin() -> None:
    """Collect from now on; what is there by now is never looked at again, so that no key waits for that."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


@cache
def keep() -> None:
    """Never look again through what is there by now; asked again, do nothing, without counting what that is."""
    gc.freeze()
