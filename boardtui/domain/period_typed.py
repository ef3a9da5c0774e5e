"""Reporting periods as people type them: `Apr 2013`, `2013-04`, `30 Apr 2013` (rule 8)."""

from __future__ import annotations

import re
from datetime import date

from boardtui.domain.dates import MONTHS, parse_date
from boardtui.domain.measures import Frequency
from boardtui.domain.periods import period_end

_ISO_MONTH = re.compile(r"^([0-9]{4})-([0-9]{2})$")
_IN_WORDS = re.compile(r"^([a-z]{3,9})\.?\s+([0-9]{4})$", re.IGNORECASE)
_FROM_TO = re.compile(r"^.+\bto\s+", re.IGNORECASE)


def read_period(frequency: Frequency, typed: str, today: date) -> date:
    """Return the end of the period that was typed: a month, a day in it, or a stretch as it is shown.

    Raises ValueError with one sentence for whoever typed it.
    """
    text = _FROM_TO.sub("", " ".join(typed.split()))
    month = _month(text)
    if month is None:
        try:
            month = parse_date(text, today)
        except ValueError:
            raise ValueError(f"“{typed[:40]}” is not a period that can be read: write Apr 2013 or 2013-04.") from None
    return period_end(frequency, month)


def _month(text: str) -> date | None:
    if found := _ISO_MONTH.match(text):
        return date(int(found[1]), int(found[2]), 1) if 1 <= int(found[2]) <= 12 and int(found[1]) > 1899 else None
    if found := _IN_WORDS.match(text):
        named = [n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(found[1].lower())]
        return date(int(found[2]), named[0], 1) if len(named) == 1 and int(found[2]) > 1899 else None
    return None
