"""Days on which the Board can meet, and days that only warn (rule 1; N 7.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from boardtui.domain.dates import WEEKDAYS, show

NONE_CLOSED: Mapping[date, str] = MappingProxyType({})
"""A Board with no closed days of its own."""

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WarningPeriod:
    """A stretch of days, both ends included, that only warns: school holidays, an election period."""

    first: date
    last: date
    why: str


def closed_because(day: date, own: Mapping[date, str] = NONE_CLOSED) -> str | None:
    """Say why nobody meets on this day: the weekend, an England bank holiday, or the Board's own reason."""
    return weekend(day) or _bank_holidays(day.year).get(day) or own.get(day)


def weekend(day: date) -> str | None:
    """Name the day when it is a Saturday or a Sunday."""
    return WEEKDAYS[day.weekday()] if day.weekday() >= 5 else None


def previous_working_day(day: date, own: Mapping[date, str] = NONE_CLOSED) -> date:
    """Return the day itself when it is open, else the nearest earlier open day (rule 1)."""
    while closed_because(day, own) is not None:
        day -= _ONE_DAY
    return day


def warnings_on(day: date, periods: Iterable[WarningPeriod] = ()) -> tuple[str, ...]:
    """Say what speaks against a day without closing it: Christmas week and the Board's warning periods."""
    in_christmas_week = (day.month, day.day) >= (12, 24) or (day.month, day.day) == (1, 1)
    christmas = ("Christmas week (24 Dec to 1 Jan)",) if in_christmas_week else ()
    given = (f"{p.why} ({show(p.first)} to {show(p.last)})" for p in periods if p.first <= day <= p.last)
    return (*christmas, *given)


@lru_cache(maxsize=64)
def _bank_holidays(year: int) -> Mapping[date, str]:
    """Return one year's England bank holidays by name."""
    from holidays import country_holidays  # here, because start-up must not load it

    return dict(country_holidays("GB", subdiv="ENG", years=year, language="en_GB"))
