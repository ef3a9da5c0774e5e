"""What the Board works under: the instrument, the sources, what they require, the dated duties."""

from datetime import date

from sqlmodel import Field

from boardtui.store.models.base import Row, link


class Instrument(Row, table=True):
    """The Improvement Notice (or appointment) the Board works under, and when it commenced."""

    kind: str
    title: str
    issued_by: str = ""
    commenced: date | None = None
    note: str = ""


class Source(Row, table=True):
    """A published document that holds requirements."""

    code: str = Field(unique=True)
    kind: str
    title: str
    publisher: str = ""
    published: date | None = None
    note: str = ""


class Requirement(Row, table=True):
    """One thing a source demands, of whom, with its paragraph (`N 5.7`)."""

    source_id: str = link("source")
    position: int
    ref: str = Field(unique=True)
    heading: str = ""
    text: str
    binds: str = "council"
    band: str = ""
    due: date | None = None
    own_number: bool = False


class Obligation(Row, table=True):
    """A dated duty on the Board, the Chair, the council or the department."""

    position: int
    ref: str = Field(unique=True)
    title: str
    requirement_id: str | None = link("requirement", optional=True)
    binds: str = "council"
    due: date | None = None
    met_on: date | None = None
    evidence: str = ""
    not_applicable: str | None = None
    note: str = ""
