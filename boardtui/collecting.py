"""The collector of garbage: kept from going, again and again, through what stays until the program ends."""

from __future__ import annotations

import gc


def wait() -> None:
    """Collect nothing while the program starts: a tenth of the time until Home is shown."""
    gc.disable()


def begin() -> None:
    """Collect from now on; what is there by now is never looked at again, so that no key waits for that."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
