"""How many actions were open after each meeting, and how many were raised and ended since the one before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from boardtui.domain.dates import show
from boardtui.domain.pictures.grid import NOTHING
from boardtui.domain.text import plural

TITLE = "Actions from meeting to meeting"
_LONGEST = 60
"""Characters of the longest bar in a text."""

BAR, DONE = "█", "▒"
"""A bar's signs: what is open, and of it what is reported done and waits to be closed."""


KEY = f"{BAR} open   {DONE} of them reported done"
"""What the signs mean."""


@dataclass(frozen=True)
class Life:
    """When an action was raised, when it ended (closed, withdrawn or superseded), and whether it is reported done."""

    raised_on: date
    ended_on: date | None
    done: bool = False

    def is_open(self, on: date) -> bool:
        """Say whether it was open at the end of a day."""
        return self.raised_on <= on and (self.ended_on is None or self.ended_on > on)


@dataclass(frozen=True)
class Stage:
    """Where the log stood on a day: after a meeting, or today (no number)."""

    meeting: int | None
    on: date
    raised: int
    ended: int
    open: int
    done: int = 0

    @property
    def called(self) -> str:
        """Return the name of the day."""
        return "today" if self.meeting is None else f"meeting {self.meeting}"

    @property
    def figures(self) -> str:
        """Say the figures of the day."""
        waits = f" ({self.done} reported done)" if self.done else ""
        return f"{self.open} open{waits}, {self.raised} raised, {self.ended} ended"


@dataclass(frozen=True)
class BurnDown:
    """Every stage, oldest first."""

    stages: tuple[Stage, ...]

    @property
    def any(self) -> bool:
        """Say whether there was ever an action."""
        return any(stage.raised for stage in self.stages)

    @property
    def most(self) -> int:
        """Return how many were open at most."""
        return max((stage.open for stage in self.stages), default=0)


def burn_down(meetings: Sequence[tuple[int, date]], actions: Sequence[Life], today: date) -> BurnDown:
    """Return the log after each meeting and as at `today`; an action counts from its day until the day it ended."""
    raised = sorted(one.raised_on for one in actions)
    ended = sorted(one.ended_on for one in actions if one.ended_on)
    over = sorted(max(one.raised_on, one.ended_on) for one in actions if one.ended_on)
    stages, before = [], date.min
    for number, on in [*meetings, (None, today)]:
        left = bisect_right(raised, on) - bisect_right(over, on)
        done = sum(one.done and one.is_open(on) for one in actions) if number is None else 0
        stages.append(Stage(number, on, _between(raised, before, on), _between(ended, before, on), left, done))
        before = max(before, on)
    return BurnDown(tuple(stages))


def _between(days: Sequence[date], after: date, until: date) -> int:
    """Count those of some days in order that lie after one day and no later than another."""
    return max(bisect_right(days, until) - bisect_right(days, after), 0)


def bars(found: BurnDown, width: int) -> Iterator[tuple[Stage, str, str]]:
    """Yield each stage with its bar, what is open and what of it is reported done, the longest `width` long."""
    scale = max(found.most, 1)
    for stage in found.stages:
        length = -(-stage.open * width // scale)
        done = -(-stage.done * width // scale)
        yield stage, BAR * (length - done), DONE * done


def as_table(found: BurnDown, width: int = 80) -> Iterator[str]:
    """Yield the picture as lines of text."""
    yield TITLE
    if not found.any:
        yield NOTHING
        return
    yield KEY
    figures = max(len(stage.figures) for stage in found.stages)
    for stage, left, done in bars(found, min(max(width - figures - 25, 10), _LONGEST)):
        yield f"{stage.called:<11} {show(stage.on):<11} {left}{done} {stage.figures}"


def in_words(found: BurnDown) -> Iterator[str]:
    """Yield the picture as sentences."""
    yield f"{TITLE}."
    if not found.any:
        yield NOTHING
        return
    for stage in found.stages:
        since = f"{plural(stage.raised, 'action')} raised and {stage.ended} ended since the one before"
        waits = f", {stage.done} of them reported done" if stage.done else ""
        yield f"{stage.called.capitalize()}, {show(stage.on)}: {stage.open} open{waits}; {since}."


def as_shape(found: BurnDown) -> dict[str, Any]:
    """Return the picture as plain lists and names, for a program."""
    return {
        "picture": "burndown",
        "title": TITLE,
        "stages": [
            {
                "meeting": stage.meeting,
                "date": stage.on,
                "raised": stage.raised,
                "ended": stage.ended,
                "open": stage.open,
                "reported_done": stage.done,
            }
            for stage in found.stages
        ],
    }
