"""The forward plan: meeting by meeting what will come, by the records as they stand (rule 9; N 7.2, 7.3, 8.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boardtui.domain import views
from boardtui.domain.dataset import Indicator
from boardtui.domain.dates import show
from boardtui.domain.deadlines import Deadlines
from boardtui.domain.obligations import ObligationState
from boardtui.domain.periods import latest_due, period_end, shown_period
from boardtui.domain.ratings import Scheme, is_complete
from boardtui.domain.states import ActionState, ItemState
from boardtui.domain.text import listed, plural

_AHEAD = (ObligationState.OVERDUE, ObligationState.DUE_SOON, ObligationState.NOT_YET_DUE)


class Part(StrEnum):
    """What can come before a meeting, in the order it is listed."""

    STANDING = "Standing items"
    ITEM = "Items placed"
    ACTION = "Actions due"
    LINE = "Plan lines"
    DUTY = "Duties and reports"
    FIGURES = "Figures due"


@dataclass(frozen=True)
class Ahead:
    """One thing to come: what it is, its reference, by when, and who has it in hand."""

    part: Part
    ref: str
    text: str
    on: date | None = None
    who: str = ""
    restricted: str | None = None


@dataclass(frozen=True)
class ComingMeeting:
    """A meeting to come, its agenda as it is now, and by when its papers are due."""

    meeting: views.Meeting
    items: tuple[views.Item, ...]
    due: Deadlines | None = None


@dataclass(frozen=True)
class ForwardPaper:
    """What the forward plan rests on: the meetings to come, and every record that has a day ahead.

    `again` are the ratings in force that say on which day the line is to be looked at again.
    """

    board: views.Board
    on: date
    meetings: tuple[ComingMeeting, ...]
    actions: tuple[views.Action, ...]
    lines: tuple[views.PlanLine, ...]
    again: tuple[views.Rating, ...]
    obligations: tuple[views.Obligation, ...]
    indicators: tuple[Indicator, ...]
    scheme: Scheme
    people: Mapping[str, views.Person]


@dataclass(frozen=True)
class MeetingAhead:
    """A meeting to come and what will come before it."""

    meeting: views.Meeting
    due: Deadlines | None
    ahead: tuple[Ahead, ...]

    def of(self, part: Part) -> tuple[Ahead, ...]:
        """Return what comes before it of one kind."""
        return tuple(one for one in self.ahead if one.part is part)


def forward_plan(paper: ForwardPaper) -> tuple[MeetingAhead, ...]:
    """Return what comes before each meeting, in the order of their days.

    An action, a plan line and a figure come to the first meeting on or after their day; a duty to the last one on or
    before its day, because the Board has to see a report before it is sent. What is late comes to the first.
    """
    days = [one.meeting.date for one in paper.meetings]
    found: dict[int, list[Ahead]] = {one.meeting.number: list(_agenda(one.items)) for one in paper.meetings}
    for one in (*_actions(paper.actions), *_lines(paper)):
        if (at := _first_from(days, one.on)) is not None:
            found[paper.meetings[at].meeting.number].append(one)
    for one in _duties(paper.obligations):
        if (at := _last_until(days, one.on, paper.board.interval_days)) is not None:
            found[paper.meetings[at].meeting.number].append(one)
    before: date | None = None
    for coming in paper.meetings:
        found[coming.meeting.number] += _figures(paper.indicators, before, coming.meeting.date)
        before = coming.meeting.date
    order = list(Part)
    return tuple(
        MeetingAhead(
            one.meeting,
            one.due,
            tuple(sorted(found[one.meeting.number], key=lambda each: (order.index(each.part), each.on or date.min))),
        )
        for one in paper.meetings
    )


def _first_from(days: Sequence[date], day: date | None) -> int | None:
    return next((n for n, meets in enumerate(days) if day is not None and meets >= day), None)


def _last_until(days: Sequence[date], day: date | None, interval: int) -> int | None:
    """Return the last meeting on or before a day, the first where there is none; nothing when it is far beyond all."""
    if day is None or not days or (day - days[-1]).days > interval:
        return None
    return max((n for n, meets in enumerate(days) if meets <= day), default=0)


def _agenda(items: Sequence[views.Item]) -> Iterator[Ahead]:
    """Tell the standing items in one line, and each item that was placed or deferred by itself."""
    placed = [one for one in items if one.kind == "item" or one.deferred_from is not None]
    standing = [one for one in items if one not in placed and one.state != ItemState.DEFERRED]
    if standing:
        minutes = sum(one.minutes for one in standing)
        yield Ahead(Part.STANDING, "", f"{plural(len(standing), 'item')}, {minutes} min")
    for one in placed:
        if one.state == ItemState.DEFERRED:
            continue
        moved = f" (deferred from meeting {one.deferred_from})" if one.deferred_from else ""
        yield Ahead(Part.ITEM, str(one.number), f"{one.title}{moved}", None, one.presenter or "", one.restricted)


def _actions(actions: Iterable[views.Action]) -> Iterator[Ahead]:
    for one in actions:
        done = " (reported done)" if one.state == ActionState.DONE else ""
        yield Ahead(Part.ACTION, one.ref, f"{one.text}{done}", one.due, ", ".join(one.leads), one.restricted)


def _lines(paper: ForwardPaper) -> Iterator[Ahead]:
    looked_at = {one.line: one.recheck_on for one in paper.again}
    for one in paper.lines:
        if (again := looked_at.get(one.ref)) is not None:
            yield Ahead(Part.LINE, one.ref, f"Look again: {one.title}", again, one.lead or "")
        elif one.proposed:
            yield Ahead(Part.LINE, one.ref, f"Agree the rating proposed: {one.title}", paper.on, one.lead or "")
        elif one.due is not None and not _complete(paper.scheme, one.rating):
            yield Ahead(Part.LINE, one.ref, f"Due to be complete: {one.title}", one.due, one.lead or "")


def _complete(scheme: Scheme, letter: str | None) -> bool:
    return any(level.letter == letter and is_complete(level) for level in scheme)


def _duties(obligations: Iterable[views.Obligation]) -> Iterator[Ahead]:
    for one in obligations:
        if one.due is not None and one.state in _AHEAD:
            yield Ahead(Part.DUTY, one.ref, one.title, one.due, one.binds)


def _figures(indicators: Iterable[Indicator], before: date | None, day: date) -> Iterator[Ahead]:
    """Name the indicators whose next value is due between two meetings; before the first, those that are late too."""
    by_period: dict[str, list[Indicator]] = {}
    for one in indicators:
        measure = one.measure
        due = latest_due(measure.frequency, measure.lag_days, day)
        if before is None:
            there = period_end(measure.frequency, one.latest.period) if one.latest else date.min
        else:
            there = latest_due(measure.frequency, measure.lag_days, before)
        if due > there:
            by_period.setdefault(shown_period(measure.frequency, due), []).append(one)
    for period, found in by_period.items():
        yield Ahead(Part.FIGURES, "", f"{period}: {listed([one.ref for one in found])}", day, "")


def said_when(one: Ahead, on: date) -> str:
    """Say by when a thing is due, and that it is late where it is; figures come with their meeting."""
    if one.on is None or one.part is Part.FIGURES:
        return ""
    return f"{show(one.on)}{', late' if one.on < on and one.part is not Part.LINE else ''}"
