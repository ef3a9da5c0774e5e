"""Days that a text names, `by 10 May` or `in mid-March`, resolved from the day it was agreed (rule 6)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from boardtui.domain.dates import MONTHS

NAMED_DAY = re.compile(
    r"(?<!weeks )(?<!months )(?<!days )\b(?P<how>by|on|in|from|until|before|during)(?: the)? "
    r"(?:(?P<day>\d{1,2}) |(?P<part>mid-|early |start of |beginning of )|late |end of )?"
    rf"(?P<month>{'|'.join(MONTHS)})\b(?!['’]| meeting)(?: (?P<year>\d{{4}}))?"
)
"""A day or a month with the word that makes it one: `by the end of May`, but not `twelve weeks from 22 April`."""

_BEGINS = "from"
_PARTS = {"mid-": 15, "early ": 10, "start of ": 10, "beginning of ": 10}
_HALF_A_YEAR = timedelta(days=183)


def passed(text: str, agreed: date | None, today: date) -> list[date]:
    """List the days by which something was to be done and that have gone by, the first one first."""
    days = {meant(found, agreed, today) for found in NAMED_DAY.finditer(text) if found["how"] != _BEGINS}
    return sorted(day for day in days if day is not None and day < today)


def meant(found: re.Match[str], agreed: date | None, today: date) -> date | None:
    """Resolve a day or a month: the next one after it was agreed, or the nearest where that day is not known."""
    month = MONTHS.index(found["month"]) + 1
    if found["year"]:
        return _day(found, int(found["year"]), month)
    start = agreed or today - _HALF_A_YEAR
    days = (_day(found, year, month) for year in (start.year, start.year + 1))
    return next((day for day in days if day is not None and day >= start), None)


def _day(found: re.Match[str], year: int, month: int) -> date | None:
    if not 1 <= year <= date.max.year:
        return None
    last = monthrange(year, month)[1]
    day = int(found["day"]) if found["day"] else _PARTS.get(found["part"] or "", last)
    return date(year, month, day) if 1 <= day <= last else None
