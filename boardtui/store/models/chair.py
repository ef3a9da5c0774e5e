"""What the Chair decided or asked in the queue, and to whom the Board file was handed."""

from datetime import date

from sqlmodel import Field

from boardtui.store.models.base import Row, link


class Review(Row, table=True):
    """One thing that the Chair agreed, returned or queried; a query stays open until it is answered.

    It is answered by what somebody recorded, or in the minute entry it names.

    `point` is what was looked at (`done 2013-05-14`, `slips 2`): the same record comes back when something new
    is to be decided about it.
    """

    number: int = Field(unique=True)
    action_id: str | None = link("action", optional=True)
    rating_id: str | None = link("rating", optional=True)
    meeting_id: str | None = link("meeting", optional=True)
    letter_id: str | None = link("letter", optional=True)
    point: str
    decision: str
    text: str = ""
    asked_of_id: str | None = link("office", optional=True)
    given_on: date
    given_by: str = ""
    answered_on: date | None = None
    answered_by: str = ""
    answer: str = ""
    answered_in_id: str | None = link("entry", optional=True)
    restricted: str | None = None


class Handover(Row, table=True):
    """One time that the Board file was handed over: to whom, and how it came back.

    `their_heads` lists the hashes of the entries that a copy made apart from ours, so that what was sealed in it
    is still known here after it was adopted row by row.
    """

    number: int = Field(unique=True)
    to_role: str
    to_name: str = ""
    given_on: date
    given_by: str = ""
    note: str = ""
    ended_on: date | None = None
    ended_how: str = ""
    their_heads: str = ""
