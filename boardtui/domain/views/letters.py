"""Frozen views of letters and reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

TABLED = "table: "
"""How the words of a figure begin that stands in a table of a report, not in its text."""


@dataclass(frozen=True)
class Figure:
    """A figure in a drafted block: its words, the record it rests on, its value then and `now`.

    `now` is None when the record is gone; a figure whose value changed since is `stale`.
    """

    said: str
    ref: str
    value: str
    now: str | None

    @property
    def stale(self) -> bool:
        """Say whether its source says something else now."""
        return self.now != self.value

    @property
    def tabled(self) -> bool:
        """Say whether it stands in a table, which is made anew each time, and not in the text."""
        return self.said.startswith(TABLED)


@dataclass(frozen=True)
class Block:
    """A block of a letter or report; `edited` when its text is no longer the drafted one."""

    id: str
    version: int
    key: str
    heading: str
    text: str
    drafted: str
    edited: bool
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Letter:
    """A letter or report, with its blocks; `series` and `number` name it (`report 2`), `kind` says which it is."""

    id: str
    version: int
    number: int
    reference: str
    subject: str
    dated: date | None
    addressee: str
    address: str
    salutation: str
    signs_as: str
    copies: str
    first_meeting: int
    last_meeting: int
    state: str
    signed_on: date | None
    signed_by: str
    signed_how: str
    sent_on: date | None
    sent_to: str
    journal_at_signing: int | None
    blocks: tuple[Block, ...]
    series: str = "letter"
    kind: str = "letter"

    @property
    def name(self) -> str:
        """Return what people call it: `letter 2`, `report 1`."""
        return f"{self.series} {self.number}"


@dataclass(frozen=True)
class FactComment:
    """A comment of the council's fact check on a `block` (by its key, or on the whole), and what the Chair decided."""

    id: str
    version: int
    number: int
    block: str | None
    heading: str | None
    given_on: date
    given_by: str
    text: str
    decision: str
    decided_on: date | None
    answer: str
