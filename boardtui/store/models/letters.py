"""The Chair's letters to the Minister, block by block."""

from datetime import date

from sqlmodel import Field

from boardtui.store.models.base import Row, link


class Letter(Row, table=True):
    """A letter from the Chair; it covers the meetings from `first_meeting` to `last_meeting`."""

    number: int = Field(unique=True)
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
    """One block of a letter: what the program drafted from the records, and what the Chair made of it."""

    __tablename__ = "letter_block"

    letter_id: str = link("letter")
    position: int
    key: str
    heading: str = ""
    text: str = ""
    drafted: str = ""
