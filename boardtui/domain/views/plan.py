"""Frozen views of the Improvement Plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Rating:
    """One rating of a plan line."""

    line: str
    meeting: int
    meeting_on: date
    status: str
    level: str
    on: date
    by: str
    reason: str
    path: str
    evidence: str
    recheck_on: date | None
    restricted: str | None = None
    withheld: bool = False
    id: str = ""


@dataclass(frozen=True)
class LineWord:
    """What the record says of a plan line on a day: minuted of it, in the log of an action that serves it, or moved.

    `ref` is the paragraph of the minutes (`5/5.9`), the action (`4/03`) or nothing for a move, whose new date is `due`;
    `about` is what the action asks.
    """

    line: str
    kind: str
    on: date
    meeting: int | None
    ref: str
    about: str
    text: str
    due: date | None


@dataclass(frozen=True)
class PlanLine:
    """A plan line; `history` is the agreed rating in force at each of the last six meetings held, oldest first.

    `agreed_on` is the day of the meeting that gave it its rating, reason and path; `restricted` says why the reason and
    path stay out of open papers, if they do (rule 12); `restricted_actions` are those of its open actions that do;
    `since` is what the record says of it after that day, oldest first, without what is restricted.
    """

    id: str
    version: int
    ref: str
    theme: str
    title: str
    outcome: str
    lead: str | None
    partners: tuple[str, ...]
    starts: date | None
    due: date | None
    original_due: date | None
    moves: int
    success: str
    rating: str | None
    previous: str | None
    direction: str | None
    history: tuple[tuple[int, str | None], ...]
    reason: str
    path: str
    proposed: str | None
    answers: tuple[str, ...]
    open_actions: tuple[str, ...]
    overdue_actions: tuple[str, ...]
    restricted: str | None = None
    restricted_actions: tuple[str, ...] = ()
    withheld: bool = False
    agreed_on: date | None = None
    since: tuple[LineWord, ...] = ()


@dataclass(frozen=True)
class LineMove:
    """A plan line's due date was moved; `restricted` if what was minuted of it, or the decision it cites, is."""

    on: date
    before: date | None
    after: date
    reason: str
    meeting: int | None
    restricted: str | None = None
