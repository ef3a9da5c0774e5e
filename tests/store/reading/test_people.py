"""Reads of the people."""

from __future__ import annotations

from datetime import date

from boardtui.store import models
from boardtui.store.reading.people import attendance_grid, by_initials, people
from tests.store.reading.building import Told
from tests.store.reading.conftest import Boardfile


def test_an_office_is_named_after_who_holds_it_now_else_by_its_title(file: Boardfile) -> None:
    with file.building() as b:
        b.offices("IC", "DCS")
        hold: Told = {"office_id": "office:DCS", "since": date(2012, 1, 1)}
        b.add(models.Holder(name="Before", until=date(2013, 1, 1), **hold), "old")
        b.add(models.Holder(office_id="office:DCS", name="Now", since=date(2013, 1, 1)), "new")
        b.add(models.Holder(office_id="office:IC", name="Gone", until=date(2013, 1, 1)), "gone")
    found = file.read(by_initials)
    assert found["DCS"].name == "Now"
    assert (found["IC"].name, found["IC"].role) == ("Office of IC", "Office of IC")


def test_people_come_in_their_order_and_groups_have_members_in_that_order(file: Boardfile) -> None:
    with file.building() as b:
        b.offices("POL", "CCG")
        b.offices("ALL", kind="group")
        b.offices("DDN", kind="officer", deputy_of_id="office:CCG")
        for member in ("CCG", "POL"):
            b.add(models.GroupMember(group_id="office:ALL", office_id=f"office:{member}"), member)
    found = file.read(people)
    assert [person.initials for person in found] == ["POL", "CCG", "ALL", "DDN"]
    assert found[2].members == ("POL", "CCG")
    assert (found[0].members, found[3].deputy_of) == ((), "CCG")


def test_the_grid_says_who_attended_sent_a_deputy_apologised_or_stayed_away(file: Boardfile) -> None:
    with file.building() as b:
        b.offices("IC", "CCG", "PRO", "POL", "DDN", "VCS")
        b.offices("ALL", kind="group")
        b.meeting(2, state="minutes in draft")
        b.meeting(1)
        b.meeting(3, state="planned")
        b.came(1, "IC")
        b.came(1, "CCG", "apologies")
        b.came(1, "DDN", "deputy", deputy_for_id="office:CCG")
        b.came(1, "PRO", "absent")
        b.came(1, "POL", "apologies")
        guest: Told = {"meeting_id": "meeting:1", "office_id": None, "guest_name": "Jane", "status": "deputy"}
        b.add(models.Attendance(deputy_for_id="office:VCS", **guest), "guest")
        b.came(2, "DDN", "deputy", deputy_for_id="office:CCG")
        b.came(2, "CCG", "present")
        b.came(2, "IC", "participant observer")
    meetings, grid = file.read(attendance_grid)
    assert [meeting.number for meeting in meetings] == [1, 2]
    cells = {person.initials: "".join(came[n] or "." for n in (1, 2)) for person, came in grid}
    assert cells == {"IC": "YY", "CCG": "DY", "PRO": "N.", "POL": "A.", "DDN": "YY", "VCS": "D."}
