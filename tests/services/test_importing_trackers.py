"""Trackers, plans and lists of members as partnerships lay them out: what is expected to be read is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from boardtui.domain.measures import Frequency
from boardtui.domain.sheets.outcome import Asked, Doing, Found
from boardtui.domain.sheets.understanding import Choices
from boardtui.domain.states import ActionState
from boardtui.domain.views import Action
from boardtui.services import importing, undo
from boardtui.services import people as board_people
from boardtui.services.desk import Desk
from boardtui.store.reading.actions import actions, updates
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.people import people
from boardtui.store.reading.plan import lines
from tests.sheets import trackers
from tests.sheets.building import workbook


def tried(desk: Desk, path: Path, kind: str, choices: Choices | None = None) -> Found:
    return importing.preview(desk, importing.read(path), Asked(kind, path.name, choices=choices or Choices()))


def brought(desk: Desk, path: Path, kind: str) -> Found:
    """Bring a sheet in; bringing it in again must change nothing, and one undo takes it back."""
    grids, asked = importing.read(path), Asked(kind, path.name)
    before = desk.read(lambda db: db.execute("SELECT count(*) FROM journal_entry").fetchone()[0])
    found = importing.brought(desk, grids, asked)
    assert found.problems == ()
    again = importing.preview(desk, grids, asked)
    assert (again.count(Doing.NEW), again.count(Doing.CHANGED), again.problems) == (0, 0, ())
    after = desk.read(lambda db: db.execute("SELECT count(*) FROM journal_entry").fetchone()[0])
    assert after == before + 1
    return found


def log(desk: Desk) -> dict[str, Action]:
    return {one.text: one for one in desk.read(lambda db: actions(db, desk.today))}


def test_a_tracker_of_recommendations_is_an_action_log(small: Desk, tmp_path: Path) -> None:
    brought(small, trackers.scrutiny_tracker(tmp_path / "tracker.xlsx"), "actions")
    report = log(small)["Report caseloads each quarter"]
    assert (report.known_as, report.leads, report.state) == ("SR (12/13) 01", ("DCS", "LM"), ActionState.DONE)
    assert "Next report in May" in small.read(lambda db: updates(db, report.ref))[-2].text
    assert log(small)["Share call-outs weekly"].state == ActionState.OPEN


def test_a_colour_alone_says_what_is_complete_and_a_bracket_which_date_was_revised(small: Desk, tmp_path: Path) -> None:
    found = brought(small, trackers.brag_log(tmp_path / "log.xlsx"), "actions")
    there = log(small)
    publish = there["Publish the threshold guide"]
    assert (publish.known_as, publish.leads) == ("1", ("DCS", "POL"))
    assert (publish.original_due, publish.due) == (date(2013, 3, 1), date(2013, 3, 29))
    assert there["Train the front door"].state == ActionState.DONE
    assert there["Visit the hubs"].due_said == "Immediate and ongoing"
    assert [one.why for one in found.understood.left_out] == ["a total"] * 3


def test_a_stretch_of_time_is_one_clear_problem_and_a_financial_quarter_a_day(small: Desk, tmp_path: Path) -> None:
    found = tried(small, trackers.questions_plan(tmp_path / "plan.xlsx"), "plan")
    assert [(one.row, one.said) for one in found.problems] == [
        (6, "“6 months” does not say which day."),
        (7, "“end of term” does not say which day."),
        (8, "“Q1 2014” may be a quarter of the calendar year or of the financial year."),
    ]
    first, second = found.understood.records[:2]
    assert first.values["due"].due == date(2013, 9, 30)
    assert (second.values["due"].due, second.values["revised"].due) == (date(2013, 3, 31), date(2013, 6, 30))
    assert (second.values["theme"], second.values["success"]) == ("1. Front door", "95% right first time")


def test_a_number_before_the_title_is_the_reference_of_the_line_and_of_its_rating(small: Desk, tmp_path: Path) -> None:
    rows = [["Objective", "What we will do", "RAG"], ["Staff", "8.1 Recruit to every post", "Green"]]
    path = workbook(tmp_path / "plan.xlsx", rows)
    brought(small, path, "plan")
    line = next(one for one in small.read(lambda db: lines(db, small.today)) if one.ref == "8.1")
    assert line.title == "Recruit to every post"
    found = tried(small, path, "ratings")
    assert [(one.ref, one.doing) for one in found.rows] == [("8.1", Doing.NEW)]


def test_sheets_with_the_same_columns_are_named(small: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "plan.xlsx", [["Ref", "Action", "Lead"], ["8.1", "Recruit", "DCS"]], title="Priority 1")
    book = load_workbook(path)
    book.copy_worksheet(book["Priority 1"]).title = "Priority 2"
    book.create_sheet("Guidance").append(["Ref", "Action"])
    book.save(path)
    assert tried(small, path, "plan").understood.notes == ("“Priority 2” has the same columns: choose each in turn",)


def test_headings_of_a_list_of_members_are_the_parts_they_play(small: Desk, tmp_path: Path) -> None:
    small.do(
        lambda work: board_people.add_person(
            work, initials="BS", name="Sam Page", role="Board Secretary", kind="officer"
        )
    )
    found = brought(small, trackers.membership(tmp_path / "members.xlsx"), "people")
    assert "Sam Page is BS, Board Secretary, here already: is it one office?" in found.rows[-1].notes
    there = {one.role: one for one in small.read(people)}
    assert (there["Chief Executive"].initials, there["Chief Executive"].name) == ("JB", "Jane Brown")
    assert [there[role].kind for role in ("Improvement Adviser", "Business Manager", "Head of Midwifery")] == [
        "observer",
        "officer",
        "member",
    ]
    assert there["Head of Midwifery"].name == "Head of Midwifery"
    assert [one.name for one in there.values() if one.kind == "chair"] == ["Hugh Grey"]


def test_quarters_under_their_year_are_values_and_the_direction_of_travel_is_no_polarity(
    small: Desk, tmp_path: Path
) -> None:
    found = brought(small, trackers.quarterly_scorecard(tmp_path / "scores.xlsx"), "indicators")
    there = {one.title: one for one in small.read(lambda db: indicators(db, small.today))}
    timely = there["Assessments in time"]
    assert (timely.measure.frequency, timely.measure.polarity) == (Frequency.QUARTERLY, "high")
    assert found.understood.records[0].values["values"] == {
        date(2012, 6, 1): Decimal(71),
        date(2012, 9, 1): Decimal(74),
        date(2012, 12, 1): Decimal(78),
    }
    assert [timely.unit, there["Children missing from care"].unit] == ["%", ""]
    assert "“<5” is a figure withheld, so there is none" in " ".join(found.understood.records[1].notes)


def test_of_the_ratings_of_several_months_the_last_is_read_and_said(small: Desk, tmp_path: Path) -> None:
    found = tried(small, trackers.monthly_ratings(tmp_path / "rag.xlsx"), "ratings")
    assert [one.values["rating"] for one in found.understood.records] == ["G", "A"]
    assert found.understood.notes == ("of several ratings the one in Feb RAG (E) is read",)


def test_a_second_table_with_other_columns_is_left_for_itself(small: Desk, tmp_path: Path) -> None:
    path = trackers.open_and_completed(tmp_path / "log.xlsx")
    found = brought(small, path, "actions")
    assert [one.ref for one in found.rows] == ["2/01", "2/02"]
    assert found.understood.notes == ("another table begins in row 6: bring it in next, with its head in that row",)
    below = tried(small, path, "actions", Choices(row=6))
    assert [(one.text, one.doing) for one in below.rows] == [("Appoint a data officer", Doing.NEW)]
    assert below.understood.records[0].values["ended"] == date(2013, 1, 31)


def test_yes_under_completed_is_done_in_a_csv_of_windows(small: Desk, tmp_path: Path) -> None:
    brought(small, trackers.excel_csv(tmp_path / "log.csv"), "actions")
    there = log(small)
    assert there["Publish the council’s offer – and the £2m plan"].due == date(2013, 3, 31)
    assert there["Write to parents"].state == ActionState.DONE


def test_a_plan_in_word_with_a_table_for_each_priority_is_one_plan(small: Desk, tmp_path: Path) -> None:
    brought(small, trackers.plan_by_tables(tmp_path / "plan.docx"), "plan")
    there = {one.ref: one for one in small.read(lambda db: lines(db, small.today))}
    assert [there[ref].theme for ref in ("6.1", "6.2", "6.3")] == [
        "Priority 1: Front door",
        "Priority 1: Front door",
        "Priority 2: Workforce",
    ]


def test_rows_in_a_field_of_a_form_are_read(small: Desk, tmp_path: Path) -> None:
    found = brought(small, trackers.log_of_fields(tmp_path / "log.docx"), "actions")
    assert [one.values["meeting"] for one in found.understood.records] == [
        date(2013, 1, 10),
        date(2013, 1, 10),
        date(2013, 2, 21),
    ]
    assert log(small)["Book the hall"].due == date(2013, 4, 4)


@pytest.mark.parametrize(
    ("make", "kind", "name"),
    [
        (trackers.scrutiny_tracker, "actions", "tracker.xlsx"),
        (trackers.membership, "people", "members.xlsx"),
        (trackers.plan_by_tables, "plan", "plan.docx"),
    ],
)
def test_one_undo_takes_a_sheet_back(
    small: Desk, tmp_path: Path, make: Callable[[Path], Path], kind: str, name: str
) -> None:
    before = small.read(lambda db: db.execute("SELECT count(*) FROM office").fetchone()[0])
    importing.brought(small, importing.read(make(tmp_path / name)), Asked(kind, name))
    small.do(undo.undo)
    assert importing.preview(small, importing.read(tmp_path / name), Asked(kind, name)).count(Doing.NEW) > 2
    assert small.read(lambda db: db.execute("SELECT count(*) FROM office").fetchone()[0]) == before
