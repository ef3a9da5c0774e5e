"""Duties that come again and again: when each falls due, and what it is called (rule 2; N 8.1, C 2.11)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from boardtui.domain.dates import MONTHS
from boardtui.domain.obligations import add_months

_ONES = (
    *("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_MONTH_AT_END = re.compile(rf" \(?(?:{'|'.join(name[:3] for name in MONTHS)}) \d{{4}}\)?$")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time a duty falls due, and how many months after the day it is counted from."""

    months: int
    due: date


def occurrences(
    counted_from: date, months: int, repeats: int | None, until: date | None, today: date
) -> tuple[Occurrence, ...]:
    """Return each occurrence up to and including the first after `today`, none after `until`.

    Each is counted from the anchor and never from the one before, which may have been clamped: 31 Aug gives 28 or
    29 Feb after six months and 31 Aug again after twelve.
    """
    found: list[Occurrence] = []
    step = max(repeats or 0, 0)
    while not found or (step and found[-1].due <= today):
        after = months + len(found) * step
        due = add_months(counted_from, after)
        if until is not None and due > until:
            break
        found.append(Occurrence(after, due))
    return tuple(found)


def renumbered(text: str, base: int, occurrence: Occurrence) -> str | None:
    """Put the occurrence's months where a text has the first one's (`12-month`, `twelve months`), or return None."""
    months = occurrence.months
    pattern = rf"(?<![\w-])(?:({base})|{in_words(base)})(?=[- ]months?\b)"

    def instead(found: re.Match[str]) -> str:
        word = str(months) if found[1] else in_words(months)
        return word.capitalize() if found[0][0].isupper() else word

    said, times = re.subn(pattern, instead, text, flags=re.IGNORECASE)
    return said if times else None


def ref_of(ref: str, base: int, occurrence: Occurrence) -> str:
    """Name a later occurrence: `N 8.1 18-month report`, else with the month it is due, `C 2.11 report Jun 2020`."""
    return renumbered(ref, base, occurrence) or f"{_MONTH_AT_END.sub('', ref)} {_month(occurrence.due)}"


def title_of(title: str, base: int, occurrence: Occurrence) -> str:
    """Entitle a later occurrence, by its months or by the month it is due: `Report to the Minister (Jun 2020)`."""
    return renumbered(title, base, occurrence) or f"{_MONTH_AT_END.sub('', title)} ({_month(occurrence.due)})"


def in_words(number: int) -> str:
    """Write a number below a hundred in words: `eighteen`, `twenty-four`."""
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return _ONES[number] if number < 20 else f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.year}"
