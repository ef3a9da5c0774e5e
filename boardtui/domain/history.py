"""What was changed in the Board, by whom, when and in which role: the journal in people's words (DESIGN 7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from boardtui.domain.dates import show
from boardtui.domain.text import one_line

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}:[0-9]{2}):[0-9]{2})?")
NOTHING = "nothing"
"""What stands for a field that is empty."""


@dataclass(frozen=True)
class Field:
    """One field of a record before and after a change, ISO dates and people's references; empty for nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class RecordChange:
    """One record's change: its kind and reference, whether it was added, changed or removed, and its fields."""

    kind: str
    ref: str
    what: str
    fields: tuple[Field, ...]

    @property
    def record(self) -> str:
        """Return what people call it: `action 5/03`, `meeting 4`."""
        return named(self.kind, self.ref)


@dataclass(frozen=True)
class Happening:
    """One thing somebody did: the journal's entry, its sentence, and what it changed, so far as that was asked for.

    `at` is an ISO moment; `undoes` is the entry that it took back.
    """

    sequence: int
    at: str
    who: str
    role: str
    sentence: str
    undoes: int | None = None
    changes: tuple[RecordChange, ...] = ()

    @property
    def said(self) -> str:
        """Return its sentence, or what stands for one that is missing."""
        return self.sentence or "(no sentence)"


@dataclass(frozen=True)
class Subject:
    """The record whose history is asked for: its kind and reference as people write them, and its row."""

    kind: str
    ref: str
    table: str
    id: str

    @property
    def named(self) -> str:
        """Return what people call it: `action 5/03`, `meeting 4`."""
        return named(self.kind, self.ref)


@dataclass(frozen=True)
class Wanted:
    """Which part of the history is asked for; every condition that is set must hold.

    `words` are looked for in the sentence and in what the changed fields said, in any case.
    """

    who: str = ""
    role: str = ""
    since: date | None = None
    until: date | None = None
    kind: str = ""
    words: str = ""

    @classmethod
    def read(cls, typed: str) -> Wanted:
        """Read what was typed into a filter: `who:smith role:chair kind:rating since:2013-03-01 protocol`.

        A date that is not one yet, while it is being typed, asks for nothing.
        """
        told: dict[str, str] = {}
        words = []
        for word in typed.split():
            name, colon, value = word.partition(":")
            if colon and name.casefold() in _TYPED:
                told[name.casefold()] = value.replace("_", " ")
            else:
                words.append(word)
        return cls(
            told.get("who", ""),
            told.get("role", ""),
            _day(told.get("since", "")),
            _day(told.get("until", "")),
            told.get("kind", ""),
            " ".join(words),
        )


_TYPED = ("who", "role", "since", "until", "kind")


def named(kind: str, ref: str) -> str:
    """Return what people call a record: `action 5/03`, but `meeting 4` and `report 2`."""
    return ref if ref.startswith(kind) or kind == "letter" else f"{kind} {ref}".strip()


def shown(value: str) -> str:
    """Write a value as people read it: dates as `4 Apr 2013`, nothing as the word."""
    if not value:
        return NOTHING
    if found := _DAY.fullmatch(value):
        day = _day(found[1])
        if day is not None:
            return f"{show(day)} {found[2]}" if found[2] else show(day)
    return one_line(value)


def when(at: str) -> str:
    """Write the moment of an entry: `4 Apr 2013 14:05`."""
    return shown(at)


def change_said(change: RecordChange) -> list[str]:
    """Write a record's change: a line for each field that changed, one line for all of a new or removed record."""
    if change.what == "changed":
        return [
            f"{change.record}: {field.name}: {shown(field.before)} → {shown(field.after)}" for field in change.fields
        ]
    fields = "; ".join(f"{field.name}: {shown(field.after or field.before)}" for field in change.fields)
    return [f"{change.record}, {change.what}: {fields}"]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
