"""Reads of the actions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from boardtui.errors import NotFoundError
from boardtui.store.reading import actions as reading
from tests.store.reading.conftest import Boardfile

TODAY = date(2013, 5, 20)


def test_leads_and_supporters_keep_their_order(file: Boardfile) -> None:
    with file.building() as b:
        b.offices("DCS", "POL", "LSCB")
        b.meeting(5)
        b.item(5, 4, "Matters arising")
        b.line("1.2")
        b.line("1.1")
        b.action("5/03", ["POL", "DCS"], ["LSCB"], item_id="agenda_item:5/4")
        b.serves("5/03", "1.1")
        b.serves("5/03", "1.2")
    found = file.read(lambda db: reading.action(db, "5/03", TODAY))
    assert (found.ref, found.raised_at, found.item, found.item_title) == ("5/03", 5, 4, "Matters arising")
    assert (found.leads, found.supporters) == (("POL", "DCS"), ("LSCB",))
    assert found.lines == ("1.2", "1.1"), "in the order of the plan"


@pytest.mark.parametrize("ref", ["5/04", "4/03", "5", "5/", "x/y", "5/3/1", f"{10**30}/1", "9" * 5000 + "/1"])
def test_an_unknown_reference_is_not_found(file: Boardfile, ref: str) -> None:
    with file.building() as b:
        b.meeting(5)
        b.action("5/03")
    with pytest.raises(NotFoundError):
        file.read(lambda db: reading.action(db, ref, TODAY))


def test_a_reference_may_be_typed_without_its_nought(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(5)
        b.action("5/03")
        b.action("5/12")
    assert file.read(lambda db: reading.action(db, "5/3", TODAY)).ref == "5/03"
    assert file.read(lambda db: reading.action(db, "5/12", TODAY)).ref == "5/12"


@pytest.mark.parametrize(
    ("days", "rating", "late"), [(-1, "R", 1), (-30, "R", 30), (0, "A", 0), (14, "A", 0), (15, "G", 0)]
)
def test_the_rating_follows_the_due_date(file: Boardfile, days: int, rating: str, late: int) -> None:
    with file.building() as b:
        b.board()
        b.meeting(5)
        b.action("5/01", due=TODAY + timedelta(days))
    found = file.read(lambda db: reading.action(db, "5/01", TODAY))
    assert (found.rating, found.days_late) == (rating, late)


def test_the_board_sets_when_an_action_is_at_risk(file: Boardfile) -> None:
    with file.building() as b:
        b.board(at_risk_days=7)
        b.meeting(5)
        b.action("5/01", due=TODAY + timedelta(8))
        b.action("5/02", due=TODAY + timedelta(7))
    assert [a.rating for a in file.read(lambda db: reading.actions(db, TODAY))] == ["A", "G"]


def test_done_keeps_its_rating_and_what_has_not_started_has_none(file: Boardfile) -> None:
    past = TODAY - timedelta(5)
    with file.building() as b:
        b.board()
        b.meeting(5)
        b.action("5/01", state="done", due=past, done_on=past, rating_when_done="G")
        b.action("5/02", due=past, not_before=TODAY + timedelta(1))
        b.action("5/03", state="closed", due=past, closed_on=past, closed_at_id="meeting:5", evidence="Seen")
        b.action("5/04", state="withdrawn", due=past)
        b.action("5/05", state="returned", due=past)
    found = {a.ref: a for a in file.read(lambda db: reading.actions(db, TODAY))}
    ratings = {ref: action.rating for ref, action in found.items()}
    assert ratings == {"5/01": "G", "5/02": None, "5/03": "B", "5/04": None, "5/05": "R"}
    assert (found["5/01"].days_late, found["5/05"].days_late) == (0, 5)
    assert (found["5/03"].closed_at, found["5/03"].closed_on, found["5/03"].evidence) == (5, past, "Seen")


def test_only_a_move_to_a_later_day_is_a_slip(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(5)
        b.action("5/01")
        b.update("5/01", "raised", "Raised")
        b.update("5/01", "moved", "First date", due_after=date(2013, 1, 1))
        b.update("5/01", "moved", "Later", due_before=date(2013, 1, 1), due_after=date(2013, 2, 1))
        b.update("5/01", "moved", "Sooner", due_before=date(2013, 2, 1), due_after=date(2013, 1, 15))
        b.update("5/01", "moved", "Later again", due_before=date(2013, 1, 15), due_after=date(2013, 1, 16))
    found = file.read(lambda db: reading.action(db, "5/01", TODAY))
    assert (found.slips, found.last_update) == (2, "Later again")


def test_an_action_only_raised_has_no_update_yet(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(5)
        b.action("5/01")
        b.update("5/01", "raised", "Raised")
    assert file.read(lambda db: reading.action(db, "5/01", TODAY)).last_update == ""


def test_the_log_has_the_overdue_first_and_the_closed_last(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        for number in (1, 2, 10):
            b.meeting(number)
        b.action("1/01", state="closed", due=date(2012, 1, 1), closed_on=date(2012, 1, 2))
        b.action("1/02", due=TODAY - timedelta(1))
        b.action("2/01", due=TODAY - timedelta(9))
        b.action("10/01", due=TODAY + timedelta(3))
        b.action("2/02", due=TODAY + timedelta(3))
        b.action("1/03")
        b.action("2/03", state="done", due=TODAY - timedelta(2))
        b.action("1/04", due=TODAY - timedelta(1))
    found = file.read(lambda db: reading.actions(db, TODAY))
    assert [a.ref for a in found] == ["2/01", "1/02", "1/04", "2/03", "2/02", "10/01", "1/03", "1/01"]


def test_the_log_can_be_narrowed(file: Boardfile) -> None:
    with file.building() as b:
        b.offices("DCS", "POL")
        b.meeting(1)
        b.meeting(2)
        b.action("1/01", ["DCS"])
        b.action("1/02", ["POL", "DCS"], state="closed", closed_on=TODAY)
        b.action("2/01", ["POL"], ["DCS"], state="returned")
        b.action("2/02", ["POL"], state="superseded", superseded_by_id="action:2/01")

    def refs(**narrowed: object) -> list[str]:
        return [a.ref for a in file.read(lambda db: reading.actions(db, TODAY, **narrowed))]  # type: ignore[arg-type]

    assert refs(open_only=True) == ["1/01", "2/01"]
    assert refs(lead="dcs") == ["1/01", "1/02"]
    assert refs(meeting=2) == ["2/01", "2/02"]
    assert refs(meeting=1, lead="DCS", open_only=True) == ["1/01"]
    assert refs(lead="NONE") == []


def test_the_log_of_an_action_is_read_oldest_first_with_its_meeting(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(5)
        b.meeting(6)
        b.item(6, 4)
        b.action("5/01")
        said = b.entry("6/4", "Secret", kind="update", restricted="Staffing")
        b.update("5/01", "update", "By mail", given_by="DCS")
        b.update("5/01", "done", "All of it", meeting_id="meeting:6", entry_id=said)
    found = file.read(lambda db: reading.updates(db, "5/01"))
    assert [(u.kind, u.text, u.by, u.meeting, u.restricted) for u in found] == [
        ("update", "By mail", "DCS", None, None),
        ("done", "All of it", "", 6, "Staffing"),
    ]


def test_an_action_and_its_log_inherit_the_restriction_of_the_item(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(5)
        b.item(5, 4, restricted="Staffing")
        b.action("5/01", item_id="agenda_item:5/4")
        b.update("5/01", "update", "Text")
    assert file.read(lambda db: reading.action(db, "5/01", TODAY)).restricted == "Staffing"
    assert file.read(lambda db: reading.updates(db, "5/01"))[0].restricted == "Staffing"


def test_closed_between_leaves_out_the_first_day_and_takes_in_the_last(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(1)
        for n in range(1, 5):
            b.action(f"1/0{n}", state="closed", closed_on=date(2013, 5, n))
        b.action("1/05", state="withdrawn", closed_on=date(2013, 5, 2))
    between = file.read(lambda db: reading.closed_between(db, date(2013, 5, 1), date(2013, 5, 3), TODAY))
    assert [a.ref for a in between] == ["1/02", "1/03"]
    upto = file.read(lambda db: reading.closed_between(db, None, date(2013, 5, 2), TODAY))
    assert [a.ref for a in upto] == ["1/01", "1/02"]
