"""Indicators of the performance dataset and how each stands (rule 8; N 7.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

from boardtui.domain.measures import (
    Basis,
    Frequency,
    Measure,
    Point,
    Polarity,
    expected,
    reaches,
    reported,
    target_in_hand,
    trajectory,
)
from boardtui.domain.periods import latest_due, period_end
from boardtui.domain.trends import moved_wrong

__all__ = (
    "Basis",
    "Frequency",
    "IndicatorState",
    "Measure",
    "Point",
    "Polarity",
    "expected",
    "indicator_state",
    "reaches",
    "reported",
    "target_in_hand",
    "up_to_date",
)

WRONG_MOVES = 2
"""Of the last three moves, how many in the wrong direction make an indicator off its trajectory *failing*."""


class IndicatorState(StrEnum):
    """How an indicator stands against its targets and trajectory (rule 8)."""

    MET = "met"
    ON_TRAJECTORY = "on trajectory"
    WITHIN_TOLERANCE = "within tolerance"
    OFF_TRAJECTORY = "off trajectory"
    FAILING = "failing"
    NO_DATA = "no data"


def indicator_state(measure: Measure, points: Sequence[Point], today: date) -> IndicatorState:
    """Judge an indicator on its latest value, as it is said now, at the end of that value's period (rule 8; N 7.3).

    *Met*: it reaches the target in hand there. *On trajectory*: it reaches what is expected there. *Within tolerance*:
    it misses that by no more than the tolerance. Else *off trajectory*, and *failing* when two of the last three moves
    went the wrong way as well. Without a trajectory nothing short of the target is green. *No data*: no value, none for
    the latest period that should be in, or no target. Values of periods that have not ended by today do not count.
    """
    known = reported(points, today)
    if not _is_in(measure, known, today):
        return IndicatorState.NO_DATA
    latest = known[-1]
    if (in_hand := target_in_hand(measure, latest.period)) is None:
        return IndicatorState.NO_DATA
    if reaches(measure.polarity, latest.value, in_hand[0]):
        return IndicatorState.MET
    return _short_of_target(measure, known)


def up_to_date(measure: Measure, points: Sequence[Point], today: date) -> bool:
    """Say whether the latest value is for the latest period that should be in, or a later one (rule 8).

    Between periods, and until the lag is over, nothing is late.
    """
    return _is_in(measure, reported(points, today), today)


def _is_in(measure: Measure, known: Sequence[Point], today: date) -> bool:
    """Say whether the last of the values known is for the latest period that should be in, or a later one."""
    due = latest_due(measure.frequency, measure.lag_days, today)
    return bool(known) and period_end(measure.frequency, known[-1].period) >= due


def _short_of_target(measure: Measure, known: Sequence[Point]) -> IndicatorState:
    """Judge values that do not reach the target against the trajectory."""
    latest = known[-1]
    if (there := trajectory(measure, latest.period)) is not None:
        if reaches(measure.polarity, latest.value, there):
            return IndicatorState.ON_TRAJECTORY
        if abs(Fraction(latest.value) - there) <= Fraction(measure.tolerance):
            return IndicatorState.WITHIN_TOLERANCE
    failing = moved_wrong(measure.polarity, known) >= WRONG_MOVES
    return IndicatorState.FAILING if failing else IndicatorState.OFF_TRAJECTORY
