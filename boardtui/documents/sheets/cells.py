"""Making a plain cell out of what a file holds: cleaned, in bounds, a number as a person sees it."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from boardtui.domain.dates import MONTHS, show
from boardtui.domain.sheets.grid import Cell
from boardtui.domain.text import clean

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 5_000, 300, 300_000
"""Rows of a sheet, columns of a row, cells of a file that are read; more is no action log or plan."""

LONGEST = 20_000
"""Characters of a cell."""

_TOO_LONG = f"It holds more than {LONGEST:,} characters."
_ERROR = "It holds an error of the spreadsheet: {}."
_PLACES = re.compile(r"[0#](?:[0#,]*)?(?:\.(0+))?")
_DAY = re.compile(r"d", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_WRITTEN = re.compile(r"^'(?=[=+\-@])")


def text_cell(text: str, fill: str = "", *, spread: bool = False) -> Cell:
    """Return a cell of text; an apostrophe that keeps a text from being a formula is taken off."""
    said = _WRITTEN.sub("", clean(text).strip().replace("\u00a0", " ").strip())
    if len(said) > LONGEST:
        return Cell("", None, fill, spread, _TOO_LONG)
    return Cell(said, None, fill, spread)


def value_cell(value: Any, shown_as: str, fill: str, *, spread: bool = False, error: bool = False) -> Cell:
    """Return a cell of a workbook: a text, a number as its format shows it, a day."""
    if value is None:
        return Cell("", None, fill, spread)
    if error:
        return Cell("", None, fill, spread, _ERROR.format(clean(str(value))))
    if isinstance(value, bool):
        return Cell("yes" if value else "no", None, fill, spread)
    if isinstance(value, datetime | date):
        return _day(value, shown_as, fill, spread=spread)
    if isinstance(value, int | float):
        number = Decimal(format(value, ".15g"))
        return Cell(_number(number, shown_as), number, fill, spread)
    return text_cell(str(value), fill, spread=spread)


def _day(value: date, shown_as: str, fill: str, *, spread: bool) -> Cell:
    """Return a day; where only month and year are shown, that is what it says."""
    day = value.date() if isinstance(value, datetime) else value
    if not _DAY.search(_QUOTED.sub("", shown_as)) and "yy" in shown_as.lower():
        return Cell(f"{MONTHS[day.month - 1]} {day.year}", None, fill, spread)
    return Cell(show(day), day, fill, spread)


def _number(number: Decimal, shown_as: str) -> str:
    """Write a number as its format shows it: `1.10`, `73%`; without a format as short as it can be."""
    plain = _QUOTED.sub("", shown_as.split(";")[0])
    found = _PLACES.search(plain)
    percent = "%" in plain
    value = number * 100 if percent else number
    if found is not None and (found[1] or percent):
        places = len(found[1] or "")
        value = value.quantize(Decimal(1).scaleb(-places))
        return f"{value:f}{'%' if percent else ''}"
    if number == number.to_integral_value():
        return f"{number.to_integral_value():f}"
    return f"{number.normalize():f}"
