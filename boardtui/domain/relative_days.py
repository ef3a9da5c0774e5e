"""Days named from today, as people type them: `thu`, `next thu`, `tomorrow`, `+6w`, `end of march`, `the 8th`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from boardtui.domain.dates import MONTHS, WAYS, WEEKDAYS, parse_date, show
from boardtui.domain.obligations import add_months

RELATIVE_WAYS = f"{WAYS}; or next thu, +6w, end of Jan"
"""How a day may be typed where today is known, for hints and error messages."""

_MOST = 520
"""The most days, weeks or months ahead: beyond it is a slip of the finger."""

# patterns are compiled by their first use, as in `dates`
_AHEAD = r"(?:\+\s*|(?:with)?in\s+)([0-9]{1,3})\s*(d|w|m)(?:ays?|eeks?|onths?)?(?:'?\s+time)?"
_SPELT_OUT = r"([0-9]{1,3})\s*(d(?=ay)|w(?=eek)|m(?=onth))(?:ay|eek|onth)s?(?:'?\s+time)?"
_BACK = r"-\s*([0-9]{1,3})\s*(d|w|m)(?:ays?|eeks?|onths?)?"
_AGO = r"([0-9]{1,3})\s*(d|w|m)(?:ays?|eeks?|onths?)?\s+ago"
_LAST = r"(?:last\s+|on\s+)?([a-z]{3,9})"
_NAMED = r"(?:next\s+|on\s+)?([a-z]{3,9})"
_END_OF = r"(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?(next\s+)?([a-z]{3,9})"
_ONE_TO_TWELVE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_FIGURES = {word: figure for figure, word in enumerate(_ONE_TO_TWELVE, 1)} | {"a": 1}
_IN_WORDS = rf"\b({'|'.join(_FIGURES)})(?=\s+(?:day|week|month)s?\b)"
_FORTNIGHT = r"\b(?:a\s+|one\s+)?fortnight\b"
_WEEK_AFTER = r"(?:on\s+)?([a-z]{3,9})\s+week"
_THE = r"(?i)\bthe\s+(?=[0-9])"
_OF = r"(?i)(?<=[0-9])((?:st|nd|rd|th)?)\s+of\s+(?!the\b)(?=[a-z])"
_DAY_AND_MONTH = r"(?i)((?:[a-z]{3,9}\.?,?\s+)?)([0-9]{1,2})/([0-9]{1,2})"
_DAY_ALONE = r"(?i)((?:[a-z]{3,9}\.?,?\s+)?)([0-9]{1,2})(st|nd|rd|th)"
_FRIDAY = 4
_LONGEST_MONTH = 31


def parse_day(text: str, after: date, today: date | None = None) -> date:
    """Read a typed day as `parse_date` does, or one that is named from `today` (by default `after`).

    A weekday is the first one strictly after today, with or without *next*, and *Friday week* is a week after that;
    months ahead end on the month's last day where it has no such day; `the 8th` is the next 8th.
    Raises ValueError with one sentence for whoever typed it.
    """
    typed = " ".join(text.split()).lower()
    if (found := _relative(_in_figures(typed), today or after)) is not None:
        return found
    try:
        return parse_date(_as_dates_are_written(text, after), after)
    except ValueError as problem:
        raise ValueError(str(problem).replace(WAYS, RELATIVE_WAYS)) from None


def parse_past_day(text: str, today: date) -> date:
    """Read a typed day that has come: without a year the last such day; `yesterday`, `last thu`, `-2w`, `3 weeks ago`.

    Raises ValueError with one sentence for whoever typed it.
    """
    typed = " ".join(text.split()).lower()
    if typed in ("today", "yesterday"):
        return today - timedelta(days=typed == "yesterday")
    if (found := re.fullmatch(_BACK, typed) or re.fullmatch(_AGO, typed)) is not None:
        return _back(int(found[1]), found[2], today)
    if (found := re.fullmatch(_LAST, typed)) and (weekday := _place(found[1], WEEKDAYS)) is not None:
        return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    return parse_date(text, add_months(today, -12))


def _relative(typed: str, today: date) -> date | None:
    if typed in ("today", "tomorrow"):
        return today + timedelta(days=typed == "tomorrow")
    if found := re.fullmatch(_AHEAD, typed) or re.fullmatch(_SPELT_OUT, typed):
        return _ahead(int(found[1]), found[2], today)
    if found := re.fullmatch(_END_OF, typed):
        return _end_of(found[2], today, following=bool(found[1]))
    if (found := re.fullmatch(_NAMED, typed)) and (weekday := _place(found[1], WEEKDAYS)) is not None:
        return _first(weekday, today)
    if (found := re.fullmatch(_WEEK_AFTER, typed)) and (weekday := _place(found[1], WEEKDAYS)) is not None:
        return _first(weekday, today) + timedelta(weeks=1)
    return None


def _first(weekday: int, today: date) -> date:
    """Return the first such weekday strictly after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _as_dates_are_written(text: str, after: date) -> str:
    """Write `the 19th of July`, `31/7` and `the 8th` as `parse_date` reads a day."""
    said = re.sub(_OF, r"\1 ", re.sub(_THE, "", " ".join(text.split())))
    if (found := re.fullmatch(_DAY_AND_MONTH, said)) and 1 <= int(found[3]) <= 12:
        return f"{found[1]}{found[2]} {MONTHS[int(found[3]) - 1]}"
    if found := re.fullmatch(_DAY_ALONE, said):
        return f"{found[1]}{show(_next_of_month(int(found[2]), after))}"
    return said


def _next_of_month(day: int, after: date) -> date:
    """Return the next day of that number strictly after `after`, in the first month that has it."""
    if not 1 <= day <= _LONGEST_MONTH:
        raise ValueError(f"No month has a day {day}.")
    months = (add_months(after.replace(day=1), ahead) for ahead in range(4))
    days = (first.replace(day=day) for first in months if day <= monthrange(first.year, first.month)[1])
    return next(found for found in days if found > after)


def _in_figures(typed: str) -> str:
    """Write numbers of days, weeks and months in figures: `in a fortnight` is in 2 weeks."""
    said = re.sub(r"['’]s?(?=\s+time$)", "", typed)
    said = re.sub(_FORTNIGHT, "2 weeks", said)
    return re.sub(_IN_WORDS, lambda found: str(_FIGURES[found[1]]), said)


def _ahead(number: int, unit: str, today: date) -> date:
    if number > _MOST:
        raise ValueError(f"{number} is too far ahead: {_MOST} is the most.")
    return add_months(today, number) if unit == "m" else today + timedelta(days=number * (7 if unit == "w" else 1))


def _back(number: int, unit: str, today: date) -> date:
    if number > _MOST:
        raise ValueError(f"{number} is too far back: {_MOST} is the most.")
    return add_months(today, -number) if unit == "m" else today - timedelta(days=number * (7 if unit == "w" else 1))


def _end_of(word: str, today: date, *, following: bool) -> date | None:
    """Return the last day of this week (its Friday), month or year or the one `following`; or of a month not ended."""
    if word == "week":
        return today + timedelta(days=(_FRIDAY - today.weekday()) % 7 + 7 * following)
    if word == "month":
        day = add_months(today.replace(day=1), int(following))
        return _last_day(day.year, day.month)
    if word == "year":
        return date(today.year + following, 12, 31)
    if following or (place := _place(word, MONTHS)) is None:
        return None
    return _last_day(today.year + (place + 1 < today.month), place + 1)


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _place(word: str, names: tuple[str, ...]) -> int | None:
    return next((n for n, name in enumerate(names) if name.lower().startswith(word)), None)
