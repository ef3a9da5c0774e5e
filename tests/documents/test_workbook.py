"""A list as a workbook: dates are dates, figures figures, text never a formula, and it opens in another program."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from boardtui.documents.package import is_untouched
from boardtui.documents.workbook import workbook
from boardtui.domain.tables import Table, as_text

TABLE = Table(
    "actions",
    "Action log: 2013/14",
    ("Ref", "Text", "Due", "Value", "Leads"),
    (
        ("5/03", '=HYPERLINK("http://x")', date(2013, 6, 14), Decimal("73.5"), ("DCS", "POL")),
        ("5/04", "[/b] R&D\x1b", None, None, ()),
    ),
)


def test_days_and_figures_are_real_and_text_is_never_a_formula() -> None:
    book = load_workbook(io.BytesIO(workbook(TABLE)))
    (sheet,) = book.worksheets
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == TABLE.heads
    assert rows[1][0:2] == ("5/03", '=HYPERLINK("http://x")')
    assert sheet["B2"].data_type == "s"
    assert sheet["C2"].is_date
    assert sheet["C2"].value.date() == date(2013, 6, 14)
    assert (rows[1][3], rows[1][4]) == (73.5, "DCS, POL")
    assert rows[2][1] == "[/b] R&D"
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.title) == ("A2", "A1:E3", "Action log  2013 14")


def test_a_row_is_as_tall_as_the_longest_text_in_it() -> None:
    rows = (("1", "short"), ("2", "eleven letters " * 20), ("3", "one\ntwo\nthree"))
    sheet = load_workbook(io.BytesIO(workbook(Table("plan", "Plan", ("Ref", "Text"), rows)))).worksheets[0]
    assert [sheet.row_dimensions[number].height for number in (2, 3, 4)] == [None, 75, 45]


def test_the_same_list_gives_the_same_bytes_and_tells_that_nobody_edited_it() -> None:
    data = workbook(TABLE)
    assert data == workbook(TABLE)
    assert is_untouched(data)


def test_text_to_paste_has_a_tab_between_cells_and_no_line_break_within() -> None:
    assert as_text(TABLE).splitlines()[1] == '5/03\t=HYPERLINK("http://x")\t14 Jun 2013\t73.5\tDCS, POL'


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_another_program_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbook(TABLE))
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    convert = ["soffice", home, "--headless", "--convert-to", "csv", "--outdir", str(tmp_path), str(path)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    if not (tmp_path / "list.csv").exists():
        pytest.skip("this LibreOffice has no Calc")
    assert "=HYPERLINK" in (tmp_path / "list.csv").read_text()
