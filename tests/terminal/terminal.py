"""A real terminal: the program in a pseudo-terminal, its screen as a person would see it."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pexpect
import pyte

KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "ctrl+a": "\x01",
    "ctrl+e": "\x05",
    "ctrl+q": "\x11",
    "ctrl+t": "\x14",
}
"""What a terminal sends for the keys that are not text."""

PATIENCE = 90.0
"""Seconds a test waits for something to appear; a slow machine needs them, a quick one does not."""

PROGRAM = (sys.executable, "-m", "boardtui")
"""What runs in a terminal unless another way of installing it is tried."""


class Terminal:
    """A terminal of a given size with the program running in it."""

    def __init__(
        self,
        *arguments: str | Path,
        size: tuple[int, int] = (80, 24),
        program: Sequence[str] = PROGRAM,
        **environment: str,
    ) -> None:
        columns, rows = size
        self.raw = bytearray()
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._child: Any = pexpect.spawn(
            program[0],
            [*program[1:], *map(str, arguments)],
            env=_environment(environment),
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )
        self._child.delaybeforesend = None  # what is typed waits for the screen, not for a clock

    @property
    def pid(self) -> int:
        """Return the program's process."""
        return int(self._child.pid)

    @property
    def text(self) -> str:
        """Return the screen as it stands, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def words(self) -> str:
        """Return the screen as one run of words."""
        return " ".join(self.text.split())

    def press(self, *keys: str) -> None:
        """Press keys that are not text, or single characters."""
        for key in keys:
            self._child.send(KEYS.get(key, key))

    def type(self, text: str) -> None:
        """Type text as a person does, a character at a time."""
        self._child.send(text)

    def say(self, line: str) -> None:
        """Type a line and press Enter."""
        self.type(line)
        self.press("enter")

    def wait_for(self, *texts: str) -> None:
        """Wait until all of these texts stand on the screen."""
        self.wait_until(lambda: all(text in self.words for text in texts), f"waiting for {texts}")

    def wait_until(self, seen: Callable[[], bool], what: str = "waiting") -> None:
        """Wait until something is so, showing the program's output meanwhile."""
        deadline = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < deadline, f"{what}; the screen says:\n{self.text}"
            assert self._read(0.05) or self.alive, f"{what}; the program ended:\n{self.text}"

    def read_out(self) -> None:
        """Take in what the program has written so far."""
        while self._read(0.2):
            pass

    @property
    def alive(self) -> bool:
        """Say whether the program runs."""
        return bool(self._child.isalive())

    def kill(self, how: int = signal.SIGKILL) -> None:
        """End the program as the system does, and wait until it is gone."""
        os.kill(self.pid, how)
        self.wait_to_end()

    def wait_to_end(self) -> None:
        """Wait until the program is gone."""
        deadline = time.monotonic() + PATIENCE
        while self.alive:
            assert time.monotonic() < deadline, f"still running:\n{self.text}"
            self._read(0.05)

    def close(self) -> None:
        """Close the window: the program hears a hang-up and has nowhere to write any more."""
        if not self._child.closed:
            window = self._child.ptyproc
            window.fileobj.close()  # which owns the descriptor: closed here alone, or its number is closed twice
            window.closed, window.fd = True, -1
            self._child.closed, self._child.child_fd = True, -1
        deadline = time.monotonic() + PATIENCE
        while self.alive:
            assert time.monotonic() < deadline, "still running after its window was closed"
            time.sleep(0.02)

    def _read(self, within: float) -> bool:
        try:
            written: bytes = self._child.read_nonblocking(65536, within)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.raw += written
        self._stream.feed(written)
        return True


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none", **more}
