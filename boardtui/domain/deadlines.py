"""What must be ready before a meeting and after it, counted back and on from its day in working days.

The days are counted as councils count them for committee papers ("clear days", Local Government Act 1972, s. 100B):
neither the day the paper leaves nor the day of the meeting is one of them. How many are wanted is the Board's setting.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from boardtui.domain.bank_holidays import no_working_day
from boardtui.domain.states import MeetingState
from boardtui.domain.working_days import NONE_CLOSED

PAPERS, AGENDA, MINUTES = 8, 5, 10
"""Working days a Board starts with: clear ones before the meeting for papers and agenda, and after it for the draft."""

_ONE_DAY = timedelta(days=1)


class Deadlines(NamedTuple):
    """The days by which a meeting's papers are in, its agenda is out, and its draft minutes are out."""

    papers: date
    agenda: date
    minutes: date


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """How many working days a Board wants, and the days it is closed of its own."""

    papers: int = PAPERS
    agenda: int = AGENDA
    minutes: int = MINUTES
    own: Mapping[date, str] = field(default_factory=dict)


def deadlines(day: date, rule: DeadlineRule) -> Deadlines:
    """Return the deadlines of a meeting on a day."""
    return Deadlines(
        clear_days_before(day, rule.papers, rule.own),
        clear_days_before(day, rule.agenda, rule.own),
        working_days_after(day, rule.minutes, rule.own),
    )


def clear_days_before(day: date, count: int, own: Mapping[date, str] = NONE_CLOSED) -> date:
    """Return the last working day that leaves `count` whole working days between itself and `day`."""
    return _step(day, count + 1, -_ONE_DAY, own)


def working_days_after(day: date, count: int, own: Mapping[date, str] = NONE_CLOSED) -> date:
    """Return the working day that is `count` working days after `day`."""
    return _step(day, count, _ONE_DAY, own)


def next_deadline(state: str, due: Deadlines, today: date) -> tuple[str, date] | None:
    """Return what is to be ready next for a meeting, and by when: nothing between its agenda and its minutes."""
    if state == MeetingState.PLANNED:
        return ("papers", due.papers) if today <= due.papers else ("agenda", due.agenda)
    if state in (MeetingState.IN_SESSION, MeetingState.DRAFT):
        return "draft minutes", due.minutes
    return None


def _step(day: date, count: int, step: timedelta, own: Mapping[date, str]) -> date:
    """Walk `count` working days; days on which nobody works are passed over."""
    while count:
        day += step
        if no_working_day(day) is None and day not in own:
            count -= 1
    return day
