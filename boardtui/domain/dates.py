"""Dates as the Board writes and reads them: `14 Jan 2013`, the day always first (DESIGN 2 and 5)."""

from __future__ import annotations

import re
from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WAYS = "14 Jan, 14 January 2013, 14/01/2013 or 2013-01-14"
"""How a date may be typed, for hints and error messages."""

EARLIEST, LATEST = 1900, 2199
# patterns are compiled by their first use: most reads of a Board parse no typed date
_WEEKDAY = r"(?i)^([a-z]{3,9})\.?,?\s+(?=[0-9])"
_IN_WORDS = r"(?i)^([0-9]{1,2})(?:st|nd|rd|th)?\s*([a-z]{3,9})\.?,?(?:\s*([0-9]+))?$"
_MONTH_FIRST = r"(?i)^[a-z]{3,9}\.?\s+[0-9]{1,2}\b"
_DAY_FIRST = r"^([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]+)$"
_AN_ISO_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_ISO = r"^([0-9]{4})-([0-9]{2})-([0-9]{2})$"


def with_days(text: str) -> str:
    """Write the ISO days that stand in a record's words as people write them."""
    return _AN_ISO_DAY.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    try:
        return show(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]


def show(day: date) -> str:
    """Write a date as it stands on screen and in Word: `4 Jan 2013` (DESIGN 2)."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def show_long(day: date) -> str:
    """Write a date in full, as at the head of an agenda: `Thursday 14 January 2013` (DESIGN 2)."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """Write a date with its weekday, as it is shown back: `Thu 14 Jan 2013`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {show(day)}"


def parse_date(text: str, after: date) -> date:
    """Read a typed date, the day first and never guessed (DESIGN 5).

    Without a year it is the next such day strictly after `after`. A weekday may stand in front and must
    then be the right one. Raises ValueError with one sentence for whoever typed it.
    """
    typed = " ".join(text.split())
    weekday, rest = _split_weekday(typed)
    day = _read(rest, typed, after)
    if weekday is not None and day.weekday() != weekday:
        raise ValueError(f"{show(day)} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}.")
    return day


def _split_weekday(typed: str) -> tuple[int | None, str]:
    """Take a weekday off the front, as its number from Monday."""
    found = re.match(_WEEKDAY, typed)
    if not found or (weekday := _place(found[1], WEEKDAYS)) is None:
        return None, typed
    return weekday, typed[found.end() :]


def _read(text: str, typed: str, after: date) -> date:
    if found := re.match(_ISO, text):
        return _day(int(found[3]), int(found[2]), _year(found[1]))
    if found := re.match(_DAY_FIRST, text):
        return _day(int(found[1]), int(found[3]), _year(found[4]))
    if (found := re.match(_IN_WORDS, text)) and (month := _place(found[2], MONTHS)) is not None:
        if found[3]:
            return _day(int(found[1]), month + 1, _year(found[3]))
        return _next(int(found[1]), month + 1, after)
    if (found := re.match(_MONTH_FIRST, text)) and _place(found[0].split()[0].rstrip("."), MONTHS) is not None:
        raise ValueError(f"In “{typed}” the month comes first: write the day first, as in 14 Jan.")
    raise ValueError(f"“{typed}” is not a date that can be read: write {WAYS}.")


def _place(word: str, names: tuple[str, ...]) -> int | None:
    """Find a name by its first three or more letters."""
    return next((n for n, name in enumerate(names) if name.lower().startswith(word.lower())), None)


def _year(digits: str) -> int:
    if len(digits) != 4:
        raise ValueError(f"The year “{digits}” needs four figures, as in 2013.")
    if not EARLIEST <= int(digits) <= LATEST:
        raise ValueError(f"The year {digits} cannot be right: it must be from {EARLIEST} to {LATEST}.")
    return int(digits)


def _day(day: int, month: int, year: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError(f"There is no month {month}: the day comes first, as in 14/01/2013.")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"There is no {day} {MONTHS[month - 1]} {year}.") from None


def _next(day: int, month: int, after: date) -> date:
    """Return the next such day after `after`; 29 February only if it falls within twelve months."""
    if (day, month) == (29, 2):
        return _next_leap_day(after)
    try:
        this_year = date(after.year, month, day)
    except ValueError:
        raise ValueError(f"There is no {day} {MONTHS[month - 1]}.") from None
    return this_year if this_year > after else this_year.replace(year=after.year + 1)


def _next_leap_day(after: date) -> date:
    for year in (after.year, after.year + 1):
        try:
            leap_day = date(year, 2, 29)
        except ValueError:
            continue
        twelve_months_before = date(year - 1, 3, 1)  # 29 Feb of the year before does not exist
        if twelve_months_before <= after < leap_day:
            return leap_day
    raise ValueError(f"There is no 29 February in the twelve months after {show(after)}: write the year.")
