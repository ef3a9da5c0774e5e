"""Tables of a Word file, each as one sheet: merged cells, and the shading that is so often the only rating."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from boardtui.documents.sheets.cells import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, text_cell
from boardtui.documents.sheets.opening import refused
from boardtui.domain.sheets.grid import Cell, Grid, Line
from boardtui.domain.text import clean, shorten

_FILL = re.compile("[0-9a-fA-F]{6}")
_GONE = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText")}
_NAME = 50


def grids(data: bytes, path: Path) -> tuple[Grid, ...]:
    """Return the tables of a Word file, each named after the line above it; raises BoardError."""
    try:
        document = Document(io.BytesIO(data))
    except Exception as problem:  # python-docx raises whatever the damage leads to
        raise refused(path, "it is damaged, or no document that Word wrote", "Save it again from Word.") from problem
    found: list[Grid] = []
    above = ""
    for block in document.element.body.iterchildren():
        if block.tag == qn("w:p"):
            above = _said(block) or above
        elif block.tag == qn("w:tbl"):
            name = f"Table {len(found) + 1}" + (f": {shorten(above, _NAME)}" if above else "")
            found.append(Grid(name, tuple(_lines(block, path))))
            above = ""
    return _joined(found)


def _joined(grids: list[Grid]) -> tuple[Grid, ...]:
    """Put a table that a page break cut in two together again: no words between, and as many columns."""
    whole: list[Grid] = []
    for grid in grids:
        last = whole[-1] if whole else None
        if last is not None and ":" not in grid.name and grid.lines and last.width == grid.width > 1:
            base = last.lines[-1].number if last.lines else 0
            more = tuple(Line(base + line.number, line.cells, line.hidden) for line in grid.lines)
            whole[-1] = Grid(last.name, last.lines + more)
        else:
            whole.append(grid)
    return tuple(whole)


def _lines(table: Any, path: Path) -> Iterator[Line]:
    above: dict[int, Cell] = {}
    rows = table.findall(qn("w:tr"))
    if len(rows) > MOST_ROWS or len(rows) * MOST_COLUMNS > MOST_CELLS * 10:
        raise refused(path, f"a table in it has more than {MOST_ROWS:,} rows", "Is it the right file?")
    for number, row in enumerate(rows, 1):
        cells: list[Cell] = []
        for cell in row.findall(qn("w:tc")):
            span, merged, fill = _properties(cell)
            made = text_cell(_cell_text(cell), fill)
            if merged and len(cells) in above:
                made = above[len(cells)]
                made = Cell(made.text, made.value, made.fill, True, made.fault)
            for place in range(min(span, MOST_COLUMNS - len(cells))):
                above[len(cells)] = made
                cells.append(made if not place else Cell(made.text, made.value, made.fill, True, made.fault))
        yield Line(number, tuple(cells))


def _properties(cell: Any) -> tuple[int, bool, str]:
    """Return over how many columns a cell goes, whether it continues the one above, and its colour."""
    properties = cell.find(qn("w:tcPr"))
    if properties is None:
        return 1, False, ""
    span = properties.find(qn("w:gridSpan"))
    down = properties.find(qn("w:vMerge"))
    shade = properties.find(qn("w:shd"))
    fill = shade.get(qn("w:fill"), "") if shade is not None else ""
    wide = span.get(qn("w:val"), "1") if span is not None else "1"
    return (
        min(max(int(wide), 1), MOST_COLUMNS) if wide.isdecimal() else 1,
        down is not None and down.get(qn("w:val"), "continue") == "continue",
        f"#{fill.lower()}" if _FILL.fullmatch(fill) else "",
    )


def _cell_text(cell: Any) -> str:
    return "\n".join(filter(None, (_said(paragraph) for paragraph in cell.iter(qn("w:p")))))


def _said(paragraph: Any) -> str:
    """Return a paragraph's words as they stand, with what is tracked as deleted left out."""
    said: list[str] = []
    for node in paragraph.iter():
        if node.tag == qn("w:t") and not any(parent.tag in _GONE for parent in node.iterancestors()):
            said.append(node.text or "")
        elif node.tag in (qn("w:tab"), qn("w:br")):
            said.append(" ")
    return clean("".join(said)).strip()
