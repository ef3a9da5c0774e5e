"""How the plan's lines are rated at the meetings held, from light rows, however many there are."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

from boardtui.domain.ratings import carried
from boardtui.domain.states import HELD, MeetingState, RatingStatus
from boardtui.store.reading.reader import Database, while_wanted
from boardtui.store.reading.rows import quoted

SHOWN = 6
"""How many meetings back the ratings of a line are shown."""

_HELD = f"""
SELECT m.number FROM meeting AS m
WHERE m.state IN ({quoted(state for state in HELD if state != MeetingState.IN_SESSION)})
    OR (m.state = '{MeetingState.IN_SESSION}' AND EXISTS (
        SELECT 1 FROM rating AS r WHERE r.meeting_id = m.id AND r.status = '{RatingStatus.AGREED}'))
ORDER BY m.held_on, m.number
"""
_GIVEN = """
SELECT r.line_id, m.number, r.status, r.level FROM rating AS r JOIN meeting AS m ON m.id = r.meeting_id
ORDER BY r.line_id, m.number, r.position, r.id
"""


class Rated(NamedTuple):
    """A line's agreed rating now and at each of the last meetings; whether another one is proposed since."""

    now: str | None
    history: tuple[str | None, ...]
    proposed: bool


class Held:
    """The meetings held at which ratings were agreed, in order of date; `last` are so many of them, or all."""

    def __init__(self, db: Database, shown: int | None = SHOWN) -> None:
        self._place = {number: place for place, (number,) in enumerate(db.execute(_HELD).fetchall())}
        self.last = tuple(self._place)[-shown if shown else 0 :]

    def in_force(self, agreed: Mapping[int, str]) -> tuple[str | None, ...]:
        """Return what was in force at each of the last meetings; `agreed` maps a meeting to what was agreed there."""
        met = sorted({*agreed, *self.last} & self._place.keys(), key=self._place.__getitem__)
        return carried(agreed, met, len(self.last))


def rated(db: Database, held: Held) -> list[Rated]:
    """Return how each line of the plan is rated, in no order."""
    given = groupby(db.execute(_GIVEN).fetchall(), key=lambda row: row[0])
    found = [_rated(held, [row[1:] for row in rows]) for _, rows in while_wanted(given)]
    (lines,) = db.execute("SELECT count(*) FROM plan_line").fetchone()
    return found + [_rated(held, [])] * (lines - len(found))


def _rated(held: Held, given: list[tuple[int, str, str]]) -> Rated:
    agreed = {meeting: level for meeting, status, level in given if status == RatingStatus.AGREED}
    latest = next(reversed(agreed), None)
    proposed = any(
        status == RatingStatus.PROPOSED and (latest is None or meeting > latest) for meeting, status, _ in given
    )
    return Rated(None if latest is None else agreed[latest], held.in_force(agreed), proposed)
