"""Starting a Board and adding to it: each command prints the reference of what it made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Boardtui, Ran, refused

NEW = ("--board", "Improvement Board", "--council", "Blackpool", "--commenced", "26 Nov 2012")


def only(what: Ran) -> str:
    assert (what.code, what.err) == (0, "")
    return what.out.rstrip("\n")


@pytest.fixture
def board(boardtui: Boardtui, tmp_path: Path) -> Path:
    path = tmp_path / "new.board"
    assert only(boardtui("new", path, *NEW, "--first-meeting", "10/01/2013")) == str(path)
    return path


def test_a_new_board_has_its_first_meeting_with_the_standing_agenda(boardtui: Boardtui, board: Path) -> None:
    (first,) = boardtui("list", "meetings", board, "--json").json
    assert (first["number"], first["date"], first["state"], first["days_since_last"]) == (
        1,
        "2013-01-10",
        "planned",
        None,
    )
    found = boardtui("status", board, "--json").json
    assert found["board"] == "Improvement Board"
    assert only(boardtui("add", "item", board, "--meeting", 1, "--title", "Budget")) == "1/13"
    assert only(boardtui("check", board)).startswith(f"{board} is sound.")


def test_another_interval_is_kept(boardtui: Boardtui, tmp_path: Path) -> None:
    path = tmp_path / "new.board"
    only(boardtui("new", path, *NEW, "--first-meeting", "2013-01-10", "--every", 28))
    assert only(boardtui("add", "meetings", path, "--count", 1)).split("\t")[:2] == ["2", "2013-02-07"]


def test_a_whole_board_is_made_from_the_command_line(boardtui: Boardtui, board: Path) -> None:
    person = ("add", "person", board, "--organisation", "Blackpool", "--as", "administrator", "--by", "ADM")
    assert only(boardtui(*person, "--name", "Jo Bloggs", "--initials", "DCS", "--role", "Director")) == "DCS"
    assert only(boardtui(*person, "--name", "IC", "--initials", "IC", "--role", "Chair", "--kind", "chair")) == "IC"
    assert (
        only(
            boardtui(
                *("add", "item", board, "--meeting", 1, "--title", "Budget", "--purpose", "decision"),
                *("--presenter", "dcs", "--minutes", 25),
            )
        )
        == "1/13"
    )
    line = (
        "--ref",
        "1.1",
        "--theme",
        "Workforce",
        "--title",
        "Permanent staff",
        "--lead",
        "DCS",
        "--due",
        "30 Jun 2013",
    )
    assert only(boardtui("add", "line", board, *line)) == "1.1"
    action = ("--lead", "DCS", "--lead", "IC", "--due", "2013-02-14", "Publish it")
    assert only(boardtui("add", "action", board, "--meeting", 1, *action)) == "1/01"
    rating = ("add", "rating", board, "--line", "1.1", "--meeting", 1, "--reason", "Slow")
    assert only(boardtui(*rating, "--rating", "a", "--path", "Recruit four")) == "1.1 A"
    assert only(boardtui(*rating, "--rating", "G", "--proposed")) == "1.1 G"
    found = boardtui("list", "plan", board, "--json").json[0]
    assert (found["rating"], found["lead"], found["due"]) == ("A", "DCS", "2013-06-30")
    assert boardtui("list", "actions", board, "--json").json[0]["leads"] == ["DCS", "IC"]
    assert boardtui("list", "people", board, "--json").json[0] == {
        "initials": "DCS",
        "name": "Jo Bloggs",
        "organisation": "Blackpool",
        "role": "Director",
        "kind": "member",
    }


def test_blue_with_its_evidence_is_looked_at_again_after_six_months(boardtui: Boardtui, small_file: Path) -> None:
    rating = ("add", "rating", small_file, "--line", "1.1", "--meeting", 2, "--rating", "B", "--reason", "Embedded")
    assert "B (Blue) needs evidence." in refused(boardtui(*rating))
    assert only(boardtui(*rating, "--evidence", "Audit report")) == "1.1 B"
    assert only(boardtui(*rating, "--evidence", "Audit report", "--again", "2013-09-14")) == "1.1 B"


def test_the_series_is_continued_with_what_moved_each_date(boardtui: Boardtui, board: Path) -> None:
    lines = only(boardtui("add", "meetings", board, "--count", 9)).splitlines()
    dates = [line.split("\t")[:2] for line in lines]
    assert dates[:3] == [["2", "2013-02-21"], ["3", "2013-04-04"], ["4", "2013-05-16"]]
    assert lines[0].split("\t")[2] == "Thursday 21 February 2013"
    assert len(lines) == 9


def test_bank_holidays_move_a_meeting_and_say_so(boardtui: Boardtui, tmp_path: Path) -> None:
    path = tmp_path / "new.board"
    only(boardtui("new", path, *NEW, "--first-meeting", "2013-02-15"))
    (moved,) = only(boardtui("add", "meetings", path, "--count", 1)).splitlines()
    assert moved.startswith("2\t2013-03-28\tThursday 28 March 2013\tMoved from Friday 29 March 2013: ")
    assert "Good Friday" in moved


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("item", "--meeting", 99, "--title", "X"), "There is no meeting 99."),
        (("item", "--meeting", 10**30, "--title", "X"), "There is no meeting"),
        (("item", "--meeting", 3, "--title", ""), "The item's title is missing."),
        (("item", "--meeting", 3, "--title", "X", "--minutes", 10**12), "minutes cannot be right"),
        (("item", "--meeting", 3, "--title", "X", "--presenter", "%"), "Nobody here has the initials “%”."),
        (("item", "--meeting", 1, "--title", "X"), "The minutes of meeting 1 are signed off."),
        (("action", "--meeting", 2, "--lead", "XYZ", "--due", "2013-03-01", "x"), "Nobody here has the initials"),
        (("action", "--meeting", 2, "--lead", "DCS", "--due", "2013-03-01", ""), "The action's text is missing."),
        (("action", "--meeting", 1, "--lead", "DCS", "--due", "2013-03-01", "x"), "signed off"),
        (("rating", "--line", "9.9", "--meeting", 2, "--rating", "G", "--reason", "x"), "There is no plan line 9.9."),
        (("rating", "--line", "1.1", "--meeting", 2, "--rating", "Z", "--reason", "x"), "is not a rating"),
        (("rating", "--line", "1.1", "--meeting", 2, "--rating", "R", "--reason", "x"), "needs a path to green"),
        (("rating", "--line", "1.1", "--meeting", 2, "--rating", "G", "--reason", ""), "needs a reason"),
        (("meetings", "--count", 0), "cannot be planned at once"),
        (("meetings", "--count", 10**12), "cannot be planned at once"),
        (("person", "--name", "X", "--initials", "DCS", "--organisation", "", "--role", "X"), "already belong to"),
        (("person", "--name", "X", "--initials", "", "--organisation", "", "--role", "X"), "cannot be initials"),
        (
            ("line", "--ref", "1.1", "--theme", "T", "--title", "T", "--lead", "DCS", "--due", "2013-03-01"),
            "already is a plan line 1.1",
        ),
    ],
)
def test_what_cannot_be_added_is_refused_in_words_and_nothing_is_changed(
    boardtui: Boardtui, small_file: Path, arguments: tuple[object, ...], sentence: str
) -> None:
    before = small_file.read_bytes()
    kind, *rest = arguments
    said = refused(boardtui("add", kind, small_file, *rest))
    assert sentence in said
    assert len(said.strip().splitlines()) == 1
    assert small_file.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("item", "--meeting", 3),
        ("item", "--meeting", "three", "--title", "X"),
        ("item", "--meeting", 3, "--title", "X", "--purpose", "chat"),
        ("action", "--meeting", 2, "--lead", "DCS", "--due", "31/02/2013", "x"),
        ("action", "--meeting", 2, "--lead", "DCS", "--due", "14 Jan", "x"),
        ("action", "--meeting", 2, "--lead", "DCS", "--due", "01-14-2013", "x"),
        ("action", "--meeting", 2, "--lead", "DCS", "--due", "", "x"),
        ("action", "--meeting", 2, "--due", "2013-03-01", "x"),
        ("person", "--name", "X", "--initials", "X", "--organisation", "O", "--role", "R", "--kind", "king"),
        ("person", "--name", "X", "--initials", "X", "--organisation", "O", "--role", "R", "--as", "king"),
        ("nothing",),
        (),
    ],
)
def test_a_wrong_use_is_said_with_exit_2_and_nothing_is_changed(
    boardtui: Boardtui, small_file: Path, arguments: tuple[object, ...]
) -> None:
    before = small_file.read_bytes()
    kind, *rest = arguments or ("",)
    said = refused(boardtui("add", kind, small_file, *rest), 2)
    assert "Error" in said
    assert small_file.read_bytes() == before


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (("--board", ""), 1),
        (("--council", " "), 1),
        (("--every", 3), 1),
        (("--every", 10**30), 1),
        (("--first-meeting", "soon"), 2),
        (("--commenced", "2012-11-31"), 2),
    ],
)
def test_a_board_that_cannot_be_right_is_not_made(
    boardtui: Boardtui, tmp_path: Path, wrong: tuple[object, ...], code: int
) -> None:
    path = tmp_path / "folder" / "new.board"
    refused(boardtui("new", path, *NEW, "--first-meeting", "2013-01-10", *wrong), code)
    assert not list(tmp_path.rglob("*.*"))


def test_a_file_that_is_there_is_never_written_over(boardtui: Boardtui, tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("mine")
    assert "already a file" in refused(boardtui("new", path, *NEW, "--first-meeting", "2013-01-10"))
    assert "already a file" in refused(boardtui("new", tmp_path, *NEW, "--first-meeting", "2013-01-10"))
    refused(boardtui("new", path / "below.board", *NEW, "--first-meeting", "2013-01-10"))
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_whoever_changes_it_is_in_the_journal(boardtui: Boardtui, small_file: Path) -> None:
    import sqlite3
    from contextlib import closing

    only(boardtui("add", "item", small_file, "--meeting", 3, "--title", "X", "--by", "Jo\x1b[2J", "--as", "chair"))
    with closing(sqlite3.connect(small_file)) as db:
        assert db.execute("SELECT who, role FROM journal_entry ORDER BY sequence DESC LIMIT 1").fetchone() == (
            "Jo[2J",
            "chair",
        )


def test_a_board_under_a_commissioner_has_the_duties_of_c_2_11(boardtui: Boardtui, tmp_path: Path) -> None:
    path = tmp_path / "new.board"
    given = ("--board", "Board", "--council", "Council", "--under", "commissioner", "--commenced", "2023-08-31")
    only(boardtui("new", path, *given, "--first-meeting", "2023-10-12"))
    duties = boardtui("list", "obligations", path, "--json").json
    assert {one["binds"] for one in duties} == {"commissioner"}
    assert duties[0]["due"] == "2024-02-29"


def test_a_board_with_a_plan_of_its_own_has_no_duties_and_no_check(boardtui: Boardtui, tmp_path: Path) -> None:
    path = tmp_path / "new.board"
    given = ("--board", "Board", "--council", "Council", "--under", "none", "--first-meeting", "2023-10-12")
    only(boardtui("new", path, *given))
    status = boardtui("status", path, "--json").json
    assert status["obligations"] == []
    assert {one["state"] for one in status["compliance"]} == {"not applicable"}


def test_n_6_2_a_new_board_takes_the_day_of_the_safeguarding_review(boardtui: Boardtui, tmp_path: Path) -> None:
    path = tmp_path / "new.board"
    only(boardtui("new", path, *NEW, "--first-meeting", "2013-01-10", "--safeguarding-review-by", "2012-11-30"))
    duties = {one["ref"]: one["due"] for one in boardtui("list", "obligations", path, "--json").json}
    assert next(due for ref, due in duties.items() if ref.startswith("N 6.2")) == "2012-11-30"


def test_a_notice_without_its_day_is_refused(boardtui: Boardtui, tmp_path: Path) -> None:
    path = tmp_path / "new.board"
    given = ("--board", "Board", "--council", "Council", "--first-meeting", "2013-01-10")
    assert "counted from that day" in refused(boardtui("new", path, *given), 2)
    assert not path.exists()
