"""What a cell of a sheet means by its column: a day, people, a rating, where an action stands, a figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from boardtui.domain.amounts import amount
from boardtui.domain.dates import show
from boardtui.domain.ratings import Scheme, is_complete
from boardtui.domain.sheets import states
from boardtui.domain.sheets.cells import Read, UnclearError
from boardtui.domain.sheets.dates import month_of, read_date, read_due
from boardtui.domain.sheets.grid import Cell
from boardtui.domain.sheets.headings import meeting_named
from boardtui.domain.sheets.kinds import Column, Meaning
from boardtui.domain.sheets.people import Directory, read_people, read_person
from boardtui.domain.sheets.ratings import BARE, level_coloured, read_rating
from boardtui.domain.states import ActionState
from boardtui.domain.text import one_line, shorten

Anchor = Callable[[Mapping[str, Any]], date]
"""Says after which day a date without a year falls, from what else its row says."""

_NONE = re.compile(r"(n/?a|tbc|-+|–|no data|not available|\.\.+|nil return|x|tba)", re.IGNORECASE)
_WITHHELD = re.compile(r"\*+|<\s*[0-9]{1,2}%?|fewer than [0-9]{1,2}|c|supp(ressed)?|low numbers?", re.IGNORECASE)
"""What stands for a count too small to be published."""


@dataclass(frozen=True)
class Knows:
    """What the Board knows that a cell may speak of: its people, its rating scheme, and which day it is."""

    directory: Directory
    scheme: Scheme
    today: date
    after: Anchor


def read(cell: Cell, column: Column, knows: Knows, values: Mapping[str, Any], *, since_1904: bool) -> Read:
    """Return what a cell means by its column, and by what else its row says; raises UnclearError."""
    if cell.fault:
        raise UnclearError(cell.fault, "Open the sheet in Excel, mend the cell, and save it again.")
    match column.means:
        case Meaning.DUE:
            return read_due(cell, knows.after(values), since_1904=since_1904)
        case Meaning.ENDED:
            if cell.value is None and (ended := states.read_ended(cell.text)) is not None:
                return Read(ended or None, f"“{one_line(cell.text)}” says that it is done" if ended else "")
            return read_date(cell, knows.after(values), since_1904=since_1904)
        case Meaning.STATE:
            return _state(cell, knows.scheme)
        case Meaning.DATE:
            if column.name == "starts" and cell.value is None and (month := month_of(cell)):
                return Read(month, f"“{one_line(cell.text)}” is read as {show(month)}")
            return read_date(cell, knows.after(values), since_1904=since_1904)
        case Meaning.PEOPLE:
            return read_people(cell.text, knows.directory)
        case Meaning.PERSON:
            return read_person(cell.text, knows.directory)
        case Meaning.RATING:
            return read_rating(cell, knows.scheme)
        case Meaning.FIGURE:
            return read_figure(cell)
        case Meaning.LINES:
            return Read(tuple(part for part in re.split(r"[\s,;&]+|\band\b", cell.text) if part))
        case Meaning.MEETING:
            return Read(_meeting(cell, knows.today))
        case _:
            return _WORDS.get(column.means, _text)(cell.text)


def _meeting(cell: Cell, today: date) -> date | str:
    """Return the day of a meeting, else its number or whatever stands there."""
    if isinstance(cell.value, date):
        return cell.value
    text = one_line(cell.text)
    if (named := meeting_named(text, today)) is not None:
        return named
    with suppress(UnclearError):
        return read_date(cell, today).value or text
    return text


def _state(cell: Cell, scheme: Scheme) -> Read:
    """Read where an action stands: in words; by the day it was completed; by nothing but the colour of complete."""
    if isinstance(cell.value, date):
        return Read(ActionState.DONE, f"“{one_line(cell.text)}” says that it is done")
    coloured = level_coloured(cell.fill, scheme)
    if coloured is None or not BARE.fullmatch(cell.text.strip() or "-"):
        return states.read_state(cell.text)
    if is_complete(coloured):
        return Read(ActionState.DONE, f"done by its colour, {coloured.word.casefold()}")
    return Read(ActionState.OPEN)


def _text(text: str) -> Read:
    return Read(one_line(text))


_WORDS: dict[Meaning, Callable[[str], Read]] = {
    Meaning.PART: states.read_part,
    Meaning.POLARITY: states.read_polarity,
    Meaning.FREQUENCY: states.read_frequency,
    Meaning.RESTRICTED: states.read_restricted,
}


def read_figure(cell: Cell) -> Read:
    """Return a figure as it is shown, so that a percentage stays what a person sees; words for none are none."""
    text = one_line(cell.text).strip("£ ")
    if not text or _NONE.fullmatch(text):
        return Read(None)
    if _WITHHELD.fullmatch(text):
        return Read(None, f"“{text}” is a figure withheld, so there is none")
    if isinstance(cell.value, date):
        raise UnclearError(f"“{text}” is a date, not a figure.", "Write the figure alone.")
    try:
        return Read(amount(text))
    except ValueError as problem:
        raise UnclearError(
            f"“{shorten(text, 40)}” is not a figure.", "Write it alone, such as 73, 73% or 1,204."
        ) from problem
