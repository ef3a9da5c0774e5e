"""What the Board works under: the instrument, the sources, what they require, the dated duties."""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field

from boardtui.store.models.base import Row, link


class Instrument(Row, table=True):
    """One version of the Improvement Notice (or appointment) the Board works under, and when it commenced.

    The one with the highest `number` is in force, until it is lifted (N 8.2; DESIGN 4).
    """

    number: int = Field(default=1, unique=True)
    kind: str
    title: str
    issued_by: str = ""
    commenced: date | None = None
    issued_on: date | None = None
    because: str = ""
    note: str = ""
    lifted_on: date | None = None
    lifted_by: str = ""
    lifted_because: str = ""


class Source(Row, table=True):
    """A published document that holds requirements."""

    code: str = Field(unique=True)
    kind: str
    title: str
    publisher: str = ""
    published: date | None = None
    note: str = ""


class Requirement(Row, table=True):
    """One thing a source demands, of whom, with its paragraph (`N 5.7`); in force until it is withdrawn."""

    __table_args__ = (Index("ix_requirement_listed", "source_id", "position", "ref"),)

    source_id: str = link("source")
    position: int
    ref: str = Field(unique=True)
    heading: str = ""
    text: str
    binds: str = "council"
    band: str = ""
    due: date | None = None
    own_number: bool = False
    finding_id: str | None = link("finding", optional=True)
    withdrawn_on: date | None = None
    withdrawn_because: str = ""


class Obligation(Row, table=True):
    """A dated duty on the Board, the Chair, the council or the department.

    `due` is `months` after `counted_from` where both are given, and with `repeats_months` comes again and again;
    `original_due` is kept when an amended Notice gives another date. A letter received may have brought it.
    """

    position: int
    ref: str = Field(unique=True)
    title: str
    requirement_id: str | None = link("requirement", optional=True)
    correspondence_id: str | None = link("correspondence", optional=True)
    binds: str = "council"
    due: date | None = None
    original_due: date | None = None
    months: int | None = None
    counted_from: date | None = None
    repeats_months: int | None = None
    met_on: date | None = None
    evidence: str = ""
    not_applicable: str | None = None
    note: str = ""


class Agreement(Row, table=True):
    """Something a body agreed that the Notice asks to be agreed: the audit programme, the remits (N 5.8, 6.1)."""

    number: int = Field(unique=True)
    subject: str
    body: str
    agreed_on: date
    entry_id: str | None = link("entry", optional=True)
    reference: str = ""
    note: str = ""
