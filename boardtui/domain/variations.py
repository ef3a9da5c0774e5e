"""How far apart meetings are, and how far apart the department agreed they may be (rule 1; N 7.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from boardtui.domain.dates import show
from boardtui.domain.meetings import MeetingOn

SIX_WEEKS = 42
"""Days between meetings that need nobody's agreement (N 7.2)."""


@dataclass(frozen=True, slots=True)
class Variation:
    """Another interval, agreed by the department, for meetings from a day on (N 7.2)."""

    days: int
    applies_from: date
    agreed_on: date
    agreed_by: str = ""

    def __str__(self) -> str:
        by = f" by {self.agreed_by}" if self.agreed_by else ""
        return f"{self.days} days from {show(self.applies_from)}, agreed{by} on {show(self.agreed_on)}"


@dataclass(frozen=True, slots=True)
class Gap:
    """Two meetings that follow each other, and the days that were allowed between them.

    `variation` is the agreement that allowed it; `late` is one that would have, had it come in time.
    """

    earlier: MeetingOn
    later: MeetingOn
    allowed: int
    variation: Variation | None = None
    late: Variation | None = None

    @property
    def days(self) -> int:
        """Count the days from the one meeting to the other."""
        return (self.later.day - self.earlier.day).days

    @property
    def within(self) -> bool:
        """Say whether the gap is allowed: exactly the interval is, one day more is not."""
        return self.days <= self.allowed

    def __str__(self) -> str:
        return f"{self.earlier} and {self.later} are {self.days} days apart"


def in_force(variations: Iterable[Variation], day: date, today: date) -> Variation | None:
    """Find the agreement that governs a meeting on `day`: it must date from before that day (N 7.2)."""
    agreed = [v for v in variations if v.applies_from <= day and v.agreed_on < day and v.agreed_on <= today]
    return max(agreed, key=lambda v: (v.applies_from, v.agreed_on), default=None)


def gaps(
    meetings: Iterable[MeetingOn],
    variations: Sequence[Variation],
    today: date,
    interval: int = SIX_WEEKS,
) -> tuple[Gap, ...]:
    """Measure each gap between meetings that follow each other; an agreement never shortens the interval."""
    in_order = sorted(meetings, key=lambda m: (m.day, m.number))
    return tuple(_gap(*pair, variations, today, interval) for pair in pairwise(in_order))


def _gap(a: MeetingOn, b: MeetingOn, variations: Sequence[Variation], today: date, interval: int) -> Gap:
    days = (b.day - a.day).days
    if days <= interval:
        return Gap(a, b, interval)
    agreed = in_force(variations, b.day, today)
    allowed = max(interval, agreed.days) if agreed else interval
    late = next((v for v in variations if v.applies_from <= b.day <= v.agreed_on and days <= v.days), None)
    return Gap(a, b, allowed, agreed, late if days > allowed else None)
