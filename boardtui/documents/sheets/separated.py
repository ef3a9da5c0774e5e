"""CSV files: whichever encoding and separator a spreadsheet wrote them with (DESIGN 8, *Imports*)."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path

from boardtui.documents.sheets.cells import LONGEST, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, text_cell
from boardtui.documents.sheets.opening import refused
from boardtui.domain.sheets.grid import Grid, Line

_SEPARATORS = ",;\t|"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SAYS = re.compile(r"^sep=(.)\r?\n", re.IGNORECASE)
_PAGE = re.compile(r"^\s*<(!doctype html|html|table|\?xml)", re.IGNORECASE)
_CSV = "Save it from Excel as a workbook (.xlsx) or as CSV UTF-8."
_NUMBER_AS_TEXT = re.compile(r'^="(.*)"$')


def grids(data: bytes, path: Path) -> tuple[Grid, ...]:
    """Return a CSV file as one sheet; raises BoardError."""
    text = _text(data, path)
    if _PAGE.match(text):
        raise refused(path, "it is a web page that is only called a spreadsheet")
    told = _SAYS.match(text)
    separator = told[1] if told else _separator(text)
    skipped = 1 if told else 0
    lines: list[Line] = []
    cells = 0
    reader = csv.reader(io.StringIO(text[told.end() :] if told else text, newline=""), delimiter=separator)
    csv.field_size_limit(max(LONGEST * 10, csv.field_size_limit()))
    try:
        for row in reader:
            cells += len(row)
            if len(lines) >= MOST_ROWS or cells > MOST_CELLS:
                raise refused(
                    path, f"it has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells", "Is it the right file?"
                )
            number = reader.line_num + skipped - sum(value.count("\n") for value in row)
            lines.append(Line(number, tuple(text_cell(_NUMBER_AS_TEXT.sub(r"\1", one)) for one in row[:MOST_COLUMNS])))
    except csv.Error as problem:
        raise refused(path, "it is no CSV file that can be made out", _CSV) from problem
    return (Grid(path.stem, tuple(lines)),)


def _text(data: bytes, path: Path) -> str:
    encodings = ("utf-16",) if data[:2] in _UTF_16 else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise refused(path, "it is neither a workbook (.xlsx), a CSV file nor a Word document (.docx)")


def _separator(text: str) -> str:
    """Return the separator that cuts most lines into as many pieces, outside quotation marks."""
    sample = [re.sub(r'"[^"]*"', "", line) for line in text.splitlines()[:40] if line.strip()]
    best, worth = ",", 0
    for separator in _SEPARATORS:
        counts = Counter(line.count(separator) for line in sample if separator in line)
        if not counts:
            continue
        pieces, often = max(counts.items(), key=lambda pair: (pair[1] * min(pair[0], 3), pair[0]))
        if often * min(pieces, 3) > worth:
            best, worth = separator, often * min(pieces, 3)
    return best
