"""Invitations: what a calendar program reads in them, and how it takes a change or a cancellation."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from boardtui.errors import BoardError
from boardtui.services import agenda, meetings
from boardtui.services.desk import Desk
from boardtui.services.invitations import export
from boardtui.store.reading import meetings as reading
from tests.hostile import STRINGS, harmless


def read(path: Path) -> tuple[str, list[Any]]:
    calendar = Calendar.from_ical(path.read_bytes())
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/London"]
    return str(calendar["METHOD"]), calendar.walk("VEVENT")


def test_the_meetings_to_come_are_in_one_file_in_local_time(desk: Desk, tmp_path: Path) -> None:
    (path,) = export(desk, tmp_path)
    method, events = read(path)
    assert (path.name, method) == ("meetings.ics", "PUBLISH")
    assert [event["SUMMARY"].rsplit(" ", 1)[1] for event in events] == ["6"]
    (event,) = events
    assert event.decoded("DTSTART").isoformat() == "2013-06-27T14:00:00+01:00"  # summer time
    assert event["STATUS"] == "CONFIRMED"
    assert (event["DTEND"].dt - event["DTSTART"].dt).total_seconds() == 60 * sum(
        item for (item,) in desk.read(lambda db: db.execute(
            "SELECT i.minutes FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id WHERE m.number = 6"
        ).fetchall())
    )  # fmt: skip


def test_a_meeting_that_moves_updates_the_same_event(desk: Desk, tmp_path: Path) -> None:
    (before,) = read(export(desk, tmp_path / "1")[0])[1]
    desk.do(lambda work: meetings.move_meeting(work, 6, date(2013, 7, 4), "The hall is taken"))
    (after,) = read(export(desk, tmp_path / "2")[0])[1]
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after.decoded("DTSTART").date() == date(2013, 7, 4)


def test_a_meeting_that_is_called_off_is_taken_out_by_a_file_of_its_own(desk: Desk, tmp_path: Path) -> None:
    (before,) = read(export(desk, tmp_path)[0])[1]
    desk.do(lambda work: meetings.cancel_meeting(work, 6, "The inspectors are in"))
    (path,) = export(desk, tmp_path)
    method, (event,) = read(path)
    assert (path.name, method) == ("meetings-called-off.ics", "CANCEL")
    assert (event["UID"], event["STATUS"], event["TRANSP"]) == (before["UID"], "CANCELLED", "TRANSPARENT")
    assert event["SUMMARY"] == f"Cancelled: {before['SUMMARY']}"
    assert event["SEQUENCE"] > before["SEQUENCE"]


def test_the_agenda_is_in_it_once_issued_without_what_is_restricted(desk: Desk, tmp_path: Path) -> None:
    hostile = "".join(STRINGS[name] for name in ("both", "NUL", "C1", "override", "CSV"))
    desk.do(lambda work: agenda.add_item(work, 6, f"Item {hostile}", at=1))
    desk.do(lambda work: agenda.add_item(work, 6, "The child in question", at=2))
    secret = desk.read(lambda db: reading.items(db, 6))[1]
    desk.do(lambda work: agenda.restrict_item(work, secret.id, "a child"))
    assert "DESCRIPTION" not in read(export(desk, tmp_path)[0])[1][0]
    desk.do(lambda work: agenda.issue_agenda(work, 6))
    (event,) = read(export(desk, tmp_path / "issued")[0])[1]
    assert event["DESCRIPTION"].startswith("Agenda\n1. Item one two before")
    assert harmless(event["DESCRIPTION"])
    assert "child in question" not in event["DESCRIPTION"]
    assert len(event["DESCRIPTION"].splitlines()) > 3


def test_a_meeting_that_was_held_has_no_invitation(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BoardError, match="Meeting 5 was held already"):
        export(desk, tmp_path / "out", 5)
    assert not (tmp_path / "out").exists()


def test_an_hour_in_winter_is_an_hour_in_winter(desk: Desk, tmp_path: Path) -> None:
    number = desk.do(lambda work: meetings.plan_meeting(work, date(2013, 11, 14))).value
    (event,) = read(export(desk, tmp_path, number)[0])[1]
    assert event.decoded("DTSTART").isoformat() == "2013-11-14T14:00:00+00:00"
