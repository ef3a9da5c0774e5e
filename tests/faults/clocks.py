"""Clocks that go back, leap days, the year's end, the hour that is skipped or comes twice: order and dates hold."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from boardtui.domain.states import Role
from boardtui.services import meetings, undo
from boardtui.services.desk import Desk
from boardtui.store.reading.meetings import meetings as all_meetings
from boardtui.store.reading.meetings import next_meeting
from tests.faults import boards
from tests.faults.tally import Ground, Tally

MOMENTS = (
    datetime(2016, 2, 29, 9, 0),
    datetime(2013, 12, 31, 23, 59, 58),
    datetime(2013, 3, 31, 0, 59, 59),
    datetime(2013, 10, 27, 1, 59, 59),
    datetime(2013, 2, 21, 14, 5),
    datetime(1999, 12, 31, 23, 59, 59),
)
"""Moments at which a clock is likely to be wrong; the last is a laptop whose battery was empty."""

JUMPS = (-86_400 * 400, -86_400, -3_600, -60, -1, 0, 1, 3_600, 86_400)
"""Seconds by which a clock is moved between two lines of minutes."""


@dataclass
class _Clock:
    """A clock that somebody moves."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def wrong_clocks(ground: Ground, tries: int) -> Tally:
    """Minute a meeting while the clock jumps about; undo and redo; plan the next meeting."""
    tally = Tally("clock set back, leap day, year end, DST")
    for _ in range(tries):
        path = ground.copy(ground.small)
        told: list[str] = []
        clock = _Clock(ground.chance.choice(MOMENTS))
        with closing(Desk(path, who="Secretary", role=Role.SECRETARY, clock=clock)) as opened:
            for number in range(6):
                boards.minute(opened, number)
                told.append(str(number))
                clock.now += timedelta(seconds=ground.chance.choice(JUMPS))
            opened.do(lambda work: undo.undo(work))
            opened.do(lambda work: undo.redo(work))
            wrong = _times(opened)
        gone, more = boards.missing(path, told)
        tally.count(*wrong, *more, lost=gone)
    return tally


def _times(opened: Desk) -> list[str]:
    """Close the meeting and look at what was computed from the clock."""
    opened.do(lambda work: meetings.close_meeting(work, boards.IN_SESSION))
    found = next(one for one in opened.read(all_meetings) if one.number == boards.IN_SESSION)
    wrong = [] if found.date == date(2013, 2, 21) else [f"the meeting moved to {found.date}"]
    opened.read(lambda db: next_meeting(db, opened.today))
    return wrong
