"""Frozen views of the Board itself and its people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Board:
    """The Board and its settings; `journal` is the position it was read at, `head` the journal's hash there.

    `as_at` says on a paper as at which earlier moment it was made: `as at 4 Apr 2013 (meeting 4)`. `letterhead_file` is
    the name of the picture at the head of its papers, `letterhead_data` the picture as base64; empty without one.
    """

    name: str
    council: str
    sample: str | None
    today: date | None
    interval_days: int
    at_risk_days: int
    meeting_starts: str
    place: str
    quorum: str
    quorum_needs_chair: bool
    quorum_agencies: int | None
    addressee: str
    addressee_address: str
    chair_signs_as: str
    instrument: str
    instrument_kind: str
    commenced: date | None
    version: int
    journal: int
    instrument_number: int | None = None
    lifted_on: date | None = None
    closed_on: date | None = None
    head: str = ""
    as_at: str = ""
    soon_days: int = 28
    slips_asked: int = 2
    letterhead: str = ""
    letterhead_file: str = ""
    letterhead_data: str = ""


@dataclass(frozen=True)
class Person:
    """An office and who holds it now; `name` falls back to the office's title. Groups have `members`."""

    id: str
    version: int
    initials: str
    name: str
    organisation: str
    role: str
    kind: str
    deputy_of: str | None = None
    members: tuple[str, ...] = ()

    @property
    def own_initials(self) -> str:
        """Return the initials of the holder's own name; none while nobody is named, and none of a group."""
        from boardtui.domain.initials import personal_initials

        return "" if self.name == self.role or self.members else personal_initials(self.name)
