"""How far something long has come, told while it is done; whoever is told may stop it by raising."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much; it may raise to stop."""

STEP = 1000
"""Things done between two reports of progress."""


def silent(_what: str, _done: int, _of: int) -> None:
    """Tell nobody."""


def reported(things: Iterable[T], what: str, of: int, told: Progress) -> Iterator[T]:
    """Yield things as they are, telling now and then how many have gone by."""
    for done, thing in enumerate(things):
        if done % STEP == 0:
            told(what, done, of)
        yield thing
