"""Indicators in words: their titles, periods and figures as prose writes them, and how far they have come (N 7.3)."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from boardtui.documents.drafting.offices import without_marks
from boardtui.domain.dataset import Indicator
from boardtui.domain.dates import MONTHS
from boardtui.domain.measures import Measure, reaches
from boardtui.domain.periods import stretch
from boardtui.domain.text import one_line

_MONTH = re.compile(rf"\b({'|'.join(month[:3] for month in MONTHS)})\b(?=(?: \d{{4}})?(?: to\b|\b))")
_FULL = {month[:3]: month for month in MONTHS}


def in_full(text: str) -> str:
    """Write months and percentages as a report does: `April 2013`, `74 per cent`."""
    return spoken(_MONTH.sub(lambda found: _FULL[found[1]], text))


def period(indicator: Indicator) -> str:
    """Name the period of the latest value by its basis: `April 2013`, `the year to date at 31 March 2013`."""
    latest = indicator.latest
    return period_of(indicator.measure, latest.period) if latest else ""


def period_of(measure: Measure, end: date) -> str:
    """Name the stretch of time that a value speaks of, in the same words everywhere in a report."""
    return in_full(stretch(measure, end))


def compared(indicator: Indicator) -> Decimal:
    """Return how far the latest value is from the baseline, good counting up, as a share of the way to the target."""
    measure, latest = indicator.measure, indicator.latest
    if latest is None or measure.baseline is None:
        return Decimal(0)
    gone = latest.value - measure.baseline
    aim = measure.target_12 if measure.target_12 is not None else measure.target_6
    way = abs(aim - measure.baseline) if aim is not None else Decimal(0)
    better = reaches(measure.polarity, latest.value, measure.baseline)
    return (abs(gone) if better else -abs(gone)) / (way or Decimal(1))


def spoken(text: str) -> str:
    """Write per cent as prose does."""
    return text.replace("%", " per cent")


def title_in(text: str) -> str:
    """Return a recorded title as it stands in a sentence."""
    return one_line(without_marks(text)).rstrip(" .")


def lowered(text: str) -> str:
    """Lower the first letter of a title that goes on with a sentence, unless an abbreviation opens it."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def without_noun(said: str, indicator: Indicator) -> str:
    """Write a figure in full, without the noun that its indicator's title counts already: *children who …, 39*."""
    count, _, noun = in_full(said).partition(" ")
    return count if noun and noun in title_in(indicator.title).casefold().split() else in_full(said)


def theme_in(theme: str) -> str:
    """Return a theme as it stands after *under*: in small letters, quoted where it is a title of its own."""
    return f"“{title_in(theme)}”" if ":" in theme else theme.lower()
