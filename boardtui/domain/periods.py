"""The periods indicators are reported by, and which values should be in (rule 8).

Quarters, half-years and years are those of the financial year, April to March.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from boardtui.domain.dates import MONTHS, show
from boardtui.domain.measures import Basis, Frequency, Measure, Point

_ONE_DAY = timedelta(days=1)
_APRIL = 3  # months before it in a calendar year


def period_end(frequency: Frequency, day: date) -> date:
    """Return the last day of the period that a day falls in: a month, or a part of the financial year."""
    length = frequency.months
    since_april = day.year * 12 + day.month - 1 - _APRIL
    return _before_month(since_april - since_april % length + length + _APRIL)


def next_end(frequency: Frequency, end: date) -> date:
    """Return the end of the period after the one that ends on `end`."""
    return period_end(frequency, end + _ONE_DAY)


def latest_due(frequency: Frequency, lag_days: int, today: date) -> date:
    """Return the end of the last period whose value should be in: its end and the lag are no later than today."""
    ended_by = today - timedelta(days=lag_days)
    following = period_end(frequency, ended_by + _ONE_DAY)
    return _before_month(following.year * 12 + following.month - frequency.months)


def missing(frequency: Frequency, lag_days: int, points: Sequence[Point], since: date, today: date) -> tuple[date, ...]:
    """List the periods, from the one `since` falls in, whose value should be in by today and is not.

    A value dated inside a period is that period's.
    """
    there = {period_end(frequency, point.period) for point in points}
    last = latest_due(frequency, lag_days, today)
    gaps: list[date] = []
    end = period_end(frequency, since)
    while end <= last:
        if end not in there:
            gaps.append(end)
        end = next_end(frequency, end)
    return tuple(gaps)


def shown_period(frequency: Frequency, end: date) -> str:
    """Name a period as people do: `Apr 2013`, `Jan to Mar 2013`, `Oct 2012 to Mar 2013`, `year to Mar 2013`."""
    last = f"{_month(end)} {end.year}"
    if frequency is Frequency.MONTHLY:
        return last
    if frequency is Frequency.ANNUAL:
        return f"year to {last}"
    first = _before_month(end.year * 12 + end.month - frequency.months + 1)
    return f"{_month(first)}{'' if first.year == end.year else f' {first.year}'} to {last}"


def stretch(measure: Measure, end: date) -> str:
    """Name the stretch of time a value speaks of, by its basis: `Apr 2013`, `the year to date at 31 Mar 2013`."""
    match measure.basis:
        case Basis.YEAR_TO_DATE:
            return f"the year to date at {show(end)}"
        case Basis.ROLLING_YEAR:
            return f"the {shown_period(Frequency.ANNUAL, end)}"
        case _:
            return shown_period(measure.frequency, end)


def _month(day: date) -> str:
    return MONTHS[day.month - 1][:3]


def _before_month(number: int) -> date:
    """Return the day before a month begins; months are numbered from January of the year 0."""
    return date(number // 12, number % 12 + 1, 1) - _ONE_DAY
