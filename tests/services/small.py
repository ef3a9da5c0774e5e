"""A small Board in the middle of its work: meeting 1 signed off, meeting 2 in session, 3 and 4 planned."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from boardtui.domain.states import Role
from boardtui.domain.views import Entry
from boardtui.services import board, meetings, minutes, notice, people, plan
from boardtui.services.desk import Desk
from boardtui.store import triggers
from boardtui.store.reading.actions import action, actions, updates
from boardtui.store.reading.meetings import attendance, interests, items, movements
from boardtui.store.reading.meetings import meetings as all_meetings
from boardtui.store.reading.minutes import corrections, decisions, entries
from boardtui.store.reading.plan import lines, ratings
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work

FIRST, SECOND, THIRD, FOURTH = date(2013, 1, 10), date(2013, 2, 21), date(2013, 4, 4), date(2013, 5, 16)

PEOPLE = (
    ("IC", "Independent Chair", "Independent", "chair"),
    ("LM", "Lead Member", "Blackpool Council", "vice-chair"),
    ("DCS", "Director of Children's Services", "Blackpool Council", "member"),
    ("POL", "Divisional Commander", "Lancashire Constabulary", "member"),
    ("CCG", "Chief Officer", "Clinical Commissioning Group", "member"),
    ("LEG", "Principal Solicitor", "Blackpool Council", "officer"),
    ("DDN", "Deputy Designated Nurse", "Clinical Commissioning Group", "officer"),
    ("DfE", "Departmental official", "Department for Education", "observer"),
)
MINUTES_OF_1 = (
    "present: IC, LM, DCS, POL, CCG, LEG, DfE",
    "The Chair welcomed everybody.",
    "# 4",
    "? Why is the plan late?",
    "! DCS by 21 Feb: Write the plan",
    "! DCS, POL with CCG by next meeting: Report on thresholds",
    "(restricted: child) ! LEG by 14 Mar: See the family",
    "= The plan was agreed",
    "# 5",
    "> 1.1 A: recruitment is slow; path: DCS appoints four by June",
)


def build(path: Path) -> None:
    """Fill a new file at `path`."""
    first = datetime.combine(FIRST, datetime.min.time()).replace(hour=14)
    desk = at(path, first)
    desk.do(start)
    desk.do(lambda work: meetings.start_meeting(work, 1))
    for typed in MINUTES_OF_1:
        desk.do(lambda work, t=typed: minutes.enter(work, 1, t))  # type: ignore[misc]  # a lambda with defaults
    desk.do(lambda work: meetings.close_meeting(work, 1))
    desk.do(lambda work: meetings.submit_minutes(work, 1))
    desk.close()
    desk = at(path, first, Role.CHAIR)
    desk.do(lambda work: meetings.sign_minutes(work, 1, by="Independent Chair"))
    desk.close()
    desk = at(path, datetime(2013, 2, 21, 14, 0))
    desk.do(lambda work: meetings.start_meeting(work, 2))
    desk.close()


def at(path: Path, now: datetime, role: Role = Role.ADMINISTRATOR) -> Desk:
    return Desk(path, who="Test", role=role, clock=lambda: now)


def start(work: Work) -> None:
    """Start the Board with its people, its plan and four meetings."""
    board.start_board(work, name="Improvement Board", council="Blackpool Council", commenced=date(2012, 11, 26))
    for initials, role, organisation, kind in PEOPLE:
        people.add_person(work, initials=initials, name=role, role=role, organisation=organisation, kind=kind)
    people.add_group(work, initials="ALL", name="All members", members=["IC", "LM", "DCS", "POL", "CCG"])
    people.add_group(work, initials="PTN", name="Partner agencies", members=["POL", "CCG"])
    notice.add_source(work, code="N", kind="notice", title="Improvement Notice")
    notice.add_requirement(work, ref="N 5.7", source="N", text="Audit case files")
    plan.add_line(work, ref="1.1", theme="Workforce", title="Permanent staff", lead="DCS", due=date(2013, 6, 30))
    plan.add_line(
        work, ref="1.2", theme="Practice", title="Audit", lead="LEG", due=date(2013, 9, 30), answers=["N 5.7"]
    )
    meetings.plan_meeting(work, FIRST)
    meetings.plan_meetings(work, 3)


def tables(db: Database) -> dict[str, set[tuple[Any, ...]]]:
    """Return every row of every table without its version."""
    found = {}
    for table in triggers.kept_tables(db):
        names = [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})") if name != "version"]
        found[table] = set(db.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall())
    return found


def seen(db: Database) -> dict[str, Any]:
    """Return what the screens and papers show of the record, without identities and versions."""
    today = SECOND
    numbers = [1, 2, 3]
    log = actions(db, today)
    plan = lines(db, today)
    shown: dict[str, list[Any]] = {
        "meetings": [*all_meetings(db)],
        "items": [item for number in numbers for item in items(db, number)],
        "entries": [entry for number in numbers for entry in entries(db, number)],
        "attendance": [one for number in numbers for one in attendance(db, number)],
        "movements": [one for number in numbers for one in movements(db, number)],
        "interests": [one for number in numbers for one in interests(db, number)],
        "corrections": [one for number in numbers for one in corrections(db, number)],
        "decisions": decisions(db),
        "actions": log,
        "updates": [one for each in log for one in updates(db, each.ref)],
        "lines": [*plan],
        "ratings": [one for line in plan for one in ratings(db, line.ref)],
    }
    kept_out = {"id", "version", "item_in_hand", "entries"}
    return {
        what: [{k: v for k, v in asdict(one).items() if k not in kept_out} for one in found]
        for what, found in shown.items()
    }


def enter(desk: Desk, typed: str, meeting: int = 2) -> str:
    """Minute a line and return the entry's id."""
    return desk.do(lambda work: minutes.enter(work, meeting, typed)).value


def entry(desk: Desk, entry_id: str, meeting: int = 2) -> Entry:
    """Return one entry of a meeting as the screens see it."""
    return next(one for one in desk.read(lambda db: entries(db, meeting)) if one.id == entry_id)


def last(desk: Desk, meeting: int = 2) -> Entry:
    """Return the entry that was minuted last."""
    return max(desk.read(lambda db: entries(db, meeting)), key=lambda one: one.position)


def state(desk: Desk, ref: str) -> str:
    """Return the state of an action."""
    return desk.read(lambda db: action(db, ref, desk.today)).state


@contextmanager
def nothing_changed(desk: Desk) -> Iterator[None]:
    """Fail unless the record and its journal are afterwards what they were before."""

    def whole(db: Database) -> tuple[Any, ...]:
        return tables(db), db.execute("SELECT * FROM journal_entry").fetchall()

    before = desk.read(whole)
    yield
    assert desk.read(whole) == before
