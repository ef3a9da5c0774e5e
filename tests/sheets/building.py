"""Building awkward sheets: workbooks with merged cells and colours, Word tables, CSV files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook
from openpyxl.styles import PatternFill

RED, AMBER, GREEN, BLUE, WHITE = "FFFF0000", "FFFFC000", "FF92D050", "FF00B0F0", "FFFFFFFF"
"""The fills of Excel's own palette that people take for a rating."""

Rows = Sequence[Any]
"""Rows, each a sequence of what its cells hold."""


def workbook(path: Path, rows: Rows, *, title: str = "Action log", merged: Sequence[str] = ()) -> Path:
    """Write rows as a workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    return path


def changed(path: Path, change: Any) -> Path:
    """Open a workbook, change its first sheet, and save it again."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    change(book.worksheets[0])
    book.save(path)
    return path


def coloured(path: Path, **fills: str) -> Path:
    """Colour cells of a workbook: `coloured(path, C2=RED)`."""

    def colour(sheet: Any) -> None:
        for cell, fill in fills.items():
            sheet[cell].fill = PatternFill("solid", fgColor=fill)

    return changed(path, colour)


def word_table(path: Path, rows: Rows, *, above: str = "", shade: dict[tuple[int, int], str] | None = None) -> Path:
    """Write rows as a table in a Word file, some cells shaded."""
    document = Document()
    if above:
        document.add_heading(above)
    table = document.add_table(rows=len(rows), cols=max(len(row) for row in rows))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.rows[at].cells[column].text = str(text)
    for (at, column), colour in (shade or {}).items():
        shading = OxmlElement("w:shd")
        shading.set(qn("w:fill"), colour)
        table.rows[at].cells[column]._tc.get_or_add_tcPr().append(shading)
    document.save(str(path))
    return path
