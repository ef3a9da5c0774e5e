"""What the Board works under, as it is read: versions of the Notice, what was agreed under it, letters received."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Subject(StrEnum):
    """What the Notice asks to be agreed."""

    PRACTICE_STANDARDS = "practice standards"
    AUDIT_PROGRAMME = "audit programme"
    REMITS = "remits of the three boards"
    SUPPORT = "package of support"
    PLAN = "Improvement Plan"
    DATASET = "dataset of indicators"


class Body(StrEnum):
    """Who agrees."""

    IMPROVEMENT_BOARD = "Improvement Board"
    SAFEGUARDING_BOARD = "Safeguarding Children Board"
    CHILDRENS_TRUST = "Children's Trust"
    DEPARTMENT = "Department for Education"
    COUNCIL = "Council"
    SECTOR = "Children's Improvement Board (sector)"


@dataclass(frozen=True)
class InstrumentVersion:
    """One version of the instrument; `because` says why it was amended, the last three how it was lifted."""

    id: str
    version: int
    number: int
    kind: str
    title: str
    issued_by: str
    commenced: date | None
    issued_on: date | None
    because: str
    note: str
    lifted_on: date | None
    lifted_by: str
    lifted_because: str


@dataclass(frozen=True)
class Agreement:
    """Something agreed, `AG1`; `decision` is the decision that agreed it, or `reference` says where it is minuted."""

    id: str
    version: int
    ref: str
    number: int
    subject: str
    body: str
    agreed_on: date
    decision: str | None
    reference: str
    note: str
    restricted: str | None = None


@dataclass(frozen=True)
class Correspondence:
    """A letter received, `L1`; `due` and how it was answered are those of the duty it brought, if it asks something."""

    id: str
    version: int
    ref: str
    number: int
    received_on: date
    dated: date | None
    sender: str
    subject: str
    asks: str
    kept: str
    summary: str
    due: date | None
    answered_on: date | None
    answered_how: str
    restricted: str | None
