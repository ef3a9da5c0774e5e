"""What is told in a terminal while something long is done, once it takes longer than a second."""

from __future__ import annotations

import signal
import sys
import threading
import time
from types import FrameType

PATIENCE = 1.0
"""Seconds after which somebody who waits is told how far it is."""


class Telling:
    """Tells on stderr how far something is, where somebody looks at a terminal; its line is gone when it is over.

    A ctrl+c that comes while Python cannot let an exception out (as it tidies up an object) is heard at the next step.
    """

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._told = False
        self._stopped = False
        self._before: object = None

    def __call__(self, what: str, done: int, of: int) -> None:
        """Tell it."""
        if self._stopped:
            raise KeyboardInterrupt
        if sys.stderr.isatty() and time.monotonic() - self._begun > PATIENCE:
            self._told = True
            self._write(f"\r{what} … {100 * done // max(of, 1)} % (ctrl+c stops)\x1b[K")

    def __enter__(self) -> Telling:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._stop)
        return self

    def __exit__(self, *_: object) -> None:
        if callable(self._before):
            signal.signal(signal.SIGINT, self._before)
        if self._told:
            self._write("\r\x1b[K")

    def _stop(self, _signal: int, _frame: FrameType | None) -> None:
        self._stopped = True
        raise KeyboardInterrupt

    def _write(self, text: str) -> None:
        print(text, end="", file=sys.stderr, flush=True)
