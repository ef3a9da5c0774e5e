"""What assures the Board, as it is read: audits and reviews with findings, judgements, support, evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AssuranceKind(StrEnum):
    """What kind of look from inside or outside it is."""

    AUDIT = "audit"
    MULTI_AGENCY_AUDIT = "multi-agency audit"
    PEER_REVIEW = "peer review"
    DEPARTMENT_REVIEW = "department review"
    MONITORING_VISIT = "monitoring visit"
    INSPECTION = "inspection"
    COMMISSIONER_REVIEW = "Commissioner's review"


AUDITS = (AssuranceKind.AUDIT, AssuranceKind.MULTI_AGENCY_AUDIT)
"""The quality assurance audits of N 5.8 and 5.9."""


@dataclass(frozen=True)
class Finding:
    """One finding, `A3.2`; `requirement` is what it became, if it did."""

    id: str
    ref: str
    text: str
    paragraph: str
    requirement: str | None


@dataclass(frozen=True)
class Judgement:
    """A judgement on its own framework's scale; `scale` lists the levels, best first."""

    assurance: str
    framework: str
    aspect: str
    level: str
    scale: tuple[str, ...]
    given_on: date


@dataclass(frozen=True)
class Assurance:
    """An audit, review, visit or inspection, `A3`; the board dates say when it was reported to which (N 5.9)."""

    id: str
    version: int
    ref: str
    number: int
    kind: str
    title: str
    body: str
    planned_for: date | None
    commissioned_on: date | None
    done_on: date | None
    cases: int | None
    summary: str
    validates: bool
    improvement_board_on: date | None
    improvement_board_meeting: int | None
    safeguarding_board_on: date | None
    source: str | None
    kept: str
    restricted: str | None
    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]

    @property
    def state(self) -> str:
        """Return `planned`, `commissioned`, `done` or `reported`."""
        if self.done_on is None:
            return "commissioned" if self.commissioned_on else "planned"
        return "reported" if self.improvement_board_on else "done"


@dataclass(frozen=True)
class Support:
    """A package of support, `SP1` (N 7.1; C 11.5)."""

    id: str
    version: int
    ref: str
    number: int
    provider: str
    package: str
    agreed_on: date | None
    starts: date | None
    ends: date | None
    outcome: str
    requirement: str | None


@dataclass(frozen=True)
class Evidence:
    """A piece of evidence for a plan line, `E4`."""

    id: str
    version: int
    ref: str
    number: int
    line: str
    title: str
    kept: str
    dated: date | None
    verified_by: str
    verified_on: date | None
    restricted: str | None
