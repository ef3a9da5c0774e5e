"""What is told in a terminal while something long is done, once it takes longer than a second."""

from __future__ import annotations

import sys
import time

PATIENCE = 1.0
"""Seconds after which somebody who waits is told how far it is."""


class Telling:
    """Tells on stderr how far something is, where somebody looks at a terminal; its line is gone when it is over."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._told = False

    def __call__(self, what: str, done: int, of: int) -> None:
        """Tell it."""
        if sys.stderr.isatty() and time.monotonic() - self._begun > PATIENCE:
            self._told = True
            self._write(f"\r{what} … {100 * done // max(of, 1)} % (ctrl+c stops)\x1b[K")

    def __enter__(self) -> Telling:
        return self

    def __exit__(self, *_: object) -> None:
        if self._told:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        print(text, end="", file=sys.stderr, flush=True)
