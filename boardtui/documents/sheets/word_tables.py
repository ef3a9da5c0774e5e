"""Tables of a Word file: those with the same head as one sheet, merged cells, shading that is the only rating."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class _Table:
    """A table as it stands: the line above it, the heading it stands under, its rows."""

    above: str
    heading: str
    lines: tuple[Line, ...]

    @property
    def head(self) -> tuple[str, ...]:
        """Return what its first row says where that names columns."""
        said = tuple(cell.text.casefold() for cell in self.lines[0].cells) if self.lines else ()
        return said if len(set(filter(None, said))) > 1 else ()


def grids(data: bytes, path: Path) -> tuple[Grid, ...]:
    """Return the tables of a Word file, each named after the line above it; raises BoardError.

    Those with the same head are one, with the heading of each between: a plan has a table for each priority.
    """
    try:
        document = Document(io.BytesIO(data))
    except Exception as problem:  # python-docx raises whatever the damage leads to
        raise refused(path, "it is damaged, or no document that Word wrote", "Save it again from Word.") from problem
    found: list[_Table] = []
    above = heading = ""
    for block in _within(document.element.body, qn("w:p"), qn("w:tbl")):
        if block.tag == qn("w:p"):
            above = _said(block) or above
            heading = above if _is_heading(block) else heading
        else:
            found.append(_Table(above, heading or above, tuple(_lines(block, path))))
            above = ""
    alike: list[list[_Table]] = []
    for table in _unbroken(found):
        like = next((one for one in alike if table.head and one[0].head == table.head), None)
        if like is not None:
            like.append(table)
        else:
            alike.append([table])
    return tuple(
        Grid(
            f"Table {at}" + (f": {shorten(tables[0].above, _NAME)}" if tables[0].above else ""),
            tables[0].lines if len(tables) == 1 else _as_one(tables),
        )
        for at, tables in enumerate(alike, 1)
    )


def _within(parent: Any, *tags: str) -> Iterator[Any]:
    """Yield the children of these kinds, also those that a form's field holds."""
    for child in parent.iterchildren():
        if child.tag == qn("w:sdt"):
            for content in child.findall(qn("w:sdtContent")):
                yield from _within(content, *tags)
        elif child.tag in tags:
            yield child


def _is_heading(paragraph: Any) -> bool:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and style.get(qn("w:val"), "").lower().startswith("heading")


def _unbroken(tables: Sequence[_Table]) -> list[_Table]:
    """Put a table that a page break cut in two together again: no words between, and as many columns."""
    whole: list[_Table] = []
    for table in tables:
        last = whole[-1] if whole else None
        if last is not None and not table.above and table.lines and _width(last) == _width(table) > 1:
            whole[-1] = _Table(last.above, last.heading, (*last.lines, *_numbered(table.lines, len(last.lines))))
        else:
            whole.append(table)
    return whole


def _as_one(tables: Sequence[_Table]) -> tuple[Line, ...]:
    """Return the rows of tables that have the same head, the heading of each before its rows."""
    lines = [tables[0].lines[0]]
    for table in tables:
        heading = (Line(0, (Cell(table.heading),)),) if table.heading else ()
        lines += [*heading, *table.lines[1:]]
    return _numbered(lines, 0)


def _numbered(lines: Sequence[Line], base: int) -> tuple[Line, ...]:
    return tuple(Line(base + at, line.cells, line.hidden) for at, line in enumerate(lines, 1))


def _width(table: _Table) -> int:
    return max((len(line.cells) for line in table.lines), default=0)


def _lines(table: Any, path: Path) -> Iterator[Line]:
    above: dict[int, Cell] = {}
    rows = list(_within(table, qn("w:tr")))
    if len(rows) > MOST_ROWS or len(rows) * MOST_COLUMNS > MOST_CELLS * 10:
        raise refused(path, f"a table in it has more than {MOST_ROWS:,} rows", "Is it the right file?")
    for number, row in enumerate(rows, 1):
        cells: list[Cell] = []
        for cell in _within(row, qn("w:tc")):
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
