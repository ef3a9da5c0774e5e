"""Workbooks (.xlsx): values as they were last worked out, never worked out anew; merged cells, colours, hidden rows."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from boardtui.documents.sheets.cells import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, value_cell
from boardtui.documents.sheets.fills import Fills
from boardtui.documents.sheets.opening import refused
from boardtui.documents.sheets.rules import Rules
from boardtui.domain.sheets.grid import NOTHING, Cell, Grid, Line
from boardtui.domain.text import clean

_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_NEVER_WORKED_OUT = "It holds a formula whose result was never saved."
_SMALLER = "Delete empty rows and columns below and beside the table, or copy the table into a new workbook."


def grids(data: bytes, parts: Mapping[str, bytes], path: Path) -> tuple[Grid, ...]:
    """Return every sheet of a workbook, hidden ones marked; raises BoardError."""
    sheets = [part for name, part in parts.items() if _SHEET.fullmatch(name)]
    if sum(len(_CELL.findall(part)) for part in sheets) > MOST_CELLS:
        raise refused(path, f"it has more than {MOST_CELLS:,} cells", _SMALLER)
    formulas = any(_FORMULA.search(part) for part in sheets)
    try:
        values, written = _load(data, worked_out=True), _load(data, worked_out=False) if formulas else None
    except Exception as problem:  # openpyxl raises whatever the damage leads to: KeyError, TypeError, its own
        raise refused(path, "it is damaged, or no workbook that Excel wrote") from problem
    fills = Fills(values)
    old_mac = values.epoch == CALENDAR_MAC_1904
    found = []
    for sheet in values.worksheets:
        formulas_of = written[sheet.title] if written is not None else None
        lines = tuple(_lines(sheet, formulas_of, fills, path))
        found.append(Grid(clean(sheet.title), lines, sheet.sheet_state != "visible", old_mac))
    return tuple(found)


def _load(data: bytes, *, worked_out: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it does not keep when it writes; nothing is written
        return load_workbook(io.BytesIO(data), data_only=worked_out, keep_links=False)


def _lines(sheet: Worksheet, formulas: Worksheet | None, fills: Fills, path: Path) -> Iterator[Line]:
    cells: dict[tuple[int, int], Any] = sheet._cells  # what the file holds: to walk the sheet would make every cell
    spread, rules = _spread(sheet), Rules(sheet, fills)
    told = {place: cell for place, cell in cells.items() if place[1] <= MOST_COLUMNS}
    filled = sorted({row for (row, _), cell in told.items() if cell.value is not None} | {row for row, _ in spread})
    if len(filled) > MOST_ROWS:
        raise refused(path, f"“{clean(sheet.title)}” has more than {MOST_ROWS:,} rows", _SMALLER)
    by_row: dict[int, dict[int, Any]] = {row: {} for row in filled}
    for (row, column), cell in told.items():
        if row in by_row:
            by_row[row][column] = cell
    for row in filled:
        mine = {column for of, column in spread if of == row} | set(by_row[row])
        made = [
            _cell(row, column, by_row[row].get(column), cells, spread, fills, formulas, rules) for column in _upto(mine)
        ]
        dimension = sheet.row_dimensions.get(row)
        yield Line(row, _trimmed(made), bool(dimension and dimension.hidden))


def _cell(
    row: int,
    column: int,
    cell: Any,
    cells: Mapping[tuple[int, int], Any],
    spread: Mapping[tuple[int, int], tuple[int, int]],
    fills: Fills,
    formulas: Worksheet | None,
    rules: Rules,
) -> Cell:
    origin = spread.get((row, column))
    source = cells.get(origin) if origin else cell
    if source is None:
        return NOTHING
    fill = rules.of(row, column, source.value) or fills.of(source)
    if source.value is None and formulas is not None and origin is None:
        there = formulas._cells.get((row, column))
        if there is not None and there.data_type == "f":
            return Cell("", None, fill, False, _NEVER_WORKED_OUT)
    return value_cell(
        source.value, source.number_format or "", fill, spread=origin is not None, error=source.data_type == "e"
    )


def _spread(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the cells that repeat the first one of those merged with them, in bounds."""
    places: dict[tuple[int, int], tuple[int, int]] = {}
    for merged in sheet.merged_cells.ranges:
        last_row = min(merged.max_row, merged.min_row + MOST_ROWS)
        for row in range(merged.min_row, last_row + 1):
            for column in range(merged.min_col, min(merged.max_col, MOST_COLUMNS) + 1):
                if (row, column) != (merged.min_row, merged.min_col):
                    places[row, column] = (merged.min_row, merged.min_col)
                if len(places) > MOST_CELLS:
                    return places
    return places


def _upto(columns: set[int]) -> range:
    return range(1, max(columns, default=0) + 1)


def _trimmed(cells: list[Cell]) -> tuple[Cell, ...]:
    while cells and cells[-1].empty and not cells[-1].fill:
        cells.pop()
    return tuple(cells)
