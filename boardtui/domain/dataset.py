"""The performance dataset as it is read: indicators with their values, status, runway and projection (N 7.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from boardtui.domain.indicators import IndicatorState, Measure, Point
from boardtui.domain.trends import Runway


@dataclass(frozen=True)
class Value:
    """A value for the period that ends on `period`, as it is said now; `first` is what was first reported.

    `seen_at` is the meeting that saw this value, `first_seen_at` the one that saw the first; `because` says why it
    was restated.
    """

    period: date
    value: Decimal
    numerator: Decimal | None
    denominator: Decimal | None
    given_on: date
    given_by: str
    seen_at: int | None
    first: Decimal | None
    first_seen_at: int | None
    because: str

    @property
    def restated(self) -> bool:
        """Say whether it is no longer what was first reported."""
        return self.first is not None


@dataclass(frozen=True)
class Indicator:
    """An indicator with everything that is known of it on a day.

    Figures are in its `unit`; `trend` is better, same or worse than the value before; `expected` is where the
    trajectory is at the latest value; `projected_6` and `projected_12` are projections to the target dates;
    `analysis` is the sentence N 7.3 asks for where it misses its trajectory, else empty.
    """

    id: str
    version: int
    ref: str
    title: str
    unit: str
    measure: Measure
    values: tuple[Value, ...]
    state: IndicatorState
    expected: Decimal | None
    runway: Runway | None
    projected_6: Decimal | None
    projected_12: Decimal | None
    trend: str | None
    missing: tuple[date, ...]
    analysis: str
    numerator: str
    denominator: str
    source: str
    lead: str | None
    neighbours: Decimal | None
    national: Decimal | None
    benchmark_of: str
    note: str
    requirements: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def latest(self) -> Value | None:
        """Return the latest value, if there is one."""
        return self.values[-1] if self.values else None

    @property
    def points(self) -> tuple[Point, ...]:
        """Return the values as the rules read them."""
        return tuple(Point(value.period, value.value, value.first) for value in self.values)
