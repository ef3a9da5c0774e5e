"""What is written to CSV is text and figures, never a formula."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from boardtui.documents.spreadsheet import cell, table


@pytest.mark.parametrize("typed", ["=1+1", "+SUM(A1)", "-cmd", "@x", "  =1", "\t=1", "=cmd|' /C calc'!A0", "＝1"])
def test_text_that_a_spreadsheet_would_run_is_made_text(typed: str) -> None:
    assert cell(typed).startswith("'")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("-3.5", "-3.5"),
        (Decimal("-3.5"), "-3.5"),
        (date(2013, 2, 28), "2013-02-28"),
        (None, ""),
        (("N 5.7", "N 5.8"), "N 5.7, N 5.8"),
        (("=1", "x"), "'=1, x"),
        ("plain \x1b[31mtext", "plain [31mtext"),
        (True, "True"),
    ],
)
def test_figures_dates_and_lists_are_written_plainly(value: object, written: str) -> None:
    assert cell(value) == written


def test_a_table_reads_back_whole_with_its_accents_quotes_and_lines() -> None:
    data = table(["a", "b"], [["Ofsted’s “view”, 2012", "one\ntwo"], [1, None]])
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))) == [
        ["a", "b"],
        ["Ofsted’s “view”, 2012", "one\ntwo"],
        ["1", ""],
    ]
