"""Frozen views of a meeting, its agenda, and who was there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Day = date
"""A date, under a name that a field called `date` does not hide."""


@dataclass(frozen=True)
class Meeting:
    """A meeting; `days_since_last` counts from the one before it that was not cancelled or postponed."""

    id: str
    version: int
    number: int
    date: Day
    starts: str
    place: str
    state: str
    days_since_last: int | None
    moved_because: str
    agenda_issued_on: Day | None
    opened_at: str | None
    closed_at: str | None
    item_in_hand: str | None
    restricted_now: str | None
    presiding: str | None
    submitted_on: Day | None
    signed_on: Day | None
    signed_by: str
    signed_how: str
    confirmed_at: int | None
    confirmed_on: Day | None
    confirmed_how: str
    items: int
    entries: int
    to_tidy: int


@dataclass(frozen=True)
class Item:
    """An agenda item; `taken_after` is set when it was taken out of order (the number of the item before it)."""

    id: str
    version: int
    number: int
    kind: str
    title: str
    purpose: str
    presenter: str | None
    minutes: int
    used_seconds: int
    paper: str
    state: str
    taken_order: int | None
    taken_after: int | None
    urgent_because: str
    deferred_to: int | None
    deferred_because: str
    deferred_from: int | None
    restricted: str | None
    entries: int

    @property
    def where_from(self) -> str:
        """Say from which meeting it was deferred to this one, and why; nothing where it was not."""
        if not self.deferred_from:
            return ""
        because = f": {self.deferred_because}" if self.deferred_because and not self.deferred_to else ""
        return f"Deferred from meeting {self.deferred_from}{because}"

    @property
    def where_to(self) -> str:
        """Say to which meeting it was deferred, and why; nothing where it was not."""
        if not self.deferred_to:
            return ""
        because = f": {self.deferred_because}" if self.deferred_because else ""
        return f"Deferred to meeting {self.deferred_to}{because}"


@dataclass(frozen=True)
class Attendance:
    """How somebody was at a meeting; a guest has no initials of the Board's own."""

    id: str
    meeting: int
    initials: str | None
    name: str
    role: str
    organisation: str
    kind: str
    status: str
    deputy_for: str | None


@dataclass(frozen=True)
class Movement:
    """Somebody arrived or left, in the order it happened."""

    who: str
    arrived: bool
    item: int
    position: int


@dataclass(frozen=True)
class Interest:
    """An interest declared."""

    who: str
    item: int | None
    nature: str
    leaves: bool
    restricted: str | None = None
