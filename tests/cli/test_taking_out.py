"""`boardtui list --format` and `boardtui import` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import Boardtui, refused


def test_a_list_is_printed_or_written_into_a_folder(boardtui: Boardtui, sample_file: Path, tmp_path: Path) -> None:
    printed = boardtui("list", "actions", sample_file, "--format", "csv", "--filter", "is:overdue")
    assert printed.out.startswith("Ref,Text,Leads")
    ran = boardtui("list", "plan", sample_file, "--format", "xlsx", "--to", tmp_path / "out")
    sheet = load_workbook(ran.out.strip()).worksheets[0]
    assert sheet["A1"].value == "Ref"
    assert "--to DIR" in boardtui("list", "plan", sample_file, "--format", "xlsx").err


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Return an action log as a CSV file."""
    path = tmp_path / "log.csv"
    path.write_text("Ref,Action,Lead,Due\nA1,Report,DCS & JB,14/06/2013\nTotal,1\n")
    return path


def test_import_names_every_problem_and_does_nothing(boardtui: Boardtui, sample_file: Path, log: Path) -> None:
    said = refused(boardtui("import", "actions", sample_file, log))
    assert "row 2, Lead (C): Nobody here is called “JB”." in said
    assert "--add-people" in said
    assert boardtui("list", "actions", sample_file, "--json", "--filter", "“Report”").json == []


def test_import_shows_first_and_then_brings_in(boardtui: Boardtui, sample_file: Path, log: Path) -> None:
    by_hand = ("--who", "JB=POL", "--meeting", "6")
    shown = boardtui("import", "actions", sample_file, log, *by_hand, "--preview")
    assert "Would bring in actions: 1 new, 0 changed, 0 unchanged, 1 row left out." in shown.out
    assert "raised at meeting 6" in shown.out
    told = boardtui("import", "actions", sample_file, log, *by_hand, "--json").json
    assert (told["rows"][0]["doing"], told["columns"]["leads"]) == ("new", "Lead (C)")
    assert told["left_out"] == [{"row": 3, "text": "Total 1", "why": "a total"}]
    again = boardtui("import", "actions", sample_file, log, *by_hand)
    assert "Brought in actions: 0 new, 0 changed, 1 unchanged, 1 row left out." in again.out


def test_import_refuses_a_wrong_call_and_a_wrong_file_in_words(
    boardtui: Boardtui, sample_file: Path, log: Path, tmp_path: Path
) -> None:
    assert "“JB” has no “=”" in boardtui("import", "actions", sample_file, log, "--who", "JB").err
    assert "cannot be read" in refused(boardtui("import", "plan", sample_file, tmp_path / "nowhere.xlsx"))
    assert "There is no sheet “Old”" in refused(boardtui("import", "plan", sample_file, log, "--sheet", "Old"))
