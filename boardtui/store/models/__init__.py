"""Every table of a Board file, as SQLModel classes: the schema and the writes."""

from boardtui.store.models.actions import Action, ActionLine, ActionOwner, ActionUpdate
from boardtui.store.models.assurance import Assurance, Finding, Judgement, Support
from boardtui.store.models.base import Row, metadata
from boardtui.store.models.board import (
    Board,
    CheckSetting,
    ClosedDay,
    LetterheadPicture,
    RatingLevel,
    Variation,
    WarningPeriod,
)
from boardtui.store.models.chair import Handover, Review
from boardtui.store.models.evidence import Evidence
from boardtui.store.models.indicators import Indicator, IndicatorLine, IndicatorRequirement, IndicatorValue
from boardtui.store.models.letters import Correspondence, FactComment, Figure, Letter, LetterBlock
from boardtui.store.models.meetings import AgendaItem, Attendance, Interest, Meeting, Movement, RegisterMark
from boardtui.store.models.minutes import Amendment, Entry
from boardtui.store.models.people import GroupMember, Holder, Office
from boardtui.store.models.plan import Answer, LineMove, PlanLine, PlanPartner, Rating
from boardtui.store.models.preflight import Overridden
from boardtui.store.models.readback import ReadBack
from boardtui.store.models.signing import Seal, SignOffLock
from boardtui.store.models.sources import Agreement, Instrument, Obligation, Requirement, Source
from boardtui.store.models.terms import Term

__all__ = [
    "Action",
    "ActionLine",
    "ActionOwner",
    "ActionUpdate",
    "AgendaItem",
    "Agreement",
    "Amendment",
    "Answer",
    "Assurance",
    "Attendance",
    "Board",
    "CheckSetting",
    "ClosedDay",
    "Correspondence",
    "Entry",
    "Evidence",
    "FactComment",
    "Figure",
    "Finding",
    "GroupMember",
    "Handover",
    "Holder",
    "Indicator",
    "IndicatorLine",
    "IndicatorRequirement",
    "IndicatorValue",
    "Instrument",
    "Interest",
    "Judgement",
    "Letter",
    "LetterBlock",
    "LetterheadPicture",
    "LineMove",
    "Meeting",
    "Movement",
    "Obligation",
    "Office",
    "Overridden",
    "PlanLine",
    "PlanPartner",
    "Rating",
    "RatingLevel",
    "ReadBack",
    "RegisterMark",
    "Requirement",
    "Review",
    "Row",
    "Seal",
    "SignOffLock",
    "Source",
    "Support",
    "Term",
    "Variation",
    "WarningPeriod",
    "metadata",
]
