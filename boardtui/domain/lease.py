"""The lease: who has this Board open where; a second program reads along until it takes the lease over (DESIGN 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from boardtui.domain.dates import show
from boardtui.domain.roles import called
from boardtui.domain.text import plural
from boardtui.errors import LockedError

KEPT_FOR = timedelta(seconds=60)
"""How long a lease counts as kept after it was last renewed; a laptop that sleeps renews nothing."""


@dataclass(frozen=True)
class Lease:
    """One running program that has the Board open: who works in it, on which machine, since when, last seen when."""

    who: str
    role: str
    host: str
    process: int
    opened_at: datetime
    seen_at: datetime

    def same(self, other: Lease) -> bool:
        """Say whether this is the lease of the same running program."""
        return (self.host, self.process, self.opened_at) == (other.host, other.process, other.opened_at)

    def kept(self, now: datetime) -> bool:
        """Say whether it was renewed lately; a clock that was set back counts as lately."""
        return now - self.seen_at < KEPT_FOR

    @property
    def holder(self) -> str:
        """Name who has it: `Ann Smith (the secretary) on LAPTOP-7`."""
        return f"{self.who} ({called(self.role)}) on {self.host}"

    def said(self, now: datetime) -> str:
        """Say in a sentence who has the Board open and since when, or when they were last seen."""
        if self.kept(now):
            return f"{self.holder} has had this Board open since {_moment(self.opened_at)}."
        return f"{self.holder} left this Board open, and was last seen {_ago(now - self.seen_at, self.seen_at)}."

    def refusal(self) -> LockedError:
        """Say why a program that no longer has the lease does not save, and how it gets it back."""
        return LockedError(
            f"This Board is open elsewhere: {self.holder}.",
            "It is only read here. Nothing was saved; what you typed is still here.",
            "When they have finished, take it over: Home ({home}), {home-take-over}.",
        )


def _moment(at: datetime) -> str:
    return f"{show(at.date())}, {at:%H:%M}"


def _ago(gone: timedelta, at: datetime) -> str:
    minutes = int(gone.total_seconds() // 60)
    if minutes < 60:
        return f"{plural(max(minutes, 1), 'minute')} ago"
    return f"on {_moment(at)}"
