"""What a dialog asks for: how each answer is typed, read, shown back, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from boardtui.domain.dates import show, weekday
from boardtui.domain.lines import NEXT_MEETING
from boardtui.domain.offering import Offer
from boardtui.domain.relative_days import parse_day
from boardtui.domain.text import clean, one_line

Reads = Callable[[str], Any]


@dataclass(frozen=True)
class Field:
    """One question of a dialog.

    `reads` turns what was typed into the answer, or raises ValueError with a sentence; `shows` says the
    answer back, beside the box of a `short` one. `choices` makes it a choice of words; `tall` gives it so many lines.
    A `hidden` one is not shown while it is typed, and not kept. `offers` are completed as one types, each of `several`
    with commas.
    """

    name: str
    label: str
    value: str = ""
    reads: Reads = one_line
    shows: Callable[[Any], str] = lambda _answer: ""
    needed: bool = False
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    tall: int = 0
    hidden: bool = False
    offers: tuple[Offer, ...] = ()
    several: bool = False
    short: bool = False

    @property
    def takes_anything(self) -> bool:
        """Say whether any text is an answer, so that what it offers are only proposals."""
        return self.reads in (one_line, clean)

    def answer(self, typed: str) -> Any:
        """Read what was typed; raise ValueError with a sentence when it cannot be right."""
        if not typed.strip():
            if self.needed:
                raise ValueError("This is needed.")
            return self.reads("") if self.takes_anything else None
        return self.reads(typed)


def words(
    name: str, label: str, value: str = "", *, needed: bool = False, hint: str = "", offers: Sequence[Offer] = ()
) -> Field:
    """Ask for a line of text."""
    return Field(name, label, value, needed=needed, hint=hint, offers=tuple(offers))


def lines(name: str, label: str, value: str = "", *, needed: bool = False, tall: int = 4) -> Field:
    """Ask for a longer text."""
    return Field(name, label, value, reads=clean, needed=needed, tall=tall)


def secret(name: str, label: str) -> Field:
    """Ask for something that is not shown while it is typed, and not kept when the dialog is left."""
    return Field(name, label, reads=str, needed=True, hidden=True)


def day(
    name: str,
    label: str,
    after: date,
    value: date | None = None,
    *,
    needed: bool = False,
    hint: str = "",
    today: date | None = None,
) -> Field:
    """Ask for a date, typed as people type it; without a year it is the next one after `after`.

    `next thu` and `+6w` are counted from `today`, by default `after`.
    """
    return Field(
        name,
        label,
        show(value) if value else "",
        reads=lambda typed: parse_day(typed, after, today),
        shows=weekday,
        needed=needed,
        hint=hint or "14 Jan, next thu, +6w",
        short=True,
    )


def due(name: str, label: str, after: date, *, needed: bool = True) -> Field:
    """Ask for a due date, which may be the next meeting."""

    def read(typed: str) -> date | str:
        said = one_line(typed).casefold()
        return NEXT_MEETING if said in (NEXT_MEETING, "next") else parse_day(typed, after)

    return Field(
        name,
        label,
        reads=read,
        shows=lambda answer: weekday(answer) if isinstance(answer, date) else "follows the next meeting",
        needed=needed,
        hint=f"14 Jan, +6w, {NEXT_MEETING}",
        short=True,
    )


def number(name: str, label: str, value: int | None = None, low: int = 0, high: int = 600) -> Field:
    """Ask for a whole number."""

    def read(typed: str) -> int:
        if not typed.strip().isdecimal() or not low <= int(typed) <= high:
            raise ValueError(f"Write a number from {low} to {high}.")
        return int(typed)

    return Field(name, label, "" if value is None else str(value), reads=read, needed=True)


def one_of(name: str, label: str, choices: Sequence[str | tuple[str, str]], value: str = "") -> Field:
    """Ask to choose one of a few words."""
    pairs = tuple((choice, choice) if isinstance(choice, str) else choice for choice in choices)
    return Field(name, label, value or pairs[0][0], reads=str, choices=pairs)
