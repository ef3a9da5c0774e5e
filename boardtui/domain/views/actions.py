"""Frozen views of an action and its log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Action:
    """An action as it stands; `rating` is computed (rule 6), `days_late` is 0 unless it is overdue.

    `evidence_restricted` and `update_restricted` say why the evidence and the last update stay out of open papers,
    which may be so while the action itself is open (rule 12). `known_as` is its reference in the log it came from,
    `due_said` what stands there in place of a date.
    """

    id: str
    version: int
    ref: str
    text: str
    leads: tuple[str, ...]
    supporters: tuple[str, ...]
    raised_at: int
    raised_on: date
    item: int | None
    item_title: str
    due: date | None
    original_due: date | None
    due_meeting: int | None
    slips: int
    state: str
    rating: str | None
    days_late: int
    done_on: date | None
    closed_on: date | None
    closed_at: int | None
    evidence: str
    restricted: str | None
    lines: tuple[str, ...]
    last_update: str
    evidence_restricted: str | None = None
    update_restricted: str | None = None
    withheld: bool = False
    known_as: str = ""
    due_said: str = ""


@dataclass(frozen=True)
class Update:
    """One line of an action's log."""

    on: date
    by: str
    kind: str
    text: str
    due_before: date | None
    due_after: date | None
    meeting: int | None
    restricted: str | None
