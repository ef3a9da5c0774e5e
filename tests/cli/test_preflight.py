"""The before-you-issue check on the command line (rule 11)."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from boardtui.services import minutes
from tests.cli.running import Boardtui, refused
from tests.services.small import SECOND, at


@pytest.fixture
def counted(small_file: Path) -> Path:
    """Return the small Board with a small count in the minutes of meeting 2."""
    from datetime import datetime, time

    with closing(at(small_file, datetime.combine(SECOND, time(14)))) as desk:
        for typed in (*(f"# {item}\nSaid" for item in range(1, 20)), "Three children waited"):
            for line in typed.split("\n"):
                if not (line.startswith("# ") and int(line[2:]) > _items(small_file)):
                    desk.do(lambda work, said=line: minutes.enter(work, 2, said))  # type: ignore[misc]  # a lambda with defaults
    return small_file


def _items(path: Path) -> int:
    import sqlite3

    with closing(sqlite3.connect(path)) as db:
        (count,) = db.execute(
            "SELECT count(*) FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id WHERE m.number = 2"
        ).fetchone()
    return int(count)


def test_what_is_found_is_printed_with_key_place_and_mending_and_is_exit_1(boardtui: Boardtui, counted: Path) -> None:
    ran = boardtui("preflight", counted, "minutes", "--meeting", 2)
    assert (ran.code, ran.err) == (1, "")
    first, said, mend, last = ran.out.splitlines()
    assert first.startswith("open: a count under five, key small-count:2/")
    assert "It counts fewer than five: “Three children”." in said
    assert "Say “fewer than five” or leave the number out" in mend
    assert last == "Minutes 2, open version: 1 finding left open."


def test_nothing_left_open_is_exit_0(boardtui: Boardtui, counted: Path) -> None:
    ran = boardtui("preflight", counted, "minutes", "--meeting", 2, "--version", "restricted")
    assert (ran.code, ran.out, ran.err) == (0, "Minutes 2, restricted version: Nothing is left open.\n", "")


def test_the_same_as_one_json_document(boardtui: Boardtui, counted: Path) -> None:
    ran = boardtui("preflight", counted, "minutes", "--json")
    assert ran.code == 1
    assert {name: ran.json[name] for name in ("paper", "version", "open")} == {
        "paper": "minutes 2",
        "version": "open",
        "open": 1,
    }
    (one,) = ran.json["findings"]
    assert list(one) == ["key", "check", "where", "said", "fix", "overridden"]
    assert (one["check"], one["overridden"]) == ("small-count", None)


def test_a_finding_is_let_stand_with_a_reason_that_is_shown_afterwards(boardtui: Boardtui, counted: Path) -> None:
    key = boardtui("preflight", counted, "minutes", "--json").json["findings"][0]["key"]
    given = ("--override", key, "--because", "They spoke in public", "--by", "IC")
    ran = boardtui("preflight", counted, "minutes", *given)
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == f"stands: a count under five, key {key}"
    assert lines[2].startswith("  Let stand by IC on ")
    assert lines[2].endswith(": They spoke in public")
    assert lines[3] == "Minutes 2, open version: Nothing is left open. 1 finding let stand."
    told = boardtui("preflight", counted, "minutes", "--json").json["findings"][0]["overridden"]
    assert (told["because"], told["by"]) == ("They spoke in public", "IC")


def test_a_key_that_is_not_found_is_refused(boardtui: Boardtui, counted: Path) -> None:
    wrong = ("--override", "small-count:2/4.1:00000000", "--because", "x")
    assert "There is no finding" in refused(boardtui("preflight", counted, "minutes", *wrong))
    empty = ("--override", "x", "--because", " ")
    assert "There is no finding" in refused(boardtui("preflight", counted, "minutes", *empty))


@pytest.mark.parametrize(
    "arguments",
    [
        ("minutes", "--letter", 1),
        ("letter", "--meeting", 1),
        ("report", "--letter", 1),
        ("minutes", "--override", "x"),
        ("minutes", "--because", "x"),
        ("poem",),
        (),
    ],
)
def test_a_wrong_use_is_exit_2(boardtui: Boardtui, small_file: Path, arguments: tuple[object, ...]) -> None:
    refused(boardtui("preflight", small_file, *arguments), 2)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("agenda", "--meeting", 99), "There is no meeting 99."),
        (("minutes", "--meeting", 3), "Meeting 3 has not been held."),
        (("letter",), "There is no letter yet."),
        (("report", "--report", 7), "There is no report 7."),
    ],
)
def test_a_paper_there_is_not_is_refused(
    boardtui: Boardtui, small_file: Path, arguments: tuple[object, ...], sentence: str
) -> None:
    assert sentence in refused(boardtui("preflight", small_file, *arguments))


def test_a_plan_report_is_checked_too_under_the_last_meeting_s_number(boardtui: Boardtui, sample_file: Path) -> None:
    found = boardtui("preflight", sample_file, "plan", "--json").json
    assert found["paper"] == "plan 5"
    assert all(one["check"] != "small count" or one["where"].startswith("line ") for one in found["findings"])


def test_a_gap_of_a_caseload_in_a_report_counts_nobody(boardtui: Boardtui, sample_file: Path) -> None:
    found = boardtui("preflight", sample_file, "report", "--json").json
    assert not any("1 case" in one["said"] for one in found["findings"])
