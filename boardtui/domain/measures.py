"""What an indicator measures: its polarity, frequency, targets and the trajectory between them (rule 8; N 7.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise


class Polarity(StrEnum):
    """Which way is good (DESIGN 2)."""

    HIGH = "high"
    LOW = "low"


class Frequency(StrEnum):
    """How often a value is reported (rule 8)."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SIX_MONTHLY = "six-monthly"
    ANNUAL = "annual"

    @property
    def months(self) -> int:
        """Return how many months one period lasts."""
        return {"monthly": 1, "quarterly": 3, "six-monthly": 6, "annual": 12}[self.value]


class Basis(StrEnum):
    """What stretch of time a value speaks of (rule 8)."""

    IN_MONTH = "in month"
    YEAR_TO_DATE = "year to date"
    ROLLING_YEAR = "rolling year"
    SNAPSHOT = "snapshot"


A_MONTH = 31
"""How many days before or after a target's date it is told as met or missed, and no longer as a way to go."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How an indicator is measured and what it must reach by when (N 7.3).

    Figures are in `unit`; `tolerance` is how far a value may miss its trajectory, in the same unit. A period's value
    is usually in `lag_days` after the period ends. A baseline or target counts only together with its date.
    """

    polarity: Polarity
    frequency: Frequency
    basis: Basis
    lag_days: int
    baseline: Decimal | None
    baseline_on: date | None
    target_6: Decimal | None
    on_6: date | None
    target_12: Decimal | None
    on_12: date | None
    tolerance: Decimal = Decimal(0)
    unit: str = "%"


@dataclass(frozen=True, slots=True)
class Point:
    """One reported value as it is said now, for the period that ends on `period`.

    `first` is what was first reported, where the value has been restated since (rule 8).
    """

    period: date
    value: Decimal
    first: Decimal | None = None


def reported(points: Sequence[Point], today: date = date.max) -> tuple[Point, ...]:
    """Return the values of periods that have ended by `today`, in order, one a period: the last one given."""
    by_period = {point.period: point for point in points if point.period <= today}
    return tuple(by_period[period] for period in sorted(by_period))


def reaches(polarity: Polarity, value: Decimal | Fraction, target: Decimal | Fraction) -> bool:
    """Say whether a value is as good as a target or better; equal is reached. Nothing is rounded."""
    if isinstance(value, Decimal) and isinstance(target, Decimal):  # compared exactly, and sooner than as fractions
        return value >= target if polarity is Polarity.HIGH else value <= target
    exact, aim = Fraction(value), Fraction(target)
    return exact >= aim if polarity is Polarity.HIGH else exact <= aim


def target_in_hand(measure: Measure, on: date) -> tuple[Decimal, date] | None:
    """Return the target worked towards on a day, with its date (N 7.3).

    It is the 6-month target up to and including its date, then the 12-month one, which stays in hand when its own
    date is past. Where only one of the two is set, it is that one; without either, nothing.
    """
    targets = _targets(measure)
    ahead = (target for target in targets if on <= target[1])
    return next(ahead, targets[-1] if targets else None)


def deciding_target(measure: Measure, day: date) -> tuple[int, Decimal, date] | None:
    """Return the target to be told as met or missed on a day: its months, itself and its date (N 7.3).

    It is the one whose date is within a month of that day, before it or after; once the last date is past, the last.
    Between the dates there is none: then what counts is the way still to go.
    """
    dated = [
        (months, target, on)
        for months, target, on in ((6, measure.target_6, measure.on_6), (12, measure.target_12, measure.on_12))
        if target is not None and on is not None
    ]
    near = [one for one in dated if abs((one[2] - day).days) <= A_MONTH]
    return next(iter(near), dated[-1] if dated and dated[-1][2] < day else None)


def expected(measure: Measure, on: date) -> Decimal | None:
    """Return where the trajectory is on a day: baseline, 6-month and 12-month target, straight by days (rule 8).

    Before the baseline's date it is the baseline; after the last target's date, that target. With a target missing
    the line runs through what there is. Without a baseline there is no trajectory before the 6-month target's date,
    and from then on it runs between the two targets. With fewer than two ends there is none at all.
    """
    exact = trajectory(measure, on)
    return None if exact is None else as_decimal(exact)


def trajectory(measure: Measure, on: date) -> Fraction | None:
    """Return the expected value exactly, to compare a value with (rule 8; see `expected`)."""
    ends = _ends(measure)
    if len(ends) < 2:
        return None
    value, start = ends[0]
    if on <= start:
        return Fraction(value) if on == start or _baseline(measure) else None
    for (before, start), (after, end) in pairwise(ends):
        if start < on <= end:
            part = Fraction((on - start).days, (end - start).days)
            return Fraction(before) + (Fraction(after) - Fraction(before)) * part
    return Fraction(ends[-1][0])


def as_decimal(exact: Fraction) -> Decimal:
    """Write an exact number as a decimal: exactly where it ends, else to 28 figures."""
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _baseline(measure: Measure) -> list[tuple[Decimal, date]]:
    if measure.baseline is None or measure.baseline_on is None:
        return []
    return [(measure.baseline, measure.baseline_on)]


def _targets(measure: Measure) -> list[tuple[Decimal, date]]:
    """Return the targets that have a date, the 6-month one first."""
    given = ((measure.target_6, measure.on_6), (measure.target_12, measure.on_12))
    return [(target, on) for target, on in given if target is not None and on is not None]


def _ends(measure: Measure) -> list[tuple[Decimal, date]]:
    """Return the ends of the trajectory in order of their dates."""
    return sorted(_baseline(measure) + _targets(measure), key=lambda end: end[1])
