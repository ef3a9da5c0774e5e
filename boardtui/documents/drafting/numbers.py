"""Numbers and dates as a letter writes them: `two`, `12`, `4 April and 16 May 2013`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from boardtui.domain.dates import MONTHS, show_long
from boardtui.domain.text import listed, plural

_ONES = tuple(
    re.findall(
        r"\w+",
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen",
    )
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TIMES = {1: "once", 2: "twice"}
_OPENING = re.compile(r"[1-9][0-9]?(?=,? [a-z])")
_FIGURE = re.compile(r"^\d+")


def number(count: int) -> str:
    """Write a number as prose does: `no`, `one` to `nine`, then `10` and `1,240`."""
    return _ONES[count] if 0 <= count < 10 else f"{count:,}"


def counted(count: int, noun: str, nouns: str = "") -> str:
    """Count a noun in prose: `one action`, `12 actions`, `no actions`."""
    return _FIGURE.sub(number(count), plural(count, noun, nouns), count=1)


def times(count: int) -> str:
    """Say how often: `once`, `twice`, `three times`."""
    return _TIMES.get(count) or f"{number(count)} times"


def each_of(count: int) -> str:
    """Take up a number just given: `it`, `both`, `all three`."""
    return {1: "it", 2: "both"}.get(count) or f"all {number(count)}"


def opening(text: str) -> str:
    """Spell out a number below a hundred that opens a sentence: `12 lines` becomes `Twelve lines`."""
    found = _OPENING.match(text)
    if not found:
        return text
    tens, ones = divmod(int(found[0]), 10)
    words = _ONES[int(found[0])] if tens < 2 else "-".join([_TENS[tens], *([_ONES[ones]] if ones else [])])
    return words + text[found.end() :]


def day_in_full(day: date) -> str:
    """Write a date as a letter does: `14 January 2013`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_in_full(day: date) -> str:
    """Write a date with its weekday: `Sunday 26 May 2013`."""
    return show_long(day)


def days_in_full(days: Sequence[date]) -> str:
    """List dates, the year once where it is the same: `4 April and 16 May 2013`."""
    last = len(days) - 1
    return listed(
        [
            day_in_full(day) if n == last or days[n + 1].year != day.year else short_day(day)
            for n, day in enumerate(days)
        ]
    )


def short_day(day: date) -> str:
    """Write a date whose year is plain from the context: `4 April`."""
    return f"{day.day} {MONTHS[day.month - 1]}"
