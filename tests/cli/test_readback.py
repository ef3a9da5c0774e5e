"""`boardtui readback`: what came back from Word is listed, accepted and left by number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boardtui.services.desk import Desk
from boardtui.services.export import render
from tests.cli.running import Boardtui
from tests.documents.in_word import InWord


@pytest.fixture
def came_back(sample_file: Path, open_desk: Callable[..., Desk], tmp_path: Path) -> Path:
    """Return the minutes of meeting 5 with a comment, a tracked change and a retyped due date."""
    word = InWord(render(open_desk(sample_file), "minutes", 5).data)
    word.comment("None was declared.", "Who was asked?")
    word.track("26 April was cancelled", "29 April was put off")
    word.retype("30 May 2013", "6 Jun 2013")
    path = tmp_path / "back.docx"
    path.write_bytes(word.saved())
    return path


def test_points_are_listed_accepted_and_left_by_numbers_that_stay(
    boardtui: Boardtui, sample_file: Path, came_back: Path
) -> None:
    ran = boardtui("readback", sample_file, came_back)
    assert ran.code == 1
    assert "1 comment at 5/2.1 (Independent Chair" in ran.out
    assert "2 tracked change at 5/4.10 (Independent Chair, 18 May 2013)" in ran.out
    assert "By hand: The program prints who leads and by when." in ran.out
    assert ran.out.endswith("Minutes 5: 3 points left to decide, 0 decided.\n")
    ran = boardtui("readback", sample_file, came_back, "--leave", 3, "--json")
    assert [one["decided"] for one in ran.json["points"]] == [None, None, "left"]
    assert ran.json["points"][1]["new"].startswith("the night test booked for 29 April was put off")
    ran = boardtui("readback", sample_file, came_back, "--accept-all")
    assert (ran.code, ran.out) == (0, "Minutes 5: Nothing is left to decide, 3 decided.\n")
    assert "2 points accepted" in ran.err


def test_an_unknown_number_changes_nothing(boardtui: Boardtui, sample_file: Path, came_back: Path) -> None:
    before = sample_file.read_bytes()
    ran = boardtui("readback", sample_file, came_back, "--accept", 2, "--accept", 9)
    assert ran.code == 1
    assert "There is no point 9" in ran.err
    assert sample_file.read_bytes() == before
