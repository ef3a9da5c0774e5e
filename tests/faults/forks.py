"""Work in a process of its own that can be killed at any moment: what it acknowledged is told through a pipe."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable
from pathlib import Path

Tell = Callable[[str], None]
"""Acknowledges one thing, as a screen does with its tick."""


def killed(act: Callable[[Tell], None], after: int, moment: float) -> list[str]:
    """Run `act` in a child, kill it `moment` seconds after its `after`-th acknowledgement, and return what it told."""
    child, told = _start(act)
    try:
        heard = b""
        while heard.count(b"\n") < after and (more := os.read(told, 65536)):
            heard += more
        select.select([], [], [], moment)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(told, 65536):
            heard += more
    finally:
        os.close(told)
    return _heard(heard)


def ended(act: Callable[[Tell], None]) -> list[str]:
    """Run `act` in a child to its end and return what it told."""
    child, told = _start(act)
    heard = b""
    while more := os.read(told, 65536):
        heard += more
    os.close(told)
    os.waitpid(child, 0)
    return _heard(heard)


def _start(act: Callable[[Tell], None]) -> tuple[int, int]:
    """Fork a child that runs `act` and never comes back; return it and the pipe it tells through."""
    told, telling = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child:
        os.close(telling)
        return child, told
    try:
        os.close(told)
        _hush()
        act(lambda text: _all(telling, text))
    except BaseException as problem:
        _all(telling, f"!{type(problem).__name__}: {problem}".replace("\n", " "))
    finally:
        os._exit(0)


def _heard(heard: bytes) -> list[str]:
    told = heard.decode().split("\n")[:-1]
    if failed := [one for one in told if one.startswith("!")]:
        raise RuntimeError(f"the child failed by itself: {failed}")
    return told


def _all(pipe: int, text: str) -> None:
    os.write(pipe, f"{text}\n".encode())


def _hush() -> None:
    """Keep what the child prints to itself."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def left_behind(folder: Path, *known: str) -> list[str]:
    """List what lies in a folder beside what belongs there."""
    return sorted(path.name for path in folder.iterdir() if path.name not in known)
