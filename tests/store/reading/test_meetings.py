"""Reads of meetings, agendas and registers."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.errors import NotFoundError
from boardtui.store import models
from boardtui.store.reading import meetings as reading
from tests.store.reading.building import Told
from tests.store.reading.conftest import Boardfile


def test_days_since_the_last_pass_over_cancelled_and_postponed_meetings(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(1, date(2012, 11, 29))
        b.meeting(2, date(2013, 1, 10), state="cancelled")
        b.meeting(3, date(2013, 1, 17), state="postponed")
        b.meeting(4, date(2013, 1, 24))
        b.meeting(5, date(2013, 3, 7), state="planned")
        b.meeting(6, date(2013, 4, 18), state="planned")
    found = file.read(reading.meetings)
    assert [(m.number, m.days_since_last) for m in found] == [(1, None), (2, 42), (3, 49), (4, 56), (5, 42), (6, 42)]


def test_meetings_come_by_date_not_by_number(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(1, date(2013, 5, 1))
        b.meeting(2, date(2013, 4, 1))
    assert [m.number for m in file.read(reading.meetings)] == [2, 1]


def test_a_meeting_knows_its_counts_who_presides_and_when_it_was_confirmed(file: Boardfile) -> None:
    with file.building() as b:
        b.offices("LM")
        b.meeting(1, confirmed_at_id="meeting:2", confirmed_how="as presented", presiding_id="office:LM")
        b.meeting(2, state="minutes in draft", item_in_hand_id="agenda_item:2/1")
        b.item(1, 1)
        b.item(1, 2)
        b.entry("1/1", "One")
        b.entry("1/2", "Two", to_tidy="Nobody is called so.")
    first = file.read(lambda db: reading.meeting(db, 1))
    assert (first.items, first.entries, first.to_tidy, first.presiding) == (2, 2, 1, "LM")
    assert (first.confirmed_at, first.confirmed_on) == (2, date(2013, 1, 10))
    assert file.read(lambda db: reading.meeting(db, 2)).item_in_hand == "agenda_item:2/1"


@pytest.mark.parametrize("number", [7, -1, 10**30])
def test_an_unknown_number_is_not_found(file: Boardfile, number: int) -> None:
    with pytest.raises(NotFoundError, match=f"no meeting {number}"):
        file.read(lambda db: reading.meeting(db, number))


def test_the_next_meeting_is_the_first_arranged_from_today_on(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(1, date(2013, 1, 10), state="planned")
        b.meeting(2, date(2013, 2, 21), state="cancelled")
        b.meeting(3, date(2013, 4, 4), state="agenda issued")
        b.meeting(4, date(2013, 5, 16), state="planned")

    def following(today: date) -> int | None:
        found = file.read(lambda db: reading.next_meeting(db, today))
        return found.number if found else None

    assert following(date(2013, 1, 10)) == 1
    assert following(date(2013, 1, 11)) == 3
    assert following(date(2013, 4, 4)) == 3
    assert following(date(2013, 4, 5)) == 4
    assert following(date(2013, 5, 17)) == 1, "the first of those left behind, so that it can still be held"


def test_a_meeting_in_session_is_next_whatever_the_day(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(1, date(2013, 1, 10), state="in session")
        b.meeting(2, date(2013, 2, 21), state="planned")
    found = file.read(lambda db: reading.next_meeting(db, date(2013, 1, 12)))
    assert found is not None
    assert found.number == 1


def test_the_last_held_is_the_latest_that_began(file: Boardfile) -> None:
    assert file.read(reading.last_held) is None
    with file.building() as b:
        b.meeting(1)
        b.meeting(2, state="in session")
        b.meeting(3, state="planned")
        b.meeting(4, date(2013, 1, 1), state="cancelled")
    last = file.read(reading.last_held)
    assert last is not None
    assert last.number == 2


def test_before_and_after_pass_over_what_was_not_held(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(1)
        b.meeting(2, state="cancelled")
        b.meeting(3, state="planned")
    third = file.read(lambda db: reading.meeting(db, 3))
    first = file.read(lambda db: reading.before(db, third))
    assert first is not None
    assert first.number == 1
    assert file.read(lambda db: reading.after(db, first)) == third
    assert file.read(lambda db: reading.before(db, first)) is None
    assert file.read(lambda db: reading.after(db, third)) is None


def test_an_item_says_where_it_was_deferred_from_and_to(file: Boardfile) -> None:
    with file.building() as b:
        b.offices("DCS")
        b.meeting(1)
        b.meeting(2, state="planned")
        b.item(1, 1, state="deferred", deferred_to_id="meeting:2", deferred_because="No time")
        b.item(2, 1, deferred_from_id="agenda_item:1/1", presenter_id="office:DCS")
        b.entry("1/1", "Said")
    [left] = file.read(lambda db: reading.items(db, 1))
    [came] = file.read(lambda db: reading.items(db, 2))
    assert (left.deferred_to, left.deferred_because, left.deferred_from, left.entries) == (2, "No time", None, 1)
    assert (came.deferred_to, came.deferred_from, came.presenter, came.entries) == (None, 1, "DCS", 0)


def test_an_item_taken_out_of_order_names_the_one_before_it(file: Boardfile) -> None:
    with file.building() as b:
        b.meeting(1)
        for taken, number in enumerate((1, 2, 7, 3, 5), 1):
            b.item(1, number, taken_order=taken)
        b.item(1, 4, state="deferred")
    found = file.read(lambda db: reading.items(db, 1))
    assert [(i.number, i.taken_after) for i in found] == [
        (1, None),
        (2, None),
        (3, None),
        (4, None),
        (5, None),
        (7, 2),
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ([], {}),
        ([1, 2, 3], {}),
        ([2, 4, 9], {}),
        ([1, 2, 4, 5, 3], {3: 5}),
        ([5, 1, 2, 3], {5: None}),
        ([1, 2, 4, 3], {3: 4}),
        ([1, 6, 2, 7, 3, 4], {6: 1, 7: 2}),
    ],
)
def test_as_few_items_as_possible_are_out_of_order(order: list[int], expected: dict[int, int | None]) -> None:
    assert reading.taken_out_of_order(order) == expected


def test_the_register_names_who_held_the_office_that_day(file: Boardfile) -> None:
    with file.building() as b:
        b.offices("CCG", "IC")
        b.meeting(1, date(2012, 11, 29))
        b.meeting(2, date(2013, 1, 10))
        b.meeting(3, date(2013, 2, 21))
        b.add(models.Holder(office_id="office:IC", name="First", until=date(2013, 1, 10)), "first")
        second: Told = {"since": date(2013, 1, 10), "until": date(2013, 2, 20)}
        b.add(models.Holder(office_id="office:IC", name="Second", **second), "second")
        for number in (1, 2, 3):
            b.came(number, "IC")
    names = [file.read(lambda db, n=n: reading.attendance(db, n))[0].name for n in (1, 2, 3)]  # type: ignore[misc]  # a lambda with defaults
    assert names == ["First", "Second", "Office of IC"]


def test_a_guest_stands_with_the_office_they_sat_for(file: Boardfile) -> None:
    with file.building() as b:
        b.offices("CCG", "POL")
        b.meeting(1)
        b.came(1, "POL")
        guest = models.Attendance(
            meeting_id="meeting:1",
            guest_name="Jane Smith",
            guest_title="Designated Nurse",
            status="deputy",
            deputy_for_id="office:CCG",
        )
        b.add(guest, "guest")
        b.came(1, "CCG", "apologies")
    register = file.read(lambda db: reading.attendance(db, 1))
    assert [(a.initials, a.name, a.kind, a.status, a.deputy_for) for a in register] == [
        ("CCG", "Office of CCG", "member", "apologies", None),
        (None, "Jane Smith", "guest", "deputy", "CCG"),
        ("POL", "Office of POL", "member", "present", None),
    ]
    assert (register[1].role, register[1].organisation) == ("Designated Nurse", "Agency CCG")


def test_movements_and_interests_are_read_with_their_items(file: Boardfile) -> None:
    with file.building() as b:
        b.offices("POL")
        b.meeting(1)
        b.item(1, 3)
        pol = b.came(1, "POL")
        left = b.entry("1/3", "POL left", kind="movement")
        to: Told = {"meeting_id": "meeting:1", "attendance_id": pol}
        b.add(models.Movement(position=2, arrived=False, entry_id=left, **to), "left")
        b.add(models.Movement(position=1, arrived=True, **to), "arrived")
        b.add(
            models.Interest(
                meeting_id="meeting:1", office_id="office:POL", item_number=7, nature="A contract", leaves=True
            ),
            "1",
        )
    moved = file.read(lambda db: reading.movements(db, 1))
    assert [(m.who, m.arrived, m.item) for m in moved] == [("POL", True, 0), ("POL", False, 3)]
    [interest] = file.read(lambda db: reading.interests(db, 1))
    assert (interest.who, interest.item, interest.nature, interest.leaves) == ("POL", 7, "A contract", True)
