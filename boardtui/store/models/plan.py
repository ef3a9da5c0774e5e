"""The Improvement Plan: its lines, what they answer, and how they were rated."""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field

from boardtui.store.models.base import Row, link


class PlanLine(Row, table=True):
    """One line of the Improvement Plan."""

    __tablename__ = "plan_line"
    __table_args__ = (Index("ix_plan_line_listed", "position", "ref", "theme"),)

    position: int
    ref: str = Field(unique=True)
    theme: str
    title: str
    outcome: str = ""
    lead_id: str | None = link("office", optional=True)
    starts: date | None = None
    original_due: date | None = None
    due: date | None = None
    success: str = ""


class PlanPartner(Row, table=True):
    """An office that helps to deliver a plan line."""

    __tablename__ = "plan_partner"

    line_id: str = link("plan_line")
    office_id: str = link("office")


class Answer(Row, table=True):
    """A plan line answers a requirement (N 7.3)."""

    line_id: str = link("plan_line")
    requirement_id: str = link("requirement")


class LineMove(Row, table=True):
    """A plan line's due date was moved, and by which decision or for which reason."""

    __tablename__ = "line_move"

    line_id: str = link("plan_line")
    meeting_id: str | None = link("meeting", optional=True)
    moved_on: date
    due_before: date | None = None
    due_after: date
    reason: str


class Rating(Row, table=True):
    """One rating of a plan line, appended and never edited: proposed by its lead, or agreed at a meeting."""

    line_id: str = link("plan_line")
    meeting_id: str = link("meeting")
    position: int
    status: str
    level: str
    given_on: date
    given_by: str = ""
    reason: str = ""
    path: str = ""
    evidence: str = ""
    recheck_on: date | None = None
    restricted: str | None = None
    entry_id: str | None = link("entry", optional=True)
