"""What a filter asks of a record: conditions, and how they are joined."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Word:
    """A word or phrase that one of the record's texts must hold, in any case."""

    text: str


@dataclass(frozen=True)
class State:
    """One of these states must be the record's."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """One of the texts that the record has under a key must be this one, in any case.

    `within` lets `3` stand for all that begins with `3.` as well.
    """

    key: str
    value: str
    within: bool = False


@dataclass(frozen=True)
class Number:
    """One of the numbers that the record has under a key must be from `first` to `last`, both included."""

    key: str
    first: int
    last: int


@dataclass(frozen=True)
class Days:
    """The day that the record has under a key must be from `first` to `last`, both included; no day is in none."""

    key: str
    first: date
    last: date


@dataclass(frozen=True)
class Missing:
    """The record must have nothing under a key."""

    key: str


@dataclass(frozen=True)
class Not:
    """The condition must not hold."""

    of: Condition


@dataclass(frozen=True)
class Every:
    """Every condition must hold; where there is none, everything fits."""

    of: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Either:
    """At least one of the conditions must hold."""

    of: tuple[Condition, ...]


Condition = Word | State | Told | Number | Days | Missing | Not | Every | Either


def plain_words(condition: Condition) -> tuple[str, ...] | None:
    """Return the words that a filter of nothing but words asks for; None for one that asks anything else."""
    parts = condition.of if isinstance(condition, Every) else (condition,)
    words = tuple(part.text for part in parts if isinstance(part, Word))
    return words if len(words) == len(parts) else None


def one_owner(condition: Condition) -> str | None:
    """Return the one office that a filter asks for as owner or lead; none where it asks for several, or another way."""
    parts = condition.of if isinstance(condition, Every) else (condition,)
    owners = {part.value for part in parts if isinstance(part, Told) and part.key in ("owner", "lead")}
    return owners.pop().upper() if len(owners) == 1 else None
