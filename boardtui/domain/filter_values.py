"""Days and numbers as they are typed behind a key's colon: one, a range, before or after one, or from today."""

from __future__ import annotations

import re
from datetime import date, timedelta

from boardtui.domain.dates import EARLIEST, LATEST, MONTHS, parse_date
from boardtui.domain.obligations import add_months

DAY_WAYS = "today, 14jun, 14/06/2013, 2013-06-14, 2013-06, 2013, <30d, >2w, overdue, none, 2013-05..2013-06"
"""How days may be typed, for hints."""

NUMBER_WAYS = "5, 3..5, <5 or >=5"
"""How numbers may be typed, for hints."""

FIRST_DAY, LAST_DAY = date(EARLIEST, 1, 1), date(LATEST, 12, 31)
MOST = 999_999
"""The highest number that is asked for."""

_COMPARED = re.compile(r"^(<=|>=|<|>)(.*)$", re.DOTALL)
_FROM_TODAY = re.compile(r"^(-?)([0-9]{1,4})([dwm])$", re.IGNORECASE)
_MONTH = re.compile(r"^([0-9]{4})-([0-9]{1,2})$")
_MONTH_IN_WORDS = re.compile(r"^([a-z]{3,9})\.?\s*([0-9]{4})$", re.IGNORECASE)

Span = tuple[date, date]
"""The first and the last day, both included."""


def days(typed: str, today: date) -> Span:
    """Read days; `<30d` is before the thirtieth day from today, `30d` from today up to it. ValueError says why not."""
    first, range_, last = typed.partition("..")
    if range_:
        begins = _span(first, today)[0] if first.strip() else FIRST_DAY
        return begins, _span(last, today)[1] if last.strip() else LAST_DAY
    found = _COMPARED.match(typed.strip())
    if found is None:
        return _within(typed, today)
    begins, ends = _span(found[2], today)
    match found[1]:
        case "<":
            return FIRST_DAY, max(begins, FIRST_DAY + timedelta(1)) - timedelta(1)
        case "<=":
            return FIRST_DAY, ends
        case ">":
            return min(ends, LAST_DAY - timedelta(1)) + timedelta(1), LAST_DAY
    return begins, LAST_DAY


def numbers(typed: str) -> tuple[int, int]:
    """Read one number or a range, both ends included; ValueError says why not."""
    first, range_, last = typed.partition("..")
    if range_:
        return _number(first) if first.strip() else 0, _number(last) if last.strip() else MOST
    found = _COMPARED.match(typed.strip())
    if found is None:
        return _number(typed), _number(typed)
    number = _number(found[2])
    return {"<": (0, number - 1), "<=": (0, number), ">": (number + 1, MOST), ">=": (number, MOST)}[found[1]]


def _within(typed: str, today: date) -> Span:
    """Read what stands alone: `30d` is all the days from today to then, `-30d` those from then to today."""
    begins, ends = _span(typed, today)
    if _FROM_TODAY.match(typed.strip()):
        return min(begins, today), max(ends, today)
    return begins, ends


def _span(typed: str, today: date) -> Span:
    """Read one day, month or year."""
    text = " ".join(typed.split())
    if text.casefold() == "today":
        return today, today
    if found := _FROM_TODAY.match(text):
        day = _from(today, int(f"{found[1]}{found[2]}"), found[3].casefold())
        return day, day
    if found := _MONTH.match(text):
        return _month(int(found[1]), int(found[2]))
    if (found := _MONTH_IN_WORDS.match(text)) and (number := _number_of_month(found[1])):
        return _month(int(found[2]), number)
    if re.fullmatch("[0-9]{4}", text) and EARLIEST <= int(text) <= LATEST:
        return date(int(text), 1, 1), date(int(text), 12, 31)
    day = parse_date(text, today)
    return day, day


def _from(today: date, count: int, unit: str) -> date:
    try:
        if unit == "m":
            return add_months(today, count)
        return today + timedelta(days=count * (7 if unit == "w" else 1))
    except (ValueError, OverflowError):
        raise ValueError("That day is too far away.") from None


def _month(year: int, month: int) -> Span:
    if not (EARLIEST <= year <= LATEST and 1 <= month <= 12):
        raise ValueError(f"There is no month {year}-{month:02}.")
    first = date(year, month, 1)
    return first, add_months(first, 1) - timedelta(1)


def _number_of_month(word: str) -> int:
    return next((n for n, name in enumerate(MONTHS, 1) if name.casefold().startswith(word.casefold())), 0)


def _number(typed: str) -> int:
    if not re.fullmatch("[0-9]{1,6}", typed.strip()):
        raise ValueError(f"“{typed.strip()}” is not a number.")
    return int(typed)
