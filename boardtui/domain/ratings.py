"""The rating scheme, what a rating must come with, and its direction of travel (rules 5 and 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boardtui.domain.text import listed


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a Board's scheme; never colour alone, always letter and word beside it (rule 5).

    `rank` orders the levels for the direction of travel: 1 is the worst, 0 is not a rating at all.
    """

    letter: str
    word: str
    meaning: str
    colour: str
    rank: int
    needs_path: bool = False
    needs_evidence: bool = False


Scheme = tuple[Level, ...]
"""A Board's levels in the order its key is printed."""

DEFAULT_SCHEME: Scheme = (
    Level(
        "R", "Red", "off track: no recovery agreed, or the agreed one is not yet working", "#b3261e", 1, needs_path=True
    ),
    Level("A", "Amber", "off track with a recovery plan, or at risk", "#b25e00", 2, needs_path=True),
    Level("G", "Green", "on track", "#2e7d32", 3),
    Level("B", "Blue", "complete and embedded, with evidence", "#1f5fa8", 4, needs_evidence=True),
    Level("-", "Not rated", "not rated", "#6b6b6b", 0),
)
"""The four levels of rule 5, and *not rated*."""


class Direction(StrEnum):
    """Where a plan line is going, against the rating agreed at the previous meeting (DESIGN 2)."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    NEW = "new"


def is_complete(level: Level | None) -> bool:
    """Say whether a level is Blue in its scheme: it asks for evidence (rule 5)."""
    return level is not None and level.rank > 0 and level.needs_evidence


def level_of(scheme: Scheme, letter: str) -> Level:
    """Find a level by its letter, in either case; raises ValueError naming the letters there are."""
    for level in scheme:
        if level.letter.casefold() == letter.strip().casefold():
            return level
    letters = listed([level.letter for level in scheme], joined_by="or")
    raise ValueError(f"“{letter}” is not a rating of this Board: it is {letters}.")


def check_rating(
    scheme: Scheme,
    previous: str | None,
    level: str,
    reason: str = "",
    path: str = "",
    evidence: str = "",
    recheck: date | None = None,
) -> tuple[str, ...]:
    """Say in sentences what a rating still needs; nothing when it can be given (rule 6).

    A change, the first rating included, needs a reason; off track needs a path to green; complete needs
    evidence and a day to look again, because what was gained must be sustained (N 1; C 4.2).
    """
    try:
        given = level_of(scheme, level)
    except ValueError as unknown:
        return (str(unknown),)
    named = f"{given.letter} ({given.word})"
    problems: list[str] = []
    if (previous is None or previous.casefold() != given.letter.casefold()) and not reason.strip():
        problems.append(f"A change to {named} needs a reason.")
    if given.needs_path and not path.strip():
        problems.append(f"{named} needs a path to green: what will be done, by whom and by when.")
    if given.needs_evidence and not evidence.strip():
        problems.append(f"{named} needs evidence.")
    if given.needs_evidence and recheck is None:
        problems.append(f"{named} needs a date to look again.")
    return tuple(problems)


def direction(scheme: Scheme, previous: str | None, current: str | None) -> Direction | None:
    """Compare two agreed ratings; new without an earlier one, nothing without a present one (DESIGN 2)."""
    before, now = _rank(scheme, previous), _rank(scheme, current)
    if not now:
        return None
    if not before:
        return Direction.NEW
    if now == before:
        return Direction.SAME
    return Direction.BETTER if now > before else Direction.WORSE


def carried(agreed: Mapping[int, str], meetings: Sequence[int], last: int = 6) -> tuple[str | None, ...]:
    """Give the agreed rating in force at each of the last meetings, carried forward from the latest before.

    `agreed` maps a meeting's number to the letter agreed there; `meetings` are all of them, in order of date.
    """
    in_force: str | None = None
    letters: list[str | None] = []
    for number in meetings:
        in_force = agreed.get(number, in_force)
        letters.append(in_force)
    return tuple(letters[-last:]) if last > 0 else ()


def _rank(scheme: Scheme, letter: str | None) -> int:
    """Return a letter's rank; 0 for none and for one the scheme no longer has."""
    if letter is None:
        return 0
    return next((level.rank for level in scheme if level.letter == letter), 0)
