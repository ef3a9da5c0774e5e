"""Meetings, their agendas, who was there, and what they declared."""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field

from boardtui.store.models.base import Row, link


class Meeting(Row, table=True):
    """One meeting of the Board, from planned to confirmed (DESIGN 4).

    The live session is part of the record, so that it survives a crash: the item in hand, the restriction
    in force, who presides, and when the clock last ticked.
    """

    __table_args__ = (Index("ix_meeting_listed", "held_on", "number", "state"),)

    number: int = Field(unique=True)
    held_on: date
    starts: str = "14:00"
    place: str = ""
    state: str = "planned"
    moved_because: str = ""
    agenda_issued_on: date | None = None
    opened_at: str | None = None
    closed_at: str | None = None
    ticked_at: str | None = None
    item_in_hand_id: str | None = None
    restricted_now: str | None = None
    presiding_id: str | None = link("office", optional=True)
    journal_at_close: int | None = None
    submitted_on: date | None = None
    signed_on: date | None = None
    signed_by: str = ""
    signed_how: str = ""
    confirmed_at_id: str | None = link("meeting", optional=True)
    confirmed_how: str = ""


class AgendaItem(Row, table=True):
    """One item of a meeting's agenda. `kind` names the standing item it comes from; minutes are planned ones."""

    __tablename__ = "agenda_item"

    meeting_id: str = link("meeting")
    number: int
    kind: str = "item"
    title: str
    purpose: str = "discussion"
    presenter_id: str | None = link("office", optional=True)
    minutes: int = 10
    paper: str = ""
    state: str = "planned"
    taken_order: int | None = None
    used_seconds: int = 0
    urgent_because: str = ""
    deferred_to_id: str | None = link("meeting", optional=True)
    deferred_because: str = ""
    deferred_from_id: str | None = link("agenda_item", optional=True)
    restricted: str | None = None


class Attendance(Row, table=True):
    """How an office, or a guest of this one meeting, was at a meeting; a deputy names whom they sat for."""

    meeting_id: str = link("meeting")
    office_id: str | None = link("office", optional=True)
    guest_name: str = ""
    guest_title: str = ""
    status: str
    deputy_for_id: str | None = link("office", optional=True)


class RegisterMark(Row, table=True):
    """One time that somebody was marked in a register, with the entry that says so; the last one counts."""

    __tablename__ = "register_mark"

    attendance_id: str = link("attendance")
    position: int
    status: str
    deputy_for_id: str | None = link("office", optional=True)
    entry_id: str | None = link("entry", optional=True)


class Movement(Row, table=True):
    """An arrival or departure, in the order it happened, with the entry that minutes it."""

    meeting_id: str = link("meeting")
    attendance_id: str = link("attendance")
    entry_id: str | None = link("entry", optional=True)
    position: int
    arrived: bool


class Interest(Row, table=True):
    """An interest declared: who, on which item, of what nature, and whether they left for it."""

    meeting_id: str = link("meeting")
    office_id: str = link("office")
    item_number: int | None = None
    nature: str
    leaves: bool = False
    entry_id: str | None = link("entry", optional=True)
