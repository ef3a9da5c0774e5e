"""The closed sets of words the Board's records can be in (DESIGN 2 and 4)."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Who sits at the keyboard; in a plain local file this is attribution, not access control."""

    ADMINISTRATOR = "administrator"
    SECRETARY = "secretary"
    CHAIR = "chair"


class PersonKind(StrEnum):
    """The part an office plays at the Board (N 7.2)."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    MEMBER = "member"
    OBSERVER = "observer"
    OFFICER = "officer"
    GROUP = "group"


class MeetingState(StrEnum):
    """The life of a meeting, in order, and the two ways it can leave that order."""

    PLANNED = "planned"
    AGENDA_ISSUED = "agenda issued"
    IN_SESSION = "in session"
    DRAFT = "minutes in draft"
    WITH_CHAIR = "with Chair"
    SIGNED = "signed off"
    CONFIRMED = "confirmed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


HELD = (
    MeetingState.IN_SESSION,
    MeetingState.DRAFT,
    MeetingState.WITH_CHAIR,
    MeetingState.SIGNED,
    MeetingState.CONFIRMED,
)
"""States of a meeting that has begun."""

UNFINISHED = (
    MeetingState.PLANNED,
    MeetingState.AGENDA_ISSUED,
    MeetingState.IN_SESSION,
    MeetingState.DRAFT,
    MeetingState.WITH_CHAIR,
)
"""States in which something is still to be done for a meeting before its minutes are signed."""

LOCKED = (MeetingState.SIGNED, MeetingState.CONFIRMED)
"""States after which the record changes only by an amendment."""


class Purpose(StrEnum):
    """What the Board is asked to do with an agenda item."""

    DECISION = "decision"
    DISCUSSION = "discussion"
    INFORMATION = "information"


class ItemState(StrEnum):
    """What became of an agenda item."""

    PLANNED = "planned"
    TAKEN = "taken"
    DEFERRED = "deferred"


class EntryKind(StrEnum):
    """What a minute entry is."""

    NOTE = "note"
    DECISION = "decision"
    ACTION = "action"
    CHALLENGE = "challenge"
    UPDATE = "update"
    INTEREST = "interest"
    AMENDMENT = "amendment"
    CONFIRMATION = "confirmation"
    MOVEMENT = "movement"
    REGISTER = "register"


NUMBERED = (
    EntryKind.NOTE,
    EntryKind.DECISION,
    EntryKind.ACTION,
    EntryKind.CHALLENGE,
    EntryKind.UPDATE,
    EntryKind.INTEREST,
    EntryKind.AMENDMENT,
    EntryKind.CONFIRMATION,
)
"""Entries that take a paragraph number in the minutes; the others are printed where they fell."""


class AttendanceStatus(StrEnum):
    """How somebody was, or was not, at a meeting."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    DEPUTY = "deputy"
    ABSENT = "absent"
    IN_ATTENDANCE = "in attendance"
    OBSERVER = "participant observer"


class ActionState(StrEnum):
    """The life of an action: *done* is what the owner says, *closed* what the Board or Chair accepts."""

    OPEN = "open"
    DONE = "done"
    CLOSED = "closed"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


OPEN_ACTIONS = (ActionState.OPEN, ActionState.DONE, ActionState.RETURNED)
"""States in which somebody still has something to do."""


class UpdateKind(StrEnum):
    """What an entry in an action's log did."""

    RAISED = "raised"
    UPDATE = "update"
    MOVED = "moved"
    DONE = "done"
    CLOSED = "closed"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    REWORDED = "reworded"


class RatingStatus(StrEnum):
    """A rating is proposed by its lead, then agreed at a meeting; documents print the agreed one."""

    PROPOSED = "proposed"
    AGREED = "agreed"


class LetterState(StrEnum):
    """The life of a letter or report."""

    DRAFT = "draft"
    FACT_CHECK = "fact check"
    WITH_CHAIR = "with Chair"
    SIGNED = "signed"
    SENT = "sent"


class Series(StrEnum):
    """Letters, the Board's reports and those to the scrutiny committee are numbered apart."""

    LETTER = "letter"
    REPORT = "report"
    SCRUTINY = "scrutiny"


class ReportKind(StrEnum):
    """Which report it is (N 8.1; the Leader's, N 8.2)."""

    INITIAL = "initial"
    SIX_MONTH = "six-month"
    TWELVE_MONTH = "twelve-month"
    AD_HOC = "ad hoc"
    LEADER = "Leader's"


class FactDecision(StrEnum):
    """What the Chair decides about a comment of the council's fact check."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


class SignedHow(StrEnum):
    """How a sign-off reached the record; a Chair never has to run the program."""

    PROGRAM = "program"
    PAPER = "paper"
    EMAIL = "e-mail"


class InstrumentKind(StrEnum):
    """What the Board works under."""

    NOTICE = "notice"
    COMMISSIONER = "commissioner"
    NONE = "none"


class ObligationState(StrEnum):
    """How a dated duty stands (rule 2)."""

    MET = "met"
    MET_LATE = "met late"
    DUE_SOON = "due soon"
    OVERDUE = "overdue"
    NOT_YET_DUE = "not yet due"
    NOT_APPLICABLE = "not applicable"
