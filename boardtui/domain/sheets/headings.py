"""Headings between the rows of a log that name the meeting: `Meeting of 10 January`, `Actions from Board 3`."""

from __future__ import annotations

import re
from datetime import date

from boardtui.domain.dates import parse_date
from boardtui.domain.obligations import add_months

_MEETING = re.compile(r"\b(meetings?|board|actions? (from|of|raised|agreed)|minutes)\b", re.IGNORECASE)
_DAY = re.compile(
    r"\b([0-9]{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?(?:,?\s+[0-9]{4})?|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2})"
)
_NUMBER = re.compile(r"\b(?:meeting|board)\s*(?:no\.?|number|#)?\s*([0-9]{1,3})\b", re.IGNORECASE)


def meeting_named(heading: str, today: date) -> str | date | None:
    """Return the day or the number of the meeting that a heading names, without a year the last such day; or None."""
    if not _MEETING.search(heading):
        return _day(heading, today) if _DAY.fullmatch(heading.strip()) else None
    if (found := _day(heading, today)) is not None:
        return found
    number = _NUMBER.search(heading)
    return number[1] if number else None


def _day(heading: str, today: date) -> date | None:
    for found in _DAY.finditer(heading):
        try:
            return parse_date(found[1], add_months(today, -12))
        except ValueError:
            continue
    return None
