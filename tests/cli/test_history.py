"""`boardtui history`: as lines, as one JSON document, as CSV; of the Board or of one record."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from boardtui.domain.states import Role
from boardtui.services import evidence, queries
from boardtui.services.desk import Desk
from tests.cli.running import Boardtui, refused


def test_the_history_of_a_record_is_printed_newest_first(boardtui: Boardtui, built_sample: Path) -> None:
    ran = boardtui("history", built_sample, "5/03")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "16 May 2013 16:57 Secretary to the Board (secretary): Link the actions of meeting 5 to the plan"
    assert any(line.startswith("    action 5/03, added: meeting: meeting 5; item: 5/5;") for line in lines)
    assert "    minute entry 5/5.9: action: nothing → 5/03" in lines


def test_json_and_csv_say_the_same(boardtui: Boardtui, built_sample: Path) -> None:
    found = boardtui("history", built_sample, "6.2", "--json").json
    rows = list(csv.DictReader(io.StringIO(boardtui("history", built_sample, "6.2", "--csv").out)))
    assert [one["entry"] for one in found] == [int(n) for n in dict.fromkeys(row["entry"] for row in rows)]
    moved = {"field": "due", "before": "2013-03-28", "after": "2013-07-26"}
    assert moved in [field for one in found[0]["changes"] for field in one["fields"]]
    assert ("due", "2013-03-28", "2013-07-26") in {(row["field"], row["before"], row["after"]) for row in rows}


def test_filters_and_as_at_narrow_it(boardtui: Boardtui, built_sample: Path) -> None:
    def days(*options: str) -> list[str]:
        return [one["at"][:10] for one in boardtui("history", built_sample, "--json", *options).json]

    everything = days()
    assert max(days("--as-at", "4")) == "2013-04-04"
    assert set(days("--since", "1 May 2013", "--until", "2013-05-16")) <= {
        day for day in everything if "2013-05-01" <= day <= "2013-05-16"
    }
    narrow = boardtui("history", built_sample, "--kind", "rating", "--role", "secretary", "--who", "sec", "--json").json
    assert narrow
    assert {change["record"].split()[0] for one in narrow for change in one["changes"]} == {"rating"}
    assert len(days("--words", "telephone")) < len(everything)


def test_what_there_is_not_is_refused(boardtui: Boardtui, built_sample: Path) -> None:
    assert "There is no record “9/99”" in refused(boardtui("history", built_sample, "9/99"))
    assert "no records called" in refused(boardtui("history", built_sample, "--kind", "spaceship"))
    refused(boardtui("history", built_sample, "--json", "--csv"), 2)
    ran = boardtui("history", built_sample, "--who", "nobody at all")
    assert (ran.code, ran.out, ran.err) == (0, "", "Nothing was changed.\n")


def test_what_changed_between_two_meetings_is_exported(boardtui: Boardtui, built_sample: Path, tmp_path: Path) -> None:
    ran = boardtui("export", "changes", built_sample, "--from", "4", "--until", "5", "--to", tmp_path)
    assert Path(ran.out.strip()) == tmp_path / "changes-2013-04-04-to-2013-05-16.docx"
    refused(boardtui("export", "plan", built_sample, "--from", "4", "--to", tmp_path), 2)
    assert "comes after" in refused(
        boardtui("export", "changes", built_sample, "--from", "5", "--until", "4", "--to", tmp_path)
    )


def test_a_paper_is_checked_as_at_an_earlier_meeting(boardtui: Boardtui, built_sample: Path) -> None:
    found = boardtui("preflight", built_sample, "minutes", "--as-at", "4", "--json").json
    assert found["paper"] == "minutes 4"
    said = refused(boardtui("preflight", built_sample, "minutes", "--as-at", "4", "--override", "x", "--because", "y"))
    assert "as at 4 Apr 2013 (meeting 4)" in said


def test_rule_12_json_and_csv_leave_out_what_is_restricted_unless_it_is_asked_for(
    boardtui: Boardtui, built_sample: Path
) -> None:
    ran = boardtui("history", built_sample, "4/05", "--json")
    assert "Withheld: Staffing." in ran.out
    assert "With them: --version restricted" in ran.err
    whole = boardtui("history", built_sample, "4/05", "--json", "--version", "restricted")
    assert "ithheld" not in whole.out + whole.err
    (words,) = {
        field["after"]
        for one in whole.json
        for change in one["changes"]
        if change["record"] == "action 4/05"
        for field in change["fields"]
        if field["field"] == "text"
    }
    assert words in whole.out
    assert words not in boardtui("history", built_sample, "--csv").out
    assert words not in boardtui("history", built_sample, "--json").out


def test_the_history_of_what_was_deleted_is_told_by_the_reference_it_had(
    boardtui: Boardtui, sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    open_desk(sample_file).do(lambda work: evidence.remove_evidence(work, 1))
    ran = boardtui("history", sample_file, "E1")
    assert ran.code == 0
    assert ", removed: " in ran.out
    assert ", added: " in ran.out


def test_the_open_queries_are_printed_as_e_mails(
    boardtui: Boardtui, sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    assert boardtui("queries", sample_file).code == 0
    desk = open_desk(sample_file, role=Role.CHAIR)
    desk.do(lambda work: queries.ask(work, "action 3/06", "Which nurseries?"))
    ran = boardtui("queries", sample_file)
    assert "The Chair asks you to answer" in ran.out
    assert "Which nurseries?" in ran.out
