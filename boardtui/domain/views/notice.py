"""Frozen views of what the Board works under."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Requirement:
    """A requirement and what answers it: plan lines, or obligations where it binds Board, Chair or department."""

    id: str
    version: int
    ref: str
    source: str
    heading: str
    text: str
    binds: str
    band: str
    due: date | None
    own_number: bool
    answered_by: tuple[str, ...]
    finding: str | None = None
    withdrawn_on: date | None = None
    withdrawn_because: str = ""


@dataclass(frozen=True)
class Source:
    """A published document that holds requirements."""

    code: str
    kind: str
    title: str
    publisher: str
    published: date | None
    note: str


@dataclass(frozen=True)
class Obligation:
    """A dated duty and its state."""

    id: str
    version: int
    ref: str
    title: str
    requirement: str | None
    binds: str
    due: date | None
    send_by: date | None
    met_on: date | None
    state: str
    evidence: str
    note: str
    original_due: date | None = None
    months: int | None = None
    counted_from: date | None = None
    repeats_months: int | None = None
    correspondence: int | None = None
    not_applicable: str | None = None
    restricted: str | None = None
