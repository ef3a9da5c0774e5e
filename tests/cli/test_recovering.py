"""What was deleted, listed and restored from the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from boardtui.services import evidence
from tests.cli.running import Boardtui
from tests.services import small


def test_what_was_deleted_is_listed_and_restored(boardtui: Boardtui, small_file: Path) -> None:
    desk = small.at(small_file, datetime(2013, 2, 21, 15, 0))
    desk.do(lambda work: evidence.add_evidence(work, line="1.1", title="Staff list", kept="HR"))
    desk.do(lambda work: evidence.remove_evidence(work, 1))
    desk.close()
    (one,) = boardtui("list", "deleted", small_file, "--json").json
    assert (one["kind"], one["ref"], one["words"], one["who"]) == ("evidence", "E1", "Staff list", "Test")
    assert boardtui("recover", small_file, one["number"]).out == "Restore evidence E1: Staff list\n"
    assert boardtui("list", "deleted", small_file, "--json").json == []
    again = boardtui("recover", small_file, one["number"])
    assert again.code == 1
    assert "It may have been restored already." in again.err
