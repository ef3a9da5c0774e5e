"""The Chair's letters and reports block by block, what each figure rests on, and letters received."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from boardtui.store.models.base import Row, link


class Letter(Row, table=True):
    """A letter or report; it covers the meetings from `first_meeting` to `last_meeting`.

    Letters and reports (`series`) are numbered apart; a report's `kind` says which the Notice asks for (N 8.1, 8.2).
    """

    __table_args__ = (UniqueConstraint("series", "number"),)

    series: str = "letter"
    kind: str = "letter"
    number: int
    subject: str
    reference: str = ""
    dated: date | None = None
    addressee: str = ""
    address: str = ""
    salutation: str = "Dear Minister"
    signs_as: str = ""
    copies: str = ""
    first_meeting: int
    last_meeting: int
    state: str = "draft"
    signed_on: date | None = None
    signed_by: str = ""
    signed_how: str = ""
    sent_on: date | None = None
    sent_to: str = ""
    journal_at_signing: int | None = None


class LetterBlock(Row, table=True):
    """One block: what the program drafted from the records, and what its author made of it."""

    __tablename__ = "letter_block"

    letter_id: str = link("letter")
    position: int
    key: str
    heading: str = ""
    text: str = ""
    drafted: str = ""


class Figure(Row, table=True):
    """A figure in a drafted block: the words it was put in, the record it came from, and its value then."""

    block_id: str = link("letter_block")
    position: int
    said: str
    ref: str
    value: str


class FactComment(Row, table=True):
    """One comment of the council's fact check, and what the Chair decided about it (DESIGN 4)."""

    __tablename__ = "fact_comment"

    letter_id: str = link("letter")
    block_id: str | None = link("letter_block", optional=True)
    position: int
    given_on: date
    given_by: str = ""
    text: str
    decision: str = ""
    decided_on: date | None = None
    answer: str = ""


class Correspondence(Row, table=True):
    """A letter received: from whom, about what, and what it asks (DESIGN 2)."""

    number: int = Field(unique=True)
    received_on: date
    dated: date | None = None
    sender: str
    subject: str
    asks: str = ""
    kept: str = ""
    summary: str = ""
    restricted: str | None = None
