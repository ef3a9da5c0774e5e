"""England bank holidays by rule and by proclamation, for days that are worked out while Home opens.

Rule 1 takes them from the `holidays` package, which needs a fifth of a second to load. What is read at start-up
uses these instead; the tests hold the two against each other.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from boardtui.domain.working_days import weekend

_MOVED: dict[date, date] = {
    date(1995, 5, 1): date(1995, 5, 8),
    date(2002, 5, 27): date(2002, 6, 4),
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}
"""Mondays in May that gave way to another day."""

_PROCLAIMED = frozenset(
    {
        date(1981, 7, 29),
        date(1999, 12, 31),
        date(2002, 6, 3),
        date(2011, 4, 29),
        date(2012, 6, 5),
        date(2022, 6, 3),
        date(2022, 9, 19),
        date(2023, 5, 8),
    }
)
"""Days that were bank holidays once: jubilees, weddings, a funeral, a coronation, the millennium."""


def no_working_day(day: date) -> str | None:
    """Say why nothing is sent on this day: the weekend or an England bank holiday."""
    return weekend(day) or ("a bank holiday" if day in bank_holidays(day.year) else None)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of a year that fall on a weekday; the rules are those in force since 1978."""
    easter = easter_sunday(year)
    mondays = {_monday(date(year, 5, 1)), _last_monday(date(year, 5, 31)), _last_monday(date(year, 8, 31))}
    return frozenset(
        {easter - timedelta(days=2), easter + timedelta(days=1)}
        | {_MOVED.get(day, day) for day in mondays}
        | {day for day in _PROCLAIMED if day.year == year}
        | {_monday(date(year, 1, 1)) if weekend(date(year, 1, 1)) else date(year, 1, 1)}
        | _christmas(year)
    )


def easter_sunday(year: int) -> date:
    """Return Easter Sunday, by the anonymous Gregorian reckoning."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    moved = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - moved + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _christmas(year: int) -> set[date]:
    """Return the two days of Christmas; one that falls on a weekend is held two days later."""
    days = (date(year, 12, 25), date(year, 12, 26))
    return {day + timedelta(days=2) if weekend(day) else day for day in days}


def _monday(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def _last_monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
