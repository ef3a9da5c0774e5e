"""Where an indicator is going: runway to its target, projection, and moves between values (rule 8; DESIGN 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

from boardtui.domain.measures import Measure, Point, Polarity, as_decimal, reaches, reported, target_in_hand
from boardtui.domain.obligations import add_months
from boardtui.domain.ratings import Direction

LAST_VALUES = 6
"""How many of the last values a projection rests on (rule 8)."""

LAST_MOVES = 3
"""How many of the last moves tell whether an indicator is failing (rule 8)."""


@dataclass(frozen=True, slots=True)
class Runway:
    """The way left to the target in hand (DESIGN 2).

    `months` are the months left as at today, to one decimal place, 0 once the date is past. `needed` is the change
    each month that is still needed, with its sign and unrounded; none once the target is reached or its date has
    come, and none without a value to start from.
    """

    target: Decimal
    on: date
    months: Decimal
    needed: Decimal | None


def runway(measure: Measure, points: Sequence[Point], today: date) -> Runway | None:
    """Return months left to the target in hand today, and the monthly change its latest value still needs.

    With less than a month left the change needed is the whole gap: nobody reads "25 points a month" with six days
    to go. Nothing without a target.
    """
    if (in_hand := target_in_hand(measure, today)) is None:
        return None
    target, on = in_hand
    left = months_between(today, on)
    known = reported(points, today)
    needed = None
    if known and left > 0 and not reaches(measure.polarity, known[-1].value, target):
        needed = as_decimal((Fraction(target) - Fraction(known[-1].value)) / max(left, Fraction(1)))
    return Runway(target, on, as_decimal(left).quantize(Decimal("0.1"), ROUND_HALF_UP), needed)


def months_between(start: date, end: date) -> Fraction:
    """Count calendar months, clamped at month ends as rule 2 does, and the part of one that is left; never below 0."""
    if end <= start:
        return Fraction(0)
    whole = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, whole) > end:
        whole -= 1
    reached, following = add_months(start, whole), add_months(start, whole + 1)
    return whole + Fraction((end - reached).days, (following - reached).days)


def projection(points: Sequence[Point], on: date) -> Decimal | None:
    """Project a value to a day: least squares over the last six values, by days (rule 8).

    Two values are the fewest a line can go through; with fewer there is no projection. It is not held to what is
    possible (no more than 100%): what shows it may do so. The caller leaves out values later than its today.
    """
    last = reported(points)[-LAST_VALUES:]
    if len(last) < 2:
        return None
    days = [Fraction((point.period - on).days) for point in last]
    values = [Fraction(point.value) for point in last]
    middle, level = sum(days, Fraction(0)) / len(days), sum(values, Fraction(0)) / len(values)
    spread = sum(((day - middle) ** 2 for day in days), Fraction(0))
    together = sum(((day - middle) * (value - level) for day, value in zip(days, values, strict=True)), Fraction(0))
    return as_decimal(level - middle * together / spread)


def moved_wrong(polarity: Polarity, points: Sequence[Point]) -> int:
    """Count how many of the last three moves between successive reported values went the wrong way (rule 8).

    A month without a value is no move: the next value is compared with the one before the gap. An unchanged value
    is not a wrong move.
    """
    moves = pairwise(reported(points)[-LAST_MOVES - 1 :])
    return sum(not reaches(polarity, later.value, earlier.value) for earlier, later in moves)


def trend(polarity: Polarity, points: Sequence[Point]) -> Direction | None:
    """Say whether the latest value is better than, the same as or worse than the one before; nothing without one."""
    known = reported(points)
    if len(known) < 2:
        return None
    before, now = known[-2].value, known[-1].value
    if before == now:
        return Direction.SAME
    return Direction.BETTER if reaches(polarity, now, before) else Direction.WORSE


def managed(points: Sequence[Point]) -> tuple[Decimal, date] | None:
    """Return the average change a month over the last six values, with its sign, and the period it counts from.

    Months are counted from month to month, since periods end with one. Nothing under two months' values.
    """
    last = reported(points)[-LAST_VALUES:]
    if len(last) < 2:
        return None
    first, latest = last[0], last[-1]
    months = (latest.period.year - first.period.year) * 12 + latest.period.month - first.period.month
    if months < 1:
        return None
    return as_decimal((Fraction(latest.value) - Fraction(first.value)) / months), first.period
