"""What is listed, as a table and as one JSON document: exact keys, ISO dates, nulls (issue: the command line)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Boardtui, refused

SHAPES = {
    "meetings": ["number", "date", "state", "days_since_last", "papers_due", "agenda_due", "minutes_due"],
    "actions": [
        "ref",
        "text",
        "leads",
        "supporters",
        "raised_at",
        "due",
        "original_due",
        "slips",
        "state",
        "rating",
        "restricted",
    ],
    "plan": ["ref", "theme", "title", "lead", "due", "original_due", "rating", "direction", "answers", "restricted"],
    "people": ["initials", "name", "organisation", "role", "kind"],
    "requirements": ["ref", "source", "text", "binds", "due", "answered_by"],
    "decisions": ["ref", "text", "meeting", "item", "restricted"],
    "minutes": ["ref", "kind", "text", "item", "restricted", "to_tidy"],
}
"""What each list holds, in order."""


def listed(boardtui: Boardtui, what: str, file: Path, *more: object) -> list[dict[str, Any]]:
    ran = boardtui("list", what, file, "--json", *more)
    assert (ran.code, ran.err) == (0, "")
    found: list[dict[str, Any]] = ran.json
    return found


@pytest.mark.parametrize("what", SHAPES)
def test_every_record_has_exactly_these_keys_and_iso_dates(boardtui: Boardtui, built_sample: Path, what: str) -> None:
    found = listed(boardtui, what, built_sample)
    assert found
    for one in found:
        assert list(one) == SHAPES[what]
        for key in ("date", "due", "original_due"):
            assert one.get(key) is None or date.fromisoformat(one[key])


@pytest.mark.parametrize("what", SHAPES)
def test_a_table_has_a_heading_and_a_line_for_each_record(boardtui: Boardtui, built_sample: Path, what: str) -> None:
    found = listed(boardtui, what, built_sample)
    ran = boardtui("list", what, built_sample)
    lines = ran.out.splitlines()
    assert (ran.code, ran.err, len(lines)) == (0, "", len(found) + 1)
    assert lines[0].split()[0] == SHAPES[what][0]
    assert all(len(line) <= 120 for line in lines)


def test_absent_values_are_null(boardtui: Boardtui, built_small: Path) -> None:
    first, *_ = listed(boardtui, "meetings", built_small)
    assert first == {
        "number": 1,
        "date": "2013-01-10",
        "state": "signed off",
        "days_since_last": None,
        "papers_due": "2012-12-27",
        "agenda_due": "2013-01-02",
        "minutes_due": "2013-01-24",
    }
    (requirement,) = listed(boardtui, "requirements", built_small)
    assert (requirement["due"], requirement["answered_by"]) == (None, ["1.2"])
    line = listed(boardtui, "plan", built_small)[1]
    assert (line["rating"], line["direction"], line["answers"]) == (None, None, ["N 5.7"])
    group = next(one for one in listed(boardtui, "people", built_small) if one["kind"] == "group")
    assert (group["initials"], group["organisation"]) == ("ALL", "")


def test_an_action_is_listed_as_it_stands(boardtui: Boardtui, built_small: Path) -> None:
    found = {one["ref"]: one for one in listed(boardtui, "actions", built_small)}
    assert found["1/02"] == {
        "ref": "1/02",
        "text": "Report on thresholds",
        "leads": ["DCS", "POL"],
        "supporters": ["CCG"],
        "raised_at": 1,
        "due": "2013-02-21",
        "original_due": "2013-02-21",
        "slips": 0,
        "state": "open",
        "rating": "R",
        "restricted": None,
    }


def test_minutes_and_decisions_are_listed_with_their_references(boardtui: Boardtui, built_small: Path) -> None:
    said = listed(boardtui, "minutes", built_small, "--meeting", 1)
    assert said[1] == {
        "ref": "1/1.1",
        "kind": "note",
        "text": "The Chair welcomed everybody.",
        "item": 1,
        "restricted": None,
        "to_tidy": None,
    }
    assert [one["restricted"] for one in said if one["restricted"]] == ["Identifies a child"]
    assert listed(boardtui, "decisions", built_small) == [
        {"ref": "D1/01", "text": "The plan was agreed", "meeting": 1, "item": 4, "restricted": None}
    ]


def test_a_list_may_be_of_one_meeting(boardtui: Boardtui, built_sample: Path) -> None:
    assert [one["number"] for one in listed(boardtui, "meetings", built_sample, "--meeting", 3)] == [3]
    assert {one["raised_at"] for one in listed(boardtui, "actions", built_sample, "--meeting", 3)} == {3}
    assert {one["meeting"] for one in listed(boardtui, "decisions", built_sample, "--meeting", 3)} == {3}
    of_three = listed(boardtui, "minutes", built_sample, "--meeting", 3)
    assert {one["ref"].partition("/")[0] for one in of_three} == {"3"}
    everything = listed(boardtui, "minutes", built_sample)
    assert [one for one in everything if one["ref"].startswith("3/")] == of_three
    assert len({one["ref"].partition("/")[0] for one in everything}) == 5


@pytest.mark.parametrize("what", ["meetings", "actions", "decisions", "minutes"])
@pytest.mark.parametrize("number", [0, 99, 10**12, 10**30])
def test_a_meeting_there_is_not_is_said(boardtui: Boardtui, built_small: Path, what: str, number: int) -> None:
    assert f"There is no meeting {number}." in refused(boardtui("list", what, built_small, "--meeting", number))


@pytest.mark.parametrize("what", ["plan", "people", "requirements"])
def test_what_is_not_kept_by_meeting_is_not_listed_by_it(boardtui: Boardtui, built_small: Path, what: str) -> None:
    assert "--meeting" in refused(boardtui("list", what, built_small, "--meeting", 1), 2)


@pytest.mark.parametrize("what", ["everything", "", "Meetings"])
def test_what_cannot_be_listed_is_a_wrong_use(boardtui: Boardtui, built_small: Path, what: str) -> None:
    refused(boardtui("list", what, built_small), 2)


def test_an_empty_list_is_said_or_an_empty_document(boardtui: Boardtui, built_small: Path) -> None:
    assert boardtui("list", "actions", built_small, "--meeting", 4).out == "Nothing here yet.\n"
    assert listed(boardtui, "actions", built_small, "--meeting", 4) == []


def test_a_list_may_be_as_at_an_earlier_meeting_or_day(boardtui: Boardtui, built_sample: Path) -> None:
    def numbers(as_at: str) -> set[int]:
        return {one["raised_at"] for one in listed(boardtui, "actions", built_sample, "--as-at", as_at)}

    assert numbers("4") == {1, 2, 3, 4}
    assert numbers("2013-02-20") == {1, 2}
    assert numbers("2") == {1, 2}
    state = {one["number"]: one["state"] for one in listed(boardtui, "meetings", built_sample, "--as-at", "4")}
    assert (state[4], state[5]) == ("minutes in draft", "planned")


@pytest.mark.parametrize("as_at", ["6", "99", "2001-01-01", "spring", "", "2013-02-30", "-1"])
def test_a_moment_that_is_none_is_refused(boardtui: Boardtui, built_sample: Path, as_at: str) -> None:
    refused(boardtui("list", "actions", built_sample, f"--as-at={as_at}"))


STATUS = ["board", "as_at", "next_meeting", "ratings", "overdue_actions", "compliance", "obligations"]


def test_the_status_in_short(boardtui: Boardtui, built_sample: Path) -> None:
    found = boardtui("status", built_sample, "--json").json
    assert list(found) == STATUS
    assert found["as_at"] == "2013-05-20"
    assert found["next_meeting"] == {"number": 6, "date": "2013-06-27", "days": 38}
    assert list(found["ratings"]) == ["R", "A", "G", "B", "unrated"]
    plan = listed(boardtui, "plan", built_sample)
    assert sum(found["ratings"].values()) == len(plan)
    assert found["ratings"]["R"] == sum(line["rating"] == "R" for line in plan)
    late = [one for one in listed(boardtui, "actions", built_sample) if one["rating"] == "R" and one["state"] != "done"]
    assert found["overdue_actions"] == len(late)
    assert all(list(one) == ["ref", "check", "state", "reason"] for one in found["compliance"])
    assert "N 7.2" in {one["ref"] for one in found["compliance"]}
    assert all(list(one) == ["ref", "title", "due", "state", "met_on"] for one in found["obligations"])


def test_the_status_as_at_an_earlier_meeting(boardtui: Boardtui, built_sample: Path) -> None:
    found = boardtui("status", built_sample, "--json", "--as-at", "4").json
    assert (found["as_at"], found["next_meeting"]["number"], found["next_meeting"]["days"]) == ("2013-04-04", 5, 42)


def test_the_status_in_words(boardtui: Boardtui, built_sample: Path) -> None:
    ran = boardtui("status", built_sample)
    assert (ran.code, ran.err) == (0, "")
    assert "Next meeting: 6 on 27 Jun 2013, in 38 days" in ran.out
    assert "as at 20 May 2013" in ran.out


def test_without_a_next_meeting_there_is_null(boardtui: Boardtui, tmp_path: Path) -> None:
    path = tmp_path / "new.board"
    boardtui(
        "new", path, "--board", "B", "--council", "C", "--commenced", "2012-11-26", "--first-meeting", "2013-01-10"
    )
    boardtui("minute", path, "--meeting", 1, "-", stdin="A note")
    assert boardtui("status", path, "--json").json["next_meeting"] is None
    assert "none is planned" in boardtui("status", path).out


def test_json_is_the_same_whatever_the_terminal_can_show(boardtui: Boardtui, small_file: Path) -> None:
    boardtui("add", "line", small_file, "--ref", "9.1", "--theme", "“Voice” 👧", "--title", "שלום", "--lead", "DCS",
             "--due", "2013-06-30")  # fmt: skip
    ran = boardtui("list", "plan", small_file, "--json")
    assert ran.out.isascii()
    assert json.loads(ran.out)[-1]["theme"] == "“Voice” 👧"


def test_an_indicator_is_listed_with_its_benchmarks(boardtui: Boardtui, built_sample: Path) -> None:
    found = {one["ref"]: one for one in listed(boardtui, "indicators", built_sample)}
    assert (found["I14"]["neighbours"], found["I14"]["national"]) == ("18.5", "17")
    assert found["I14"]["benchmark_of"]
    assert (found["I12"]["neighbours"], found["I12"]["national"], found["I12"]["benchmark_of"]) == (None, None, None)
