"""What is known of a Board where a line of minutes is read; the store answers."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from boardtui.domain.ratings import Level


class Known(Protocol):
    """What the grammar may ask about the Board."""

    @property
    def meeting_on(self) -> date:
        """The day of the meeting; a date without a year is the next such day after it."""

    @property
    def scheme(self) -> tuple[Level, ...]:
        """The Board's rating scheme."""

    def person(self, name: str) -> str | None:
        """Return the initials of the office or group called `name` (initials, name or title), or None."""

    def begins(self, title: str) -> tuple[str, ...]:
        """Return the initials of the offices whose title begins with these words, of which there are two or more."""

    def members(self, initials: str) -> tuple[str, ...]:
        """Return the members of a group, or the office itself."""

    def has_action(self, ref: str) -> bool:
        """Say whether there is an action `5/03`."""

    def has_line(self, ref: str) -> bool:
        """Say whether there is a plan line `3.2`."""

    def has_item(self, number: int) -> bool:
        """Say whether this meeting has an item of that number."""

    def can_defer_to(self, number: int) -> bool:
        """Say whether an item can move to that meeting."""

    def paragraph(self, ref: str) -> str | None:
        """Return the text minuted at `5/4.2`, or None."""

    def is_challenge(self, ref: str) -> bool:
        """Say whether the paragraph is a challenge."""

    def challenge_here(self, ref: str) -> str | None:
        """Return the whole reference of this meeting's challenge at `4.4`, as in `6/4.4`; None if there is none."""

    def rating(self, ref: str) -> str | None:
        """Return the agreed rating of a plan line now."""
