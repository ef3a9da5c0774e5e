"""A closed window or a polite kill: half-typed text is kept, then the program leaves (DESIGN 8, *The terminal*)."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import sys
from collections.abc import Callable

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Ending:
    """Calls back when the program is asked to end, where the system can say so."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._before: list[tuple[signal.Signals, object]] = []

    def watch(self, ask: Callable[[], object]) -> None:
        """Call `ask` on the event loop when a signal to end arrives."""
        loop = asyncio.get_running_loop()
        for ending in _ENDING:
            before = signal.getsignal(ending)
            try:
                loop.add_signal_handler(ending, ask)
            except (NotImplementedError, RuntimeError, ValueError):
                return
            self._loop = loop
            self._before.append((ending, before))

    def leave(self) -> None:
        """Let signals do what they did before."""
        for ending, before in self._before:
            if self._loop is not None and not self._loop.is_closed():
                self._loop.remove_signal_handler(ending)
            if callable(before) or before in (signal.SIG_DFL, signal.SIG_IGN):
                signal.signal(ending, before)  # type: ignore[arg-type]  # as getsignal gave it
        self._before.clear()


def window_is_closed() -> bool:
    """Say whether the terminal is gone; what is written to it then blocks for ever."""
    try:
        import termios
    except ImportError:
        return False
    try:
        termios.tcgetattr(sys.__stdin__.fileno() if sys.__stdin__ else 0)
    except termios.error as problem:
        return bool(problem.args and problem.args[0] == errno.EIO)
    except (OSError, ValueError):
        return False
    return False


def leave_at_once() -> None:
    """End the process without another word to a terminal that is gone."""
    os._exit(128 + 1)
