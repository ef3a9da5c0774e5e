"""The same done to many records: tried on each first, then done to those that allow it, in one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from boardtui.domain.text import shorten
from boardtui.errors import BoardError, TriedError
from boardtui.store.unit import Work

Act = Callable[[Work, str], Any]
"""What is done to one record, by its reference."""

_NAMED = 120
"""Columns in which the journal's sentence names the records."""


def attempt(work: Work, refs: Sequence[str], act: Act) -> None:
    """Try it on each record and take all of it back: TriedError holds which allow it, and why the others do not."""
    done, refused = _each(work, refs, act)
    raise TriedError(done, refused)


def carry_out(work: Work, refs: Sequence[str], act: Act, said: str) -> tuple[str, ...]:
    """Do it to each record in one change, or, where one refuses, to none; return those it was done to."""
    work.say(f"{said}: {shorten(', '.join(refs), _NAMED)}")
    for ref in refs:
        act(work, ref)
    return tuple(refs)


def _each(work: Work, refs: Sequence[str], act: Act) -> tuple[tuple[str, ...], tuple[tuple[str, BoardError], ...]]:
    done: list[str] = []
    refused: list[tuple[str, BoardError]] = []
    for ref in refs:
        try:
            with work.attempt():
                act(work, ref)
        except BoardError as problem:
            refused.append((ref, problem))
        else:
            done.append(ref)
    return tuple(done), tuple(refused)
