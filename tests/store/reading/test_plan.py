"""Reads of the Improvement Plan."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.domain import views
from boardtui.errors import NotFoundError
from boardtui.store import models
from boardtui.store.reading import plan as reading
from tests.store.reading.building import Building
from tests.store.reading.conftest import Boardfile

TODAY = date(2013, 5, 20)


def _held(b: Building, upto: int) -> None:
    b.board()
    for number in range(1, upto + 1):
        b.meeting(number)


def _line(file: Boardfile, ref: str = "1.1") -> views.PlanLine:
    return file.read(lambda db: reading.line(db, ref, TODAY))


def test_a_line_never_rated_has_no_rating_and_no_direction(file: Boardfile) -> None:
    with file.building() as b:
        _held(b, 2)
        b.line("1.1")
    line = _line(file)
    assert (line.rating, line.previous, line.direction, line.reason, line.path) == (None, None, None, "", "")
    assert line.history == ((1, None), (2, None))


def test_the_rating_is_the_latest_agreed_and_is_carried_forward(file: Boardfile) -> None:
    with file.building() as b:
        _held(b, 4)
        b.line("1.1")
        b.rating("1.1", 2, "R", reason="Late", path="Four more")
        b.rating("1.1", 4, "G", status="proposed")
    line = _line(file)
    assert (line.rating, line.previous, line.direction) == ("R", "R", "same")
    assert line.history == ((1, None), (2, "R"), (3, "R"), (4, "R"))
    assert (line.reason, line.path, line.proposed) == ("Late", "Four more", "G")


@pytest.mark.parametrize(
    ("before", "now", "direction"), [("A", "G", "better"), ("A", "R", "worse"), ("A", "A", "same")]
)
def test_direction_is_against_the_meeting_before_the_last(
    file: Boardfile, before: str, now: str, direction: str
) -> None:
    with file.building() as b:
        _held(b, 3)
        b.line("1.1")
        b.rating("1.1", 1, before)
        b.rating("1.1", 3, now)
    line = _line(file)
    assert (line.previous, line.rating, line.direction) == (before, now, direction)


def test_a_first_rating_is_new(file: Boardfile) -> None:
    with file.building() as b:
        _held(b, 2)
        b.line("1.1")
        b.rating("1.1", 2, "A")
    assert _line(file).direction == "new"


def test_of_two_ratings_at_one_meeting_the_later_stands(file: Boardfile) -> None:
    with file.building() as b:
        _held(b, 2)
        b.line("1.1")
        b.rating("1.1", 2, "G", position=9)
        b.rating("1.1", 2, "R", position=3)
    assert _line(file).rating == "G"
    assert _line(file).history == ((1, None), (2, "G"))


def test_six_meetings_are_shown_the_oldest_first(file: Boardfile) -> None:
    with file.building() as b:
        _held(b, 8)
        b.line("1.1")
        b.rating("1.1", 1, "R")
        b.rating("1.1", 7, "A")
    assert _line(file).history == ((3, "R"), (4, "R"), (5, "R"), (6, "R"), (7, "A"), (8, "A"))


def test_a_meeting_in_session_counts_once_it_has_agreed_a_rating(file: Boardfile) -> None:
    with file.building() as b:
        _held(b, 2)
        b.meeting(3, state="in session")
        b.meeting(4, state="planned")
        b.line("1.1")
        b.line("1.2")
        b.rating("1.1", 2, "A")
        b.rating("1.1", 3, "G", status="proposed")
    assert _line(file).history == ((1, None), (2, "A"))
    assert _line(file).direction == "new"
    with file.building() as b:
        b.rating("1.2", 3, "G", position=1)
    assert _line(file).history == ((1, None), (2, "A"), (3, "A"))
    assert (_line(file).direction, _line(file, "1.2").direction) == ("same", "new")


def test_a_proposal_is_settled_once_its_meeting_agreed_a_rating(file: Boardfile) -> None:
    with file.building() as b:
        _held(b, 3)
        b.meeting(4, state="planned")
        for ref in ("1.1", "1.2", "1.3"):
            b.line(ref)
        b.rating("1.1", 3, "G", status="proposed")
        b.rating("1.1", 3, "A")
        b.rating("1.2", 3, "A")
        b.rating("1.2", 4, "R", status="proposed")
        b.rating("1.2", 4, "G", status="proposed")
        b.rating("1.3", 2, "B", status="proposed")
    assert [_line(file, ref).proposed for ref in ("1.1", "1.2", "1.3")] == [None, "G", "B"]


def test_a_line_names_its_partners_what_it_answers_its_moves_and_its_actions(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.offices("POL", "CCG", "DCS")
        b.meeting(1)
        b.source("O", kind="inspection", published=date(2012, 7, 13))
        b.source("N", published=date(2012, 11, 26))
        for ref in ("O 3.1", "N 5.10", "N 5.2"):
            b.requirement(ref)
        b.line("1.1", lead_id="office:DCS", due=date(2013, 6, 28), original_due=date(2013, 2, 28))
        for ref in ("O 3.1", "N 5.2", "N 5.10"):
            b.answers("1.1", ref)
        for partner in ("CCG", "POL"):
            row = models.PlanPartner(line_id="plan_line:1.1", office_id=f"office:{partner}")
            b.add(row, partner)
        for n, after in enumerate((date(2013, 4, 30), date(2013, 6, 28))):
            move = models.LineMove(
                line_id="plan_line:1.1",
                meeting_id="meeting:1",
                moved_on=date(2013, 1 + n, 1),
                due_after=after,
                reason=f"Why {n}",
            )
            b.add(move, str(n))
        b.action("1/10", due=date(2013, 1, 1))
        b.action("1/02", due=TODAY)
        b.action("1/03", state="closed", due=date(2013, 1, 1), closed_on=date(2013, 1, 2))
        b.action("1/04", state="done", due=date(2013, 1, 1))
        for ref in ("1/10", "1/02", "1/03", "1/04"):
            b.serves(ref, "1.1")
    line = _line(file)
    assert (line.lead, line.partners, line.answers) == ("DCS", ("POL", "CCG"), ("N 5.10", "N 5.2", "O 3.1"))
    assert (line.moves, line.due, line.original_due) == (2, date(2013, 6, 28), date(2013, 2, 28))
    assert (line.open_actions, line.overdue_actions) == (("1/02", "1/04", "1/10"), ("1/10",))
    moves = file.read(lambda db: reading.moves(db, "1.1"))
    assert [(m.before, m.after, m.reason, m.meeting) for m in moves] == [
        (None, date(2013, 4, 30), "Why 0", 1),
        (None, date(2013, 6, 28), "Why 1", 1),
    ]


def test_a_line_has_what_the_record_says_of_it_after_its_rating_without_what_is_restricted(file: Boardfile) -> None:
    later, earlier = date(2013, 5, 17), date(2012, 12, 1)
    with file.building() as b:
        _held(b, 3)
        b.item(1, 5)
        b.item(3, 5)
        b.line("1.1", due=date(2013, 6, 28))
        b.rating("1.1", 2, "A", reason="Because.")
        on_it = {"kind": "update", "line_id": "plan_line:1.1"}
        b.entry("1/5", "Plan line 1.1: said before it was rated", **on_it)
        b.entry("3/5", "Plan line 1.1: the Board declined Green", **on_it)
        b.entry("3/5", "Plan line 1.1: kept from the public", restricted="staffing", **on_it)
        b.action("2/01", text="Find two reviewers")
        b.serves("2/01", "1.1")
        b.update("2/01", "update", "none found", earlier)
        b.update("2/01", "update", "both found", later)
    said = [(one.kind, one.ref, one.about, one.text) for one in _line(file).since]
    assert said == [
        ("minuted", "3/5.1", "", "the Board declined Green"),
        ("update", "2/01", "Find two reviewers", "both found"),
    ]


def test_lines_come_in_the_order_of_the_plan(file: Boardfile) -> None:
    with file.building() as b:
        for ref in ("1.9", "1.10", "1.2"):
            b.line(ref)
    assert [line.ref for line in file.read(lambda db: reading.lines(db, TODAY))] == ["1.9", "1.10", "1.2"]


@pytest.mark.parametrize("ref", ["9.9", "", "\udc80"])
def test_an_unknown_line_is_not_found_and_was_never_rated(file: Boardfile, ref: str) -> None:
    with pytest.raises(NotFoundError):
        _line(file, ref)
    assert file.read(lambda db: reading.ratings(db, ref)) == []


def test_ratings_are_listed_by_line_and_by_meeting(file: Boardfile) -> None:
    with file.building() as b:
        _held(b, 2)
        b.line("1.1")
        b.line("1.2")
        b.rating("1.2", 1, "R")
        b.rating("1.1", 2, "G", reason="Because", given_by="the Board", recheck_on=date(2013, 9, 14))
        b.rating("1.1", 1, "A", status="proposed", position=5)
    found = file.read(lambda db: reading.ratings(db, "1.1"))
    assert [(r.meeting, r.status, r.level) for r in found] == [(1, "proposed", "A"), (2, "agreed", "G")]
    assert (found[1].meeting_on, found[1].recheck_on) == (date(2013, 1, 10), date(2013, 9, 14))
    assert (found[1].by, found[1].reason) == ("the Board", "Because")
    at_first = file.read(lambda db: reading.ratings_at(db, 1))
    assert [(r.line, r.level) for r in at_first] == [("1.1", "A"), ("1.2", "R")]
    agreed = file.read(lambda db: reading.agreed_between(db, 1, 2))
    assert [(r.line, r.level) for r in agreed] == [("1.1", "G"), ("1.2", "R")]
