"""How far something long has come, told while it is done; whoever is told may stop it by raising."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much; it may raise to stop."""

STEP = 1000
"""Things done between two reports of progress."""


def silent(_what: str, _done: int, _of: int) -> None:
    """Tell nobody."""


def reported(things: Iterable[T], what: str, of: int, told: Progress) -> Iterator[T]:
    """Hand things on as they are, telling now and then how many have gone by."""
    return iter(things) if told is silent else _counted(things, what, of, told)


def _counted(things: Iterable[T], what: str, of: int, told: Progress) -> Iterator[T]:
    for done, thing in enumerate(things):
        if done % STEP == 0:
            told(what, done, of)
        yield thing


_listening: ContextVar[Progress] = ContextVar("listening", default=silent)


@contextmanager
def telling(told: Progress) -> Iterator[None]:
    """Have whatever papers are made meanwhile tell how far they are: they are made by many hands."""
    before = _listening.set(told)
    try:
        yield
    finally:
        _listening.reset(before)


def tell(what: str, done: int, of: int) -> None:
    """Tell whoever listens how far a paper is; it may raise to stop."""
    _listening.get()(what, done, of)
