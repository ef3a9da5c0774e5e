"""Sheets as councils lay them out: every row is accounted for, and what they hold is understood."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from boardtui.domain.sheets.headings import meeting_named
from boardtui.domain.sheets.likely import likely
from boardtui.domain.sheets.outcome import Asked, Found
from boardtui.domain.sheets.understanding import Choices
from boardtui.domain.views import Person
from boardtui.services import importing
from boardtui.services.desk import Desk
from boardtui.store.reading.people import people
from tests.sheets.building import workbook
from tests.sheets.layouts import LAYOUTS, Layout


def tried(desk: Desk, layout: Layout, folder: Path) -> tuple[Found, int]:
    """Return what a layout comes to, and how many rows below its head hold something."""
    grids = importing.read(layout.make(folder / f"sheet{layout.suffix}"))
    found = importing.preview(desk, grids, Asked(layout.kind, "sheet"))
    head = found.understood.head
    assert head is not None, found.problems
    grid = next(one for one in grids if one.name == found.understood.sheet)
    return found, sum(1 for line in grid.lines[head.last + 1 :] if line.own)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_row_is_a_record_or_left_out_with_its_reason(small: Desk, tmp_path: Path, name: str) -> None:
    found, there = tried(small, LAYOUTS[name], tmp_path)
    understood = found.understood
    rows = [*(one.row for one in understood.records), *(one.row for one in understood.left_out)]
    assert len(rows) == len(set(rows)) == there
    assert all(one.why for one in found.understood.left_out)
    told = {one.row for one in found.rows}
    assert told == {one.row for one in found.understood.records}
    assert len(found.understood.records) == LAYOUTS[name].records, found.understood.left_out


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_problem_says_where_and_what_to_do(small: Desk, tmp_path: Path, name: str) -> None:
    found, _there = tried(small, LAYOUTS[name], tmp_path)
    for problem in found.problems:
        assert problem.row
        assert problem.do, problem


def test_a_rule_that_colours_numbers_is_the_rating(small: Desk, tmp_path: Path) -> None:
    found, _there = tried(small, LAYOUTS["ratings by rule"], tmp_path)
    assert [one.values["rating"] for one in found.understood.records] == ["G", "R"]


def test_a_heading_that_names_the_meeting_is_where_its_actions_were_raised(small: Desk, tmp_path: Path) -> None:
    found, _there = tried(small, LAYOUTS["log by meeting"], tmp_path)
    raised = [one.values["meeting"] for one in found.understood.records]
    assert raised == [date(2013, 1, 10), "2", "2"]
    assert "no meeting of 10 Jan 2013 is here that still takes an action" in " ".join(found.rows[0].notes)


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("Meeting of 10 January", date(2013, 1, 10)),
        ("Actions from Board 3", "3"),
        ("Board meeting no. 12", "12"),
        ("21/02/2013", date(2013, 2, 21)),
        ("Priority 3: Workforce", None),
        ("Actions for 2013", None),
    ],
)
def test_headings_that_name_a_meeting(heading: str, meant: date | str | None) -> None:
    assert meeting_named(heading, date(2013, 2, 21)) == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Dir. of Children's Services", "DCS"),
        ("Director of Childrens Service", "DCS"),
        ("Princ Solicitor", "LEG"),
        ("Somebody Else", None),
        ("Officer", None),
    ],
)
def test_similar_names_are_offered_and_never_taken(small: Desk, tmp_path: Path, name: str, meant: str | None) -> None:
    assert next((one.initials for one in likely(name, small.read(people))), None) == meant
    path = workbook(tmp_path / "log.xlsx", [["Ref", "Action", "Lead"], ["1", "Write", name]])
    found = importing.preview(small, importing.read(path), Asked("actions", path.name))
    assert len(found.problems) == 1
    assert (f"is {meant} (" in found.problems[0].do) == (meant is not None)


def test_initials_of_a_first_name_and_a_slip_of_the_pen_are_likely() -> None:
    smith = Person("1", 1, "JS", "Jonathan Smith", "Officer", "", "member", None, ())
    assert likely("J. Smith", [smith]) == (smith,)
    assert likely("Jon Smith", [smith]) == (smith,)
    assert likely("K. Smith", [smith]) == ()
    assert likely("Cllr Smith", [smith]) == (smith,)
    assert likely("Smith", [smith]) == ()


def test_numerators_and_denominators_of_each_month_come_in(small: Desk, tmp_path: Path) -> None:
    found, _there = tried(small, LAYOUTS["dataset with counts"], tmp_path)
    record = found.understood.records[0]
    assert record.values["values"] == {date(2012, 12, 1): Decimal(75)}
    assert record.values["numerators"] == {date(2012, 12, 1): Decimal(60), date(2013, 1, 1): Decimal(66)}
    assert found.problems == ()
    assert any("82.5%" in fact for fact in found.rows[0].changes), found.rows[0]


def test_columns_matched_by_hand_are_matched_so_for_the_same_head_next_time(small: Desk, tmp_path: Path) -> None:
    rows = [["Register"], ["Alpha", "Beta", "Gamma"], ["Write to schools", "POL", "14/03/2013"]]
    grids = importing.read(workbook(tmp_path / "one.xlsx", rows))
    asked = Asked("actions", "one.xlsx", choices=Choices({"text": "Alpha", "leads": "Beta", "due": "Gamma"}, 2))
    found = importing.brought(small, grids, asked)
    assert found.problems == ()
    importing.remember(small, grids, asked, found)
    small.keep_draft("nothing", "", 0).result()
    next_time = [["Register"], ["As at March"], ["ALPHA", "Beta:", "Gamma"], ["Write to parents", "DCS", "15/03/2013"]]
    grids = importing.read(workbook(tmp_path / "two.xlsx", next_time))
    again = importing.recalled(small, grids, Asked("actions", "two.xlsx"))
    assert again.choices == Choices({"text": "Alpha", "leads": "Beta", "due": "Gamma"}, 3)
    assert [one.text for one in importing.preview(small, grids, again).rows] == ["Write to parents"]
    other = importing.read(workbook(tmp_path / "three.xlsx", [["Action", "Lead"], ["Write", "DCS"]]))
    assert importing.recalled(small, other, Asked("actions", "three.xlsx")).choices == Choices()
