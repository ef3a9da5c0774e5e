"""Actions, who owns them, and the log of what became of them."""

from datetime import date

from sqlalchemy import Index, text

from boardtui.domain.states import OPEN_ACTIONS
from boardtui.store.models.base import Row, link

_OPEN = ", ".join(f"'{state}'" for state in OPEN_ACTIONS)
_LISTED = ("due", "raised_on", "sequence", "state")
"""The columns by which the log is ordered, once for the open actions and once for those that have ended."""


class Action(Row, table=True):
    """One action, known for good by the meeting that raised it and its sequence there (`5/03`).

    `known_as` is its reference in the log it came from, if it came from one; `due_said` are the words that stand there
    in place of a date (“ongoing”).
    """

    __table_args__ = (
        Index("ix_action_open", *_LISTED, sqlite_where=text(f"state IN ({_OPEN})")),
        Index("ix_action_ended", *_LISTED, sqlite_where=text(f"state NOT IN ({_OPEN})")),
    )

    meeting_id: str = link("meeting")
    item_id: str | None = link("agenda_item", optional=True)
    sequence: int
    text: str
    due: date | None = None
    original_due: date | None = None
    due_meeting_id: str | None = link("meeting", optional=True)
    not_before: date | None = None
    state: str = "open"
    raised_on: date
    done_on: date | None = None
    rating_when_done: str | None = None
    closed_on: date | None = None
    closed_at_id: str | None = link("meeting", optional=True)
    evidence: str = ""
    superseded_by_id: str | None = link("action", optional=True)
    restricted: str | None = None
    known_as: str = ""
    due_said: str = ""


class ActionOwner(Row, table=True):
    """An office or group that leads or supports an action; the first lead reports."""

    __tablename__ = "action_owner"

    action_id: str = link("action")
    office_id: str = link("office")
    part: str = "lead"
    position: int = 0


class ActionUpdate(Row, table=True):
    """One line of an action's log: what was said or done, by whom, when, and the minute entry if there is one.

    A move keeps both due dates, and the meeting that either followed.
    """

    __tablename__ = "action_update"

    action_id: str = link("action")
    position: int
    given_on: date
    given_by: str = ""
    kind: str
    text: str
    due_before: date | None = None
    due_after: date | None = None
    due_meeting_before_id: str | None = link("meeting", optional=True)
    due_meeting_after_id: str | None = link("meeting", optional=True)
    meeting_id: str | None = link("meeting", optional=True)
    entry_id: str | None = link("entry", optional=True)


class ActionLine(Row, table=True):
    """An action that serves a plan line."""

    __tablename__ = "action_line"

    action_id: str = link("action")
    line_id: str = link("plan_line")
