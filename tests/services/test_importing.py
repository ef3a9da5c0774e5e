"""Awkward sheets as councils keep them, each with what it becomes; all or nothing, repeatable, undone in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from boardtui.domain.sheets.outcome import Asked, Doing, Found
from boardtui.domain.sheets.people import NEW
from boardtui.domain.sheets.understanding import Choices
from boardtui.domain.views import Action, PlanLine
from boardtui.errors import BoardError, LockedError
from boardtui.services import importing, meetings, undo
from boardtui.services.desk import Desk
from boardtui.store.reading.actions import actions, updates
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.papers import minutes_paper
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.plan import lines, ratings
from boardtui.ui.screens.live_readback import before_closing
from tests.services.small import tables
from tests.sheets.building import AMBER, BLUE, GREEN, RED, WHITE, changed, coloured, word_table, workbook

HEAD = ("Ref", "Action", "Lead", "Due")
REPORT = ("A1", "Report caseloads", "DCS", date(2013, 3, 14))


def asked(path: Path, kind: str = "actions", **more: Any) -> Asked:
    return Asked(kind, path.name, **more)


def brought(desk: Desk, path: Path, kind: str = "actions", **more: Any) -> Found:
    """Bring a sheet in and return what it came to."""
    grids = importing.read(path)
    found = desk.do(lambda work: importing.bring_in(work, grids, asked(path, kind, **more))).value
    assert found.problems == ()
    return found


def tried(desk: Desk, path: Path, kind: str = "actions", **more: Any) -> Found:
    return importing.preview(desk, importing.read(path), asked(path, kind, **more))


def log(desk: Desk) -> dict[str, Action]:
    """Return the actions that came from a sheet, by their reference there."""
    return {one.known_as or one.ref: one for one in desk.read(lambda db: actions(db, desk.today))}


def plan_of(desk: Desk) -> dict[str, PlanLine]:
    return {one.ref: one for one in desk.read(lambda db: lines(db, desk.today))}


def entries(desk: Desk) -> int:
    return int(desk.read(lambda db: db.execute("SELECT count(*) FROM journal_entry").fetchone()[0]))


def test_merged_titles_above_and_totals_and_notes_below_are_no_actions(small: Desk, tmp_path: Path) -> None:
    rows = [
        ["Children's Services Improvement Board"],
        ["Action log as at 14 February 2013"],
        [],
        HEAD,
        REPORT,
        [],
        ["A2", "Write to schools  ", "POL", date(2013, 3, 1)],
        ["Total", 2],
        ["Notes: dates are those agreed by the Board."],
    ]
    path = workbook(tmp_path / "log.xlsx", rows, merged=["A1:D1", "A2:D2", "A9:D9"])
    found = brought(small, path)
    assert [(one.row, one.why) for one in found.understood.left_out] == [(8, "a total"), (9, "a note below the table")]
    assert {ref: (one.ref, one.text, one.due) for ref, one in log(small).items() if ref.startswith("A")} == {
        "A1": ("2/01", "Report caseloads", date(2013, 3, 14)),
        "A2": ("2/02", "Write to schools", date(2013, 3, 1)),
    }


def test_two_head_rows_with_a_column_of_each_merged(small: Desk, tmp_path: Path) -> None:
    rows = [
        ["Ref", "Objective", "Responsible", "", "Timescale", "", "Success"],
        ["", "", "Lead", "Support", "Start", "End", "measures"],
        ["3.1", "Recruit", "DCS", "POL & CCG", date(2013, 1, 7), "30/09/13", "No agency staff"],
    ]
    merged = ["A1:A2", "B1:B2", "C1:D1", "E1:F1"]
    brought(small, workbook(tmp_path / "plan.xlsx", rows, merged=merged), "plan")
    line = plan_of(small)["3.1"]
    assert (line.title, line.lead, line.partners) == ("Recruit", "DCS", ("POL", "CCG"))
    assert (line.starts, line.due, line.success) == (date(2013, 1, 7), date(2013, 9, 30), "No agency staff")


def test_a_theme_merged_down_over_its_lines_is_the_theme_of_each(small: Desk, tmp_path: Path) -> None:
    rows = [
        ["Theme", "Ref", "Action", "Lead"],
        ["Early help", "4.1", "Open hubs", "DCS"],
        [None, "4.2", "Train schools", "POL"],
        ["Workforce", "4.3", "Keep staff", "DCS"],
    ]
    brought(small, workbook(tmp_path / "plan.xlsx", rows, merged=["A2:A3"]), "plan")
    assert [plan_of(small)[ref].theme for ref in ("4.1", "4.2", "4.3")] == ["Early help", "Early help", "Workforce"]


def test_heading_rows_within_the_table_are_the_theme_of_what_follows(small: Desk, tmp_path: Path) -> None:
    rows = [
        ["Ref", "Action", "Lead", "By when"],
        ["Priority 1: Leadership"],
        ["5.1", "Meet weekly", "DCS", "Ongoing"],
        ["Priority 2: Practice"],
        ["5.2", "Audit files", "LEG", "end of March 2014"],
        ["Ref", "Action", "Lead", "By when"],
        ["5.3", "Learn from audits", "LEG", "2014-06-30"],
    ]
    found = brought(small, workbook(tmp_path / "plan.xlsx", rows, merged=["A2:D2"]), "plan")
    plan = plan_of(small)
    assert [plan[ref].theme for ref in ("5.1", "5.2", "5.3")] == [
        "Priority 1: Leadership",
        *["Priority 2: Practice"] * 2,
    ]
    assert [plan[ref].due for ref in ("5.1", "5.2", "5.3")] == [None, date(2014, 3, 31), date(2014, 6, 30)]
    assert [one.why for one in found.understood.left_out] == ["a heading", "a heading", "the head again"]


def test_colour_alone_is_the_rating_and_white_is_none(small: Desk, tmp_path: Path) -> None:
    rows = [
        ["Plan ref", "Action", "RAG", "Progress"],
        ["1.1", "Staff", None, "Four posts empty"],
        ["1.2", "Audit", None, "x"],
    ]
    path = workbook(tmp_path / "rag.xlsx", rows, title="RAG")
    coloured(path, C2=RED, C3=WHITE)
    found = brought(small, path, "ratings")
    given = small.read(lambda db: ratings(db, "1.1"))[-1]
    assert (given.level, given.status, given.meeting, given.reason) == ("R", "proposed", 2, "Four posts empty")
    assert [(one.row, one.why) for one in found.understood.left_out] == [(3, "not rated")]


def test_a_coloured_column_without_a_name_is_found(small: Desk, tmp_path: Path) -> None:
    rows = [["Ref", "Comments", ""], ["1.1", "Slow", ""], ["1.2", "Well under way", ""]]
    path = workbook(tmp_path / "rag.xlsx", rows)
    coloured(path, C2=AMBER, C3=GREEN)
    found = brought(small, path, "ratings", agreed=True)
    assert found.understood.notes == ("the rating is the colour of column C",)
    assert [plan_of(small)[ref].rating for ref in ("1.1", "1.2")] == ["A", "G"]


def test_the_discipline_of_ratings_holds_for_a_sheet_too(small: Desk, tmp_path: Path) -> None:
    rows = [["Ref", "RAG", "Path to green"], ["1.1", "Red", ""], ["1.2", "Blue", ""]]
    found = tried(small, workbook(tmp_path / "rag.xlsx", rows), "ratings")
    assert [(one.row, one.said) for one in found.problems] == [
        (2, "R (Red) needs a path to green: what will be done, by whom and by when."),
        (3, "B (Blue) needs evidence."),
    ]


def test_due_dates_as_people_write_them(small: Desk, tmp_path: Path) -> None:
    said: dict[str, Any] = {
        "a day": datetime(2013, 3, 14, 0, 0),
        "a serial number": 41347,
        "UK order": "03/04/2013",
        "two figures": "3.4.13",
        "a month": "Nov 13",
        "its end": "end of March",
        "ongoing": "Ongoing",
        "nothing yet": "tbc",
        "nothing": None,
        "the next meeting": "Next meeting",
    }
    rows = [HEAD, *([f"D{n}", text, "DCS", due] for n, (text, due) in enumerate(said.items()))]
    found = brought(small, workbook(tmp_path / "log.xlsx", rows))
    read = {one.text: (one.due, one.due_said) for one in log(small).values() if one.text in said}
    assert read == {
        "a day": (date(2013, 3, 14), ""),
        "a serial number": (date(2013, 3, 14), ""),
        "UK order": (date(2013, 4, 3), ""),
        "two figures": (date(2013, 4, 3), ""),
        "a month": (date(2013, 11, 30), ""),
        "its end": (date(2013, 3, 31), ""),
        "ongoing": (None, "Ongoing"),
        "nothing yet": (None, "tbc"),
        "nothing": (None, "No date"),
        "the next meeting": (date(2013, 4, 4), ""),
    }
    assert "“Nov 13” is read as 30 Nov 2013" in " ".join(note for row in found.rows for note in row.notes)


def test_an_action_that_is_ongoing_does_not_become_due_when_a_meeting_is_planned(small: Desk, tmp_path: Path) -> None:
    brought(small, workbook(tmp_path / "log.xlsx", [HEAD, ["A1", "Keep watch", "DCS", "Ongoing"]]))
    small.do(lambda work: meetings.plan_meeting(work, date(2013, 6, 27)))
    assert log(small)["A1"].due is None


def test_a_month_shown_without_its_day_is_the_end_of_that_month(small: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "log.xlsx", [HEAD, ["A1", "Report", "DCS", date(2013, 11, 1)]])
    changed(path, lambda sheet: setattr(sheet["D2"], "number_format", "mmm-yy"))
    brought(small, path)
    assert log(small)["A1"].due == date(2013, 11, 30)


def test_several_leads_in_one_cell_and_names_nobody_here_has(small: Desk, tmp_path: Path) -> None:
    rows = [
        HEAD,
        ["A1", "One", "DCS / Principal Solicitor", ""],
        ["A2", "Two", "JB & Head of Safeguarding", ""],
        ["A3", "Three", "DCS, POL with CCG", ""],
    ]
    path = workbook(tmp_path / "log.xlsx", rows)
    found = tried(small, path)
    assert [one.names for one in found.problems] == [("JB", "Head of Safeguarding")]
    assert found.understood.names == {"JB": (3,), "Head of Safeguarding": (3,)}
    assert str(found.problems[0]).startswith("row 3, Lead (C): Nobody here is called “JB” or “Head of Safeguarding”.")
    brought(small, path, meant={"JB": "LM", "Head of Safeguarding": NEW})
    owned = {ref: (one.leads, one.supporters) for ref, one in log(small).items() if ref.startswith("A")}
    assert owned == {"A1": (("DCS", "LEG"), ()), "A2": (("LM", "HS"), ()), "A3": (("DCS", "POL"), ("CCG",))}
    assert small.read(by_initials)["HS"].role == "Head of Safeguarding"


def test_a_state_a_progress_note_and_a_finish_go_into_the_actions_log(small: Desk, tmp_path: Path) -> None:
    rows = [
        [*HEAD, "Status", "Progress", "Date completed"],
        ["A1", "Report", "DCS", "14/03/2013", "Complete", "Reported to the executive", date(2013, 2, 14)],
        ["A2", "Write", "POL", "14/03/2013", "Closed", "", ""],
        ["A3", "Ask", "POL", "Completed", "", "", ""],
        ["A4", "Tell", "POL", "", "80% complete", "Nearly", ""],
        ["A5", "Show", "POL", "14/03/2013", "Complete", "", ""],
    ]
    brought(small, workbook(tmp_path / "log.xlsx", rows))
    found = log(small)
    assert {ref: found[ref].state for ref in ("A1", "A2", "A3", "A4")} == {
        "A1": "done",
        "A2": "closed",
        "A3": "done",
        "A4": "open",
    }
    assert found["A1"].done_on == date(2013, 2, 14)
    assert (found["A1"].rating, found["A5"].state, found["A5"].rating) == ("G", "done", None)
    said = small.read(lambda db: updates(db, found["A1"].ref))
    assert [(one.kind, one.text) for one in said] == [
        ("raised", "From log.xlsx, row 2, where it is A1."),
        ("update", "Reported to the executive"),
        ("done", "Reported to the executive"),
    ]


def test_references_of_ours_stay_and_a_signed_meeting_gets_no_more(small: Desk, tmp_path: Path) -> None:
    rows = [HEAD, ["2/07", "Report", "DCS", ""], ["1/09", "Write", "DCS", ""], ["9/1", "Ask", "DCS", ""]]
    found = brought(small, workbook(tmp_path / "log.xlsx", rows))
    assert [row.ref for row in found.rows] == ["2/07", "2/08", "2/09"]
    assert "“1/09” becomes 2/08 here, and is found by either" in found.rows[1].notes


def test_a_reference_that_means_another_action_here_is_a_problem(small: Desk, tmp_path: Path) -> None:
    rows = [HEAD, ["1/01", "Buy twenty laptops for the contact centre", "DCS", ""]]
    found = tried(small, workbook(tmp_path / "log.xlsx", rows))
    assert "says something else: “Write the plan”" in found.problems[0].said


def test_text_that_looks_like_a_formula_stays_text_and_formulas_are_read_as_values(small: Desk, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("Ref,Action,Lead,Due\nA1,=1+1 is not two,DCS,\nA2,@home visits,DCS,\nA3,-5 beds,DCS,14/03/2013\n")
    brought(small, path)
    found = log(small)
    assert [found[ref].text for ref in ("A1", "A2", "A3")] == ["=1+1 is not two", "@home visits", "-5 beds"]


def test_a_formula_that_was_never_worked_out_and_an_error_are_named(small: Desk, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "log.xlsx", [HEAD, ["A1", "Report", "DCS", "=TODAY()+7"], ["A2", "Write", "POL", "#REF!"]]
    )
    changed(path, lambda sheet: setattr(sheet["D3"], "data_type", "e"))
    found = tried(small, path)
    assert [(one.row, one.column, one.said) for one in found.problems] == [
        (2, "Due (D)", "It holds a formula whose result was never saved."),
        (3, "Due (D)", "It holds an error of the spreadsheet: #REF!."),
    ]


def test_numbers_kept_as_numbers_show_as_they_do_on_screen_and_1_10_is_not_1_1(small: Desk, tmp_path: Path) -> None:
    rows = [["Ref", "Action", "Lead"], [3.1, "One", "DCS"], [3.1, "Ten", "DCS"]]
    path = workbook(tmp_path / "plan.xlsx", rows)
    wrong = tried(small, path, "plan").problems
    assert "shows 1.10 as 1.1" in wrong[0].do
    changed(path, lambda sheet: setattr(sheet["A3"], "number_format", "0.00"))
    brought(small, path, "plan")
    assert {"3.1", "3.10"} <= set(plan_of(small))


def test_hidden_rows_are_read_and_hidden_sheets_are_not_chosen(small: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "log.xlsx", [HEAD, REPORT, ["A2", "Write", "POL", ""]])

    def hide(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True
        other = sheet.parent.create_sheet("Old log", 0)
        for row in ([*HEAD, "Status", "Progress"], ["Z1", "Old", "DCS", "", "Open", "x"]):
            other.append(row)
        other.sheet_state = "hidden"

    changed(path, hide)
    found = brought(small, path)
    assert found.understood.sheet == "Action log"
    assert found.understood.notes == ("1 hidden row read too",)
    assert tried(small, path, sheet="Old log").understood.sheet == "Old log"


def test_a_table_in_word_with_shaded_cells(small: Desk, tmp_path: Path) -> None:
    rows = [["Ref", "Progress", "RAG"], ["1.1", "Slow; DCS appoints by June", ""], ["1.2", "Done and audited", ""]]
    path = word_table(tmp_path / "rag.docx", rows, above="Plan", shade={(1, 2): AMBER[2:], (2, 2): BLUE[2:]})
    found = brought(small, path, "ratings", agreed=True)
    assert found.understood.sheet == "Table 1: Plan"
    plan = plan_of(small)
    assert (plan["1.1"].rating, plan["1.1"].path) == ("A", "Slow; DCS appoints by June")
    assert (plan["1.2"].rating, small.read(lambda db: ratings(db, "1.2"))[-1].evidence) == ("B", "Done and audited")


def test_csv_of_any_encoding_and_separator(small: Desk, tmp_path: Path) -> None:
    text = "Ref;Action;Lead;Due\nA1;Café – “report”;DCS;14/03/2013\n"
    for number, encoding in enumerate(("utf-8-sig", "utf-8", "cp1252", "utf-16")):
        path = tmp_path / f"log{number}.csv"
        path.write_bytes(text.encode(encoding))
        brought(small, path)
        assert log(small)["A1"].text == "Café – “report”"
    path.write_text("sep=|\nRef|Action|Lead|Due\nB1|Two\tparts, one cell|DCS|\n")
    brought(small, path)
    assert log(small)["B1"].text == "Two parts, one cell"


def test_a_list_of_members_makes_offices_with_initials(small: Desk, tmp_path: Path) -> None:
    rows = [
        ["Name", "Job title", "Agency", "Status"],
        ["Ann Lee", "Head of Quality and Practice", "Council", "Member"],
        ["Vacant", "Health Visitor Manager", "NHS", "In attendance"],
        ["Jo Day", "Director of Children’s Services", "Blackpool Council", "Member"],
    ]
    found = brought(small, workbook(tmp_path / "members.xlsx", rows), "people")
    there = small.read(by_initials)
    assert (there["HQP"].name, there["HQP"].kind) == ("Ann Lee", "member")
    assert (there["HVM"].name, there["HVM"].kind) == ("Health Visitor Manager", "officer")
    assert there["DCS"].name == "Jo Day"
    assert [str(row.doing) for row in found.rows] == ["new", "new", "changed"]


def test_what_is_counted_in_percent_is_said_by_its_figures_or_its_title(small: Desk, tmp_path: Path) -> None:
    rows = [
        ["No", "Indicator", "Baseline", "Target", "Jan-13"],
        ["1", "Average caseload per social worker", 24, 16, 23],
        ["2", "Average attendance", "68%", "95%", "71%"],
        ["3", "Average rate of re-referral", 31, 22, 30],
    ]
    brought(small, workbook(tmp_path / "data.xlsx", rows, title="Dataset"), "indicators")
    found = {one.ref: one.unit for one in small.read(lambda db: indicators(db, small.today))}
    assert (found["I1"], found["I2"], found["I3"]) == ("", "%", "%")


def test_a_dataset_with_a_column_a_month(small: Desk, tmp_path: Path) -> None:
    rows = [
        ["No", "Indicator", "Good is", "Baseline", "12 month target", date(2012, 12, 1), "Jan-13", "Feb 2013"],
        ["PI 3", "Assessments in time", "High", 0.61, 0.9, 0.64, 0.7, None],
        ["PI 4", "Number of children waiting", "Low", 45, 10, 44, 40, "n/a"],
    ]
    path = workbook(tmp_path / "data.xlsx", rows, title="Dataset")

    def percent(sheet: Any) -> None:
        for column in "DEFG":
            sheet[f"{column}2"].number_format = "0%"

    changed(path, percent)
    brought(small, path, "indicators")
    found = {one.ref: one for one in small.read(lambda db: indicators(db, small.today))}
    assert [(value.period, str(value.value)) for value in found["I3"].values] == [
        (date(2012, 12, 31), "64"),
        (date(2013, 1, 31), "70"),
    ]
    assert (found["I3"].unit, found["I4"].unit, str(found["I4"].measure.polarity)) == ("%", "", "low")
    before = entries(small)
    again = brought(small, path, "indicators")
    assert (again.said, entries(small)) == ("0 new, 0 changed, 2 unchanged", before)
    changed(path, lambda sheet: setattr(sheet["G2"], "value", 0.71))
    assert brought(small, path, "indicators").rows[0].changes == ("Jan 2013: 71%, was 70%",)


def test_columns_are_matched_by_hand_where_names_do_not_tell(small: Desk, tmp_path: Path) -> None:
    rows = [["Nr", "Was zu tun ist", "Wer", "Bis"], ["A1", "Report", "DCS", "14/03/2013"]]
    path = workbook(tmp_path / "log.xlsx", rows)
    assert "no row names the columns of an action" in tried(small, path).problems[0].said
    by_hand = Choices({"ref": "Nr", "text": "B", "leads": "3", "due": "bis"}, 1)
    brought(small, path, choices=by_hand)
    assert log(small)["A1"].due == date(2013, 3, 14)
    unknown = tried(small, path, choices=replace(by_hand, columns={"text": "Nowhere", "colour": "A"}))
    assert [one.said for one in unknown.problems][:2] == [
        "The sheet has no column “Nowhere”.",
        "An action has no “colour”.",
    ]


def test_every_problem_is_named_and_nothing_is_brought_in(small: Desk, tmp_path: Path) -> None:
    rows = [
        HEAD,
        REPORT,
        ["A2", "Write", "XX", "31/02/2013"],
        ["A3", "", "DCS", "14/03/2013"],
        ["A1", "Again", "DCS", ""],
    ]
    path = workbook(tmp_path / "log.xlsx", rows)
    before = small.read(tables)
    with pytest.raises(BoardError) as refused:
        brought(small, path)
    said = str(refused.value)
    for part in ("row 3, Lead (C)", "row 3, Due (D)", "row 4, Action (B)", "row 5, Ref (A)", "Nothing was changed"):
        assert part in said
    assert tried(small, path).count(Doing.PROBLEM) == 3
    assert small.read(tables) == before


def test_trying_changes_nothing_and_says_what_bringing_in_does(small: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "log.xlsx", [HEAD, REPORT, ["A2", "Write", "POL", ""]])
    before = small.read(tables)
    preview = tried(small, path)
    assert small.read(tables) == before
    assert preview.rows == brought(small, path).rows


def test_the_same_sheet_again_doubles_nothing_and_changes_what_differs(small: Desk, tmp_path: Path) -> None:
    rows = [HEAD, REPORT, ["A2", "Write", "POL", "Ongoing"], [None, "Without a reference", "POL", ""]]
    path = workbook(tmp_path / "log.xlsx", rows)
    brought(small, path)
    before, many = entries(small), len(log(small))
    assert brought(small, path).said == "0 new, 0 changed, 3 unchanged"
    assert entries(small) == before

    def later(sheet: Any) -> None:
        sheet["D2"].value = date(2013, 3, 28)
        sheet["C3"].value = "POL, DCS"

    found = brought(small, changed(path, later))
    assert [row.changes for row in found.rows] == [("due: 14 Mar 2013 → 28 Mar 2013",), ("lead: POL → POL, DCS",), ()]
    assert len(log(small)) == many
    assert log(small)["A1"].original_due == date(2013, 3, 14)


def test_all_of_it_is_one_step_to_undo(small: Desk, tmp_path: Path) -> None:
    before, counted = small.read(tables), entries(small)
    path = workbook(tmp_path / "log.xlsx", [HEAD, REPORT, ["A2", "Write", "Housing lead", ""]])
    brought(small, path, add_people=True)
    assert entries(small) == counted + 1
    small.do(undo.undo)
    assert small.read(tables) == before


def test_a_confidential_action_comes_in_restricted(small: Desk, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "log.xlsx", [[*HEAD, "Confidential"], [*REPORT, "Yes"], ["A2", "Write", "POL", "", "No"]]
    )
    brought(small, path)
    found = log(small)
    assert (found["A1"].restricted, found["A2"].restricted) == ("Confidential in the log it came from", None)


def test_nothing_is_brought_into_a_board_read_as_at_an_earlier_date(
    small_file: Path, open_desk: Any, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "log.xlsx", [HEAD, REPORT])
    with pytest.raises(LockedError):
        tried(open_desk(small_file, as_at="1"), path)


def test_stopping_while_it_is_tried_changes_nothing(small: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "log.xlsx", [HEAD, *([f"A{n}", f"Action {n}", "DCS", ""] for n in range(40))])
    before = small.read(tables)

    def stop(_what: str, done: int, _of: int) -> None:
        if done >= 20:
            raise BoardError("Stopped.")

    grids = importing.read(path)
    with pytest.raises(BoardError, match="Stopped"):
        small.do(lambda work: importing.bring_in(work, grids, asked(path), stop))
    assert small.read(tables) == before


def test_what_was_there_before_a_meeting_is_a_matter_arising_at_it_and_not_agreed_by_it(
    small: Desk, tmp_path: Path
) -> None:
    rows = [
        ["Ref", "Action", "Lead", "Due"],
        ["A1", "Write to partners", "DCS", "Ongoing"],
        ["A2", "Ask", "DCS", "next meeting"],
    ]
    found = brought(small, workbook(tmp_path / "log.xlsx", rows), "actions", meeting=3)
    assert [fact for row in found.rows for fact in row.changes if fact.startswith("due")] == [
        "due: Ongoing",
        "due: 16 May 2013",
    ]
    paper = small.read(lambda db: minutes_paper(db, 3, date(2013, 4, 4)))
    assert paper.actions == ()
    assert [one.ref for one in paper.arising][-2:] == ["3/01", "3/02"]
    assert small.read(lambda db: before_closing(db, 3, date(2013, 4, 4))).raised == ()
