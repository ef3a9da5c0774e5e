"""Every table of a Board file, as SQLModel classes: the schema and the writes."""

from boardtui.store.models.actions import Action, ActionLine, ActionOwner, ActionUpdate
from boardtui.store.models.base import Row, metadata
from boardtui.store.models.board import Board, ClosedDay, RatingLevel, Variation, WarningPeriod
from boardtui.store.models.letters import Letter, LetterBlock
from boardtui.store.models.meetings import AgendaItem, Attendance, Interest, Meeting, Movement, RegisterMark
from boardtui.store.models.minutes import Amendment, Entry
from boardtui.store.models.people import GroupMember, Holder, Office
from boardtui.store.models.plan import Answer, LineMove, PlanLine, PlanPartner, Rating
from boardtui.store.models.sources import Instrument, Obligation, Requirement, Source

__all__ = [
    "Action",
    "ActionLine",
    "ActionOwner",
    "ActionUpdate",
    "AgendaItem",
    "Amendment",
    "Answer",
    "Attendance",
    "Board",
    "ClosedDay",
    "Entry",
    "GroupMember",
    "Holder",
    "Instrument",
    "Interest",
    "Letter",
    "LetterBlock",
    "LineMove",
    "Meeting",
    "Movement",
    "Obligation",
    "Office",
    "PlanLine",
    "PlanPartner",
    "Rating",
    "RatingLevel",
    "RegisterMark",
    "Requirement",
    "Row",
    "Source",
    "Variation",
    "WarningPeriod",
    "metadata",
]
