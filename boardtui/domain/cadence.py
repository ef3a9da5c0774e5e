"""When the Board meets next, and whether it meets every six weeks (rule 1; N 7.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from boardtui.domain.dates import show, show_long
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.variations import SIX_WEEKS, Gap, Variation, gaps, in_force
from boardtui.domain.working_days import (
    NONE_CLOSED,
    WarningPeriod,
    closed_because,
    previous_working_day,
    warnings_on,
)


class CadenceState(StrEnum):
    """How the Board's meetings stand against the interval (N 7.2)."""

    OK = "ok"
    AGREED = "agreed variation"
    NOT_AGREED = "outside six weeks, not agreed"
    GOING_OUTSIDE = "going outside six weeks, not agreed"
    NOT_ARRANGED = "next meeting not arranged"
    NO_MEETINGS = "no meetings yet"


@dataclass(frozen=True, slots=True)
class Cadence:
    """The state of the cadence and the reason, which names the meetings and the days."""

    state: CadenceState
    reason: str


@dataclass(frozen=True, slots=True)
class ProposedMeeting:
    """A date of the series: the day it was meant for, what moved it, and what it should be warned of."""

    day: date
    intended: date
    days_since_last: int
    moved_by: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def moved_because(self) -> str:
        """Say what moved the date, or nothing when it stands where it was meant."""
        if not self.moved_by:
            return ""
        return f"Moved from {show_long(self.intended)}: {', '.join(self.moved_by)}"


def next_date(
    last: date,
    own: Mapping[date, str] = NONE_CLOSED,
    usual: int | None = None,
    interval: int = SIX_WEEKS,
    periods: Iterable[WarningPeriod] = (),
) -> ProposedMeeting:
    """Propose the next meeting: the interval after the last, or earlier, never later (rule 1).

    `usual` is the series' weekday (Monday is 0; by default that of `last`): it is the latest such day within
    the interval, moved to the nearest earlier open day. Raises ValueError when no open day is left.
    """
    if interval < 7:
        raise ValueError("Meetings must be at least 7 days apart.")
    latest = last + timedelta(days=interval)
    weekday = last.weekday() if usual is None else usual
    intended = latest - timedelta(days=(latest.weekday() - weekday) % 7)
    day = previous_working_day(intended, own)
    if day <= last:
        raise ValueError(f"There is no open day in the {interval} days after {show(last)}.")
    skipped = (intended - timedelta(days=n) for n in range((intended - day).days))
    moved_by = dict.fromkeys(closed_because(closed, own) or "" for closed in skipped)
    return ProposedMeeting(day, intended, (day - last).days, tuple(moved_by), warnings_on(day, periods))


def series(
    last: date,
    count: int,
    own: Mapping[date, str] = NONE_CLOSED,
    usual: int | None = None,
    interval: int = SIX_WEEKS,
    periods: Sequence[WarningPeriod] = (),
) -> tuple[ProposedMeeting, ...]:
    """Propose the next `count` meetings; after a move the series returns to its usual weekday (rule 1)."""
    weekday = last.weekday() if usual is None else usual
    proposed: list[ProposedMeeting] = []
    for _ in range(count):
        proposed.append(next_date(last, own, weekday, interval, periods))
        last = proposed[-1].day
    return tuple(proposed)


def usual_weekday(days: Sequence[date]) -> int:
    """Return the weekday the Board mostly meets on (Monday is 0); of two, the one it met on last."""
    counted = Counter(day.weekday() for day in days)
    latest = {day.weekday(): day for day in sorted(days)}
    return max(counted, key=lambda weekday: (counted[weekday], latest[weekday]))


def check_cadence(
    meetings: Iterable[MeetingOn],
    variations: Sequence[Variation],
    today: date,
    interval: int = SIX_WEEKS,
) -> Cadence:
    """Check that meetings held, and those planned from today on, are no further apart than allowed (N 7.2).

    Exactly the interval is fine. A longer gap needs a variation the department agreed before the meeting
    that ends it. Cancelled and postponed meetings do not count.
    """
    in_order = sorted(meetings, key=lambda m: (m.day, m.number))
    held = [m for m in in_order if m.held]
    planned = [m for m in in_order if m.to_come and m.day >= today]
    if not held:
        first = f"the first is planned for {show(planned[0].day)}" if planned else "none is planned"
        return Cadence(CadenceState.NO_MEETINGS, f"No meeting has been held yet; {first}.")
    measured = gaps([*held, *planned], variations, today, interval)
    outside = [gap for gap in measured if not gap.within]
    already = [gap for gap in outside if gap.later.held or (today - gap.earlier.day).days > gap.allowed]
    state, reasons = CadenceState.OK, [_outside(gap) for gap in outside]
    if not planned:
        state, reason = _not_arranged(held[-1], variations, today, interval)
        reasons.append(reason)
    elif outside:
        state = CadenceState.GOING_OUTSIDE
    if already:
        state = CadenceState.NOT_AGREED
    return Cadence(state, " ".join(reasons)) if reasons else _within(measured, interval)


def _not_arranged(
    last: MeetingOn, variations: Sequence[Variation], today: date, interval: int
) -> tuple[CadenceState, str]:
    """Judge a Board that has met and has nothing planned, by the days it has left."""
    agreed = in_force(variations, today + timedelta(days=1), today)
    until = last.day + timedelta(days=max(interval, agreed.days) if agreed else interval)
    if today > until:
        since = (today - last.day).days
        return CadenceState.NOT_AGREED, f"It is {since} days since {last} and no next meeting is arranged."
    return CadenceState.NOT_ARRANGED, f"No meeting is arranged after {last}; it must be by {show(until)}."


def _outside(gap: Gap) -> str:
    """Name the meetings and days of a gap nobody agreed to, and an agreement that came too late."""
    late = f"; the agreement of {show(gap.late.agreed_on)} came too late" if gap.late else ""
    return f"{_sentence(gap)}, more than {gap.allowed}, and the department has not agreed to it{late}."


def _within(measured: Sequence[Gap], interval: int) -> Cadence:
    varied = [gap for gap in measured if gap.days > interval]
    if varied:
        reasons = (f"{_sentence(gap)}, as varied: {gap.variation}." for gap in varied)
        return Cadence(CadenceState.AGREED, " ".join(reasons))
    widest = max(measured, key=lambda gap: gap.days)
    numbers = f"{measured[0].earlier.number} to {measured[-1].later.number}"
    return Cadence(CadenceState.OK, f"Meetings {numbers} are at most {widest.days} days apart; {interval} are allowed.")


def _sentence(gap: Gap) -> str:
    text = str(gap)
    return text[0].upper() + text[1:]
