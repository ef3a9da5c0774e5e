"""How the Board knows: audits, reviews, visits and inspections, what they found, and the support it is given."""

from datetime import date

from sqlmodel import Field

from boardtui.store.models.base import Row, link


class Assurance(Row, table=True):
    """An audit, peer review, department review, monitoring visit or inspection, from planned to reported.

    `validates` marks the external validation of N 8.1. The two reporting dates are those of N 5.9.
    """

    number: int = Field(unique=True)
    kind: str
    title: str
    body: str = ""
    planned_for: date | None = None
    commissioned_on: date | None = None
    done_on: date | None = None
    cases: int | None = None
    summary: str = ""
    validates: bool = False
    improvement_board_on: date | None = None
    improvement_board_meeting_id: str | None = link("meeting", optional=True)
    safeguarding_board_on: date | None = None
    source_id: str | None = link("source", optional=True)
    kept: str = ""
    restricted: str | None = None


class Finding(Row, table=True):
    """One thing an assurance found; it may have become a requirement."""

    assurance_id: str = link("assurance")
    position: int
    text: str
    paragraph: str = ""


class Judgement(Row, table=True):
    """A judgement on its own framework's scale, best level first; never compared across frameworks (DESIGN 2)."""

    assurance_id: str = link("assurance")
    position: int
    framework: str
    aspect: str
    level: str
    scale: str = ""
    given_on: date


class Support(Row, table=True):
    """A package of support from outside: who gives it, when it was agreed, what came of it (N 7.1; C 11.5)."""

    number: int = Field(unique=True)
    provider: str
    package: str
    agreed_on: date | None = None
    starts: date | None = None
    ends: date | None = None
    outcome: str = ""
    requirement_id: str | None = link("requirement", optional=True)
