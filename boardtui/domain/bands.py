"""The bands in which an inspection asks for its recommendations, counted from its publication (rule 2; O 3)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from boardtui.domain.obligations import Binds, Duty, add_months
from boardtui.domain.recurring import in_words
from boardtui.domain.text import one_line, shorten

TITLE = 100
"""Characters of a requirement's text that its duty is called by."""

_MONTHS = {in_words(number): number for number in range(1, 37)}
_BAND = re.compile(r"^(?:within )?(?:the next )?([a-z-]+|[0-9]{1,2}) months?$")


@dataclass(frozen=True, slots=True)
class Banded:
    """A requirement of an inspection: its reference, its text, whom it binds, its band."""

    ref: str
    text: str
    binds: Binds
    band: str


def band_months(band: str) -> int | None:
    """Return the months a band gives: none for `immediately`, 3 for `within three months`; None if it gives none."""
    said = one_line(band).casefold().rstrip(".:")
    if said == "immediately":
        return 0
    if not (found := _BAND.match(said)):
        return None
    return int(found[1]) if found[1].isdigit() else _MONTHS.get(found[1])


def band_due(band: str, published: date) -> date | None:
    """Return the day a band gives: `immediately` is the day of publication itself, the others calendar months on."""
    months = band_months(band)
    return None if months is None else add_months(published, months)


def banded_duties(requirements: Iterable[Banded], published: date) -> tuple[Duty, ...]:
    """List a duty for each requirement that has a band, under the requirement's own reference (`O 3.10`)."""
    return tuple(
        Duty(
            required.ref,
            shorten(required.text.rstrip(". "), TITLE),
            required.binds,
            add_months(published, months),
            months=months,
            counted_from=published,
        )
        for required in requirements
        if (months := band_months(required.band)) is not None
    )
