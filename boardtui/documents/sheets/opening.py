"""Opening a file of sheets: by what it holds, not by its name, and within limits (DESIGN 8, *Imports*)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from boardtui.documents.templates import LARGEST
from boardtui.documents.vetting.faults import UnfitError
from boardtui.documents.vetting.limits import Wanted, opened
from boardtui.domain.sheets.grid import Grid
from boardtui.errors import BoardError

Told = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much; raises BoardError to stop."""

NOTHING_DONE = "Nothing was brought in."

_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
_LOCKED, _OLD_EXCEL, _OLD_WORD = (name.encode("utf-16-le") for name in ("EncryptedPackage", "Workbook", "WordDocument"))
_EXCEL, _WORD, _BINARY, _OPEN = "xl/workbook.xml", "word/document.xml", "xl/workbook.bin", "content.xml"
_DECLARES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_AS_XLSX = "Open it in Excel and save it as a workbook (.xlsx) or as CSV."
_WANTED = Wanted(
    "a workbook, a CSV file or a Word document", _AS_XLSX, "Take out pictures and sheets that are not needed."
)


def read(path: Path, told: Told = lambda _what, _done, _of: None) -> tuple[Grid, ...]:
    """Return the sheets of a file, or the tables of a Word file; raises BoardError, in words, for anything else."""
    told(f"Opening {path.name}", 0, 2)
    data = _bytes(path)
    told(f"Reading {path.name}", 1, 2)
    grids = _grids(data, path)
    told(f"Read {path.name}", 2, 2)
    if not grids:
        raise refused(path, "there is no table in it", "Is it the right file?")
    return grids


def refused(path: Path, why: str, do: str = _AS_XLSX) -> BoardError:
    """Say in one sentence why a file cannot be read."""
    return BoardError(f"{path.name} cannot be read: {why}.", NOTHING_DONE, do)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise refused(path, "it is a folder", "Name the file.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as problem:
        raise refused(path, (problem.strerror or "it is not there").lower(), "Check the name.") from problem
    if len(data) > LARGEST:
        raise refused(path, f"it is larger than {LARGEST >> 20} MB", _WANTED.smaller)
    if not data.strip(b"\0 \r\n\t"):
        raise refused(path, "it is empty", "Is it the right file?")
    return data


def _grids(data: bytes, path: Path) -> tuple[Grid, ...]:
    if data.startswith(_OLE):
        raise _ole(data, path)
    if not data.startswith(_ZIP):
        from boardtui.documents.sheets import separated

        return separated.grids(data, path)
    parts = _parts(data, path)
    if _EXCEL in parts:
        from boardtui.documents.sheets import excel

        return excel.grids(data, parts, path)
    if _WORD in parts:
        from boardtui.documents.sheets import word_tables

        return word_tables.grids(data, path)
    if _BINARY in parts:
        raise refused(path, "it is a binary workbook (.xlsb)")
    if _OPEN in parts:
        raise refused(path, "it is an OpenDocument file (.ods)", "Open it in LibreOffice and save it as .xlsx or CSV.")
    raise refused(path, f"it is not {_WANTED.what}")


def _ole(data: bytes, path: Path) -> BoardError:
    if _LOCKED in data:
        return refused(path, "it is protected with a password", "Save a copy without a password (File, Info, Protect).")
    if _OLD_WORD in data:
        return refused(path, "it is an old Word file (.doc)", "Open it in Word and save it as a document (.docx).")
    if _OLD_EXCEL in data:
        return refused(path, "it is an old Excel file (.xls)")
    return refused(path, "it is an old Office file, or protected with a password")


def _parts(data: bytes, path: Path) -> dict[str, bytes]:
    try:
        parts = opened(data, _WANTED)
    except UnfitError as unfit:
        fault = unfit.faults[0]
        raise refused(path, fault.reason.rstrip("."), fault.hint or _AS_XLSX) from unfit
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and _DECLARES.search(part[:4096]):
            raise refused(path, "it declares what no Office file declares")
    return parts
