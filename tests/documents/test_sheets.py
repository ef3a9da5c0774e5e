"""Files of sheets that are refused, each in one sentence that says what it is and what to do (DESIGN 8, *Imports*)."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from boardtui.documents.sheets import cells
from boardtui.documents.sheets.opening import read
from boardtui.domain.sheets.grid import Cell
from boardtui.errors import BoardError
from tests.sheets.building import changed, coloured, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _zip(path: Path, **parts: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), data)


def _cut(path: Path) -> None:
    workbook(path, [["Ref", "Action"], ["A1", "Report"]])
    path.write_bytes(path.read_bytes()[:-900])


def _entity(path: Path) -> None:
    _zip(path, xl__workbook_xml=b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><workbook/>')


def _tampered(path: Path) -> None:
    _zip(path, xl__workbook_xml=b"<workbook>", xl__worksheets__sheet1_xml=b"<worksheet/>")


def _prose(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("Only words.")
    document.save(str(path))


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "old Excel": (lambda path: path.write_bytes(OLE + "Workbook".encode("utf-16-le")), "old Excel file (.xls)"),
    "old Word": (lambda path: path.write_bytes(OLE + "WordDocument".encode("utf-16-le")), "old Word file (.doc)"),
    "password": (
        lambda path: path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le")),
        "protected with a password",
    ),
    "zip bomb": (
        lambda path: _zip(path, xl__workbook_xml=bytes(50 << 20)),
        "it unpacks to more than 200 times its size",
    ),
    "declares": (_entity, "declares what no Office file declares"),
    "cut off": (_cut, "or it is damaged"),
    "damaged": (_tampered, "it is damaged, or no workbook that Excel wrote"),
    "binary": (lambda path: _zip(path, xl__workbook_bin=b"x"), "binary workbook (.xlsb)"),
    "OpenDocument": (lambda path: _zip(path, content_xml=b"<office/>"), "OpenDocument file (.ods)"),
    "web page": (lambda path: path.write_text("<html><table>"), "a web page that is only called a spreadsheet"),
    "picture": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "neither a workbook"),
    "empty": (lambda path: path.touch(), "it is empty"),
    "absent": (lambda _path: None, "no such file"),
    "folder": (lambda path: path.mkdir(), "it is a folder"),
    "no table": (_prose, "there is no table in it"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    make, said = REFUSED[name]
    path = tmp_path / "sheet.xlsx"
    make(path)
    with pytest.raises(BoardError) as refused:
        read(path)
    assert refused.value.title.startswith("sheet.xlsx cannot be read: ")
    assert said in refused.value.title
    assert refused.value.title.count(": ") == 1
    assert refused.value.hint


def test_a_huge_sheet_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardtui.documents.sheets.excel.MOST_CELLS", 20)
    path = workbook(tmp_path / "huge.xlsx", [["x"] * 5] * 6)
    with pytest.raises(BoardError, match="more than 20 cells"):
        read(path)
    monkeypatch.setattr("boardtui.documents.sheets.separated.MOST_ROWS", 5)
    table = tmp_path / "huge.csv"
    table.write_text("a,b\n" * 6)
    with pytest.raises(BoardError, match="more than 5 rows"):
        read(table)


def test_a_sheet_whose_last_row_is_far_down_costs_no_more_than_its_cells(tmp_path: Path) -> None:
    path = workbook(tmp_path / "far.xlsx", [["Ref", "Action"], ["A1", "Report"]])

    def far(sheet: Any) -> None:
        sheet["XFD1048576"].number_format = "0.00"
        sheet["B1048570"].value = "last"

    changed(path, far)
    (grid,) = read(path)
    assert [line.number for line in grid.lines] == [1, 2, 1048570]
    assert grid.width == 2


def test_what_it_is_called_does_not_matter_what_it_holds_does(tmp_path: Path) -> None:
    path = workbook(tmp_path / "log.csv", [["Ref", "Action"], ["A1", "Report"]])
    assert read(path)[0].lines[1].cells == (Cell("A1"), Cell("Report"))


def test_theme_colours_and_old_palettes_become_plain_colours(tmp_path: Path) -> None:
    from openpyxl.styles import PatternFill
    from openpyxl.styles.colors import Color

    path = coloured(workbook(tmp_path / "rag.xlsx", [["one", "two", "three", "four"]]), D1="FFFFC000")

    def colour(sheet: Any) -> None:
        for cell, made in (
            ("A1", Color(theme=6)),
            ("B1", Color(indexed=10)),
            ("C1", Color(theme=0, tint=-0.5)),
        ):
            sheet[cell].fill = PatternFill("solid", fgColor=made)

    changed(path, colour)
    (grid,) = read(path)
    assert [cell.fill for cell in grid.lines[0].cells] == ["#9bbb59", "#ff0000", "#808080", "#ffc000"]


def test_merged_cells_repeat_what_they_are_merged_with(tmp_path: Path) -> None:
    path = workbook(tmp_path / "plan.xlsx", [["Theme", "x"], ["Early help", 1], [None, 2]], merged=["A2:A3"])
    (grid,) = read(path)
    assert [(line.at(0).text, line.at(0).spread) for line in grid.lines] == [
        ("Theme", False),
        ("Early help", False),
        ("Early help", True),
    ]


def test_a_cell_too_long_to_be_one_is_a_fault_of_that_cell(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text(f"Ref,Action\nA1,{'x' * (cells.LONGEST + 1)}\n")
    assert "more than 20,000 characters" in read(path)[0].lines[1].at(1).fault


def test_what_would_command_a_terminal_is_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Ref,Action\nA1,\x1b]52;c;aGk=\x07Report \u202ethis\n", encoding="utf-8")
    assert read(path)[0].lines[1].at(1).text == "]52;c;aGk=Report this"
