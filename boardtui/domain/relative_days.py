"""Days named from today, as people type them: `thu`, `next thu`, `tomorrow`, `+6w`, `3 weeks`, `end of march`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from boardtui.domain.dates import MONTHS, WAYS, WEEKDAYS, parse_date
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
_FRIDAY = 4


def parse_day(text: str, after: date, today: date | None = None) -> date:
    """Read a typed day as `parse_date` does, or one that is named from `today` (by default `after`).

    A weekday is the first one strictly after today, with or without *next*; months ahead end on the month's last day
    where it has no such day. Raises ValueError with one sentence for whoever typed it.
    """
    typed = " ".join(text.split()).lower()
    if (found := _relative(_in_figures(typed), today or after)) is not None:
        return found
    try:
        return parse_date(text, after)
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
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return None


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
