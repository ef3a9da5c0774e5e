"""Records as an Excel workbook: a head that stays in sight, filters, real dates and figures, never a formula."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from textwrap import wrap
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from boardtui.documents.package import CORE, identified, pack, unpack
from boardtui.domain.progress import STEP, tell
from boardtui.domain.tables import Table, in_words
from boardtui.domain.text import clean

_DATE = "d mmm yyyy"
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{by}</dc:creator>'
    "<dc:language>en-GB</dc:language>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created></cp:coreProperties>'
)
"""The properties of every workbook; the time is always the same, so that the same records give the same bytes."""

_NARROWEST, _WIDEST = 8, 60
_LONGEST = 32_767
_SHEET_NAME = 31
_LINE, _TALLEST = 15.0, 409.0
"""Points that a line of text takes, and that Excel lets a row have."""

_HEAD = PatternFill("solid", fgColor="FFE7EBF0")
_AT_LEFT = Alignment(horizontal="left", vertical="top", wrap_text=True)
_FIGURE = Alignment(horizontal="right", vertical="top", indent=1)
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def workbook(table: Table, by: str = "") -> bytes:
    """Return a list as a workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):  # a new workbook has one
        sheet = book.create_sheet()
    sheet.title = clean(table.title).translate(_NOT_IN_A_NAME)[:_SHEET_NAME] or "List"
    for column, head in enumerate(table.heads, 1):
        _write(sheet, 1, column, head)
        cell = sheet.cell(1, column)
        cell.font, cell.fill = Font(bold=True), _HEAD
    for number, row in enumerate(table.rows, 2):
        if number % STEP == 0:
            tell("Writing the workbook", number, len(table.rows))
        for column, value in enumerate(row, 1):
            _write(sheet, number, column, in_words(value))
    _laid_out(sheet, table)
    tell("Writing the workbook", len(table.rows), len(table.rows))
    made = io.BytesIO()
    book.save(made)
    return pack(identified({**unpack(made.getvalue()), CORE: _core(table.title, by)}))


def _write(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):  # nothing is merged
        return
    match value:
        case bool():
            cell.value = "yes" if value else "no"
        case Decimal() | int():
            cell.value = float(value) if isinstance(value, Decimal) else value
        case date():
            cell.value, cell.number_format = value, _DATE
        case _:
            cell.value = clean(str(value))[:_LONGEST]
            cell.data_type = "s"  # a text, whatever it begins with
    cell.alignment = _FIGURE if isinstance(value, Decimal | int) and not isinstance(value, bool) else _AT_LEFT


def _laid_out(sheet: Worksheet, table: Table) -> None:
    """Keep the head in sight, offer filters, give each column the width of what is in it, print it landscape on A4."""
    last = get_column_letter(max(len(table.heads), 1))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    wide = []
    for column, head in enumerate(table.heads):
        widths = [len(head) + 4, *(_width(row[column]) for row in table.rows)]
        wide.append(min(max(_NARROWEST, *widths), _WIDEST))
        sheet.column_dimensions[get_column_letter(column + 1)].width = wide[-1]
    for number, row in enumerate(table.rows, 2):
        tall = max((_lines(value, width) for value, width in zip(row, wide, strict=True)), default=1)
        if tall > 1:  # LibreOffice gives a row one line unless it is told
            sheet.row_dimensions[number].height = min(tall * _LINE, _TALLEST)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _width(value: Any) -> int:
    plain = in_words(value)
    return 12 if isinstance(plain, date) else max(map(len, str(plain).split("\n"))) + 2


def _lines(value: Any, width: int) -> int:
    """Return how many lines a value takes in a column of that width, counted in figures; letters are narrower."""
    plain, room = in_words(value), width + width // 12
    if not isinstance(plain, str) or (len(plain) <= room and "\n" not in plain):
        return 1
    return sum(max(1, len(wrap(line, room))) for line in plain.split("\n"))


def _core(title: str, by: str) -> bytes:
    """Return the properties of the workbook, which bear the one moment and not the time of saving."""
    return _CORE.format(title=escape(clean(title)), by=escape(clean(by))).encode()
