"""A meeting as the rules see it: its number, its day and its state (DESIGN 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardtui.domain.dates import show
from boardtui.domain.states import HELD, MeetingState

_TO_COME = (MeetingState.PLANNED, MeetingState.AGENDA_ISSUED)
_NOT_OPEN = (
    MeetingState.CANCELLED,
    MeetingState.DRAFT,
    MeetingState.WITH_CHAIR,
    MeetingState.SIGNED,
    MeetingState.CONFIRMED,
)

CLOSING = "next"
"""The kind of the standing item with which an agenda and its minutes end: the date of the next meeting."""

LAST_ITEMS = ("other", CLOSING)
"""The kinds of the standing items that stay at the end of an agenda, in their order."""


@dataclass(frozen=True, slots=True)
class MeetingOn:
    """One meeting on its day."""

    number: int
    day: date
    state: MeetingState = MeetingState.PLANNED

    @property
    def held(self) -> bool:
        """Say whether it has begun."""
        return self.state in HELD

    @property
    def to_come(self) -> bool:
        """Say whether it is arranged and has not begun; a postponed one is not arranged until re-planned."""
        return self.state in _TO_COME

    @property
    def is_open(self) -> bool:
        """Say whether an item can still go to it: neither cancelled nor closed (rule 9)."""
        return self.state not in _NOT_OPEN

    def __str__(self) -> str:
        return f"meeting {self.number} ({show(self.day)})"
