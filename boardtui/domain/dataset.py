"""The performance dataset as it is read: indicators with their values, status, runway and projection (N 7.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from boardtui.domain import trends
from boardtui.domain.amounts import PERCENT
from boardtui.domain.analysis import analysis
from boardtui.domain.indicators import IndicatorState, Measure, Point
from boardtui.domain.periods import missing

_FAILS = (IndicatorState.OFF_TRAJECTORY, IndicatorState.FAILING, IndicatorState.NO_DATA)
"""States of which N 7.3 asks for an analysis."""


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
    """An indicator as it stands on the day `on`, its values counted from `since`; its figures are in its `unit`.

    `trend` is better, same or worse than the value before; `expected` is where the trajectory is at the latest value.
    What takes longer to work out is worked out when it is first asked for.
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
    trend: str | None
    on: date
    since: date | None
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

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Return the values as the rules read them."""
        return tuple(Point(value.period, value.value, value.first) for value in self.values)

    @cached_property
    def runway(self) -> trends.Runway | None:
        """Return what is left of the way to the target in hand, if there is one."""
        return trends.runway(self.measure, self.points, self.on)

    @cached_property
    def projected_6(self) -> Decimal | None:
        """Return the projection to the date of the 6-month target."""
        return self._projected(self.measure.on_6)

    @cached_property
    def projected_12(self) -> Decimal | None:
        """Return the projection to the date of the 12-month target."""
        return self._projected(self.measure.on_12)

    @cached_property
    def missing(self) -> tuple[date, ...]:
        """Return the periods whose values should be in by now and are not."""
        if self.since is None:
            return ()
        return missing(self.measure.frequency, self.measure.lag_days, self.points, self.since, self.on)

    @cached_property
    def analysis(self) -> str:
        """Return the sentence that N 7.3 asks for where it misses its trajectory, else nothing."""
        return analysis(self.title, self.measure, self.points, self.on) if self.state in _FAILS else ""

    def _projected(self, to: date | None) -> Decimal | None:
        """Return the projection to a day, a percentage held to what is possible."""
        found = trends.projection(self.points, to) if to else None
        if found is None or self.unit != PERCENT:
            return found
        return min(max(found, Decimal(0)), Decimal(100))
