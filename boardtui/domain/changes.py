"""What changed between two moments of the Board, by comparing what was read at each of them (DESIGN 5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from boardtui.domain import views
from boardtui.domain.dataset import Indicator
from boardtui.domain.dates import show
from boardtui.domain.figures import figure
from boardtui.domain.ratings import Scheme
from boardtui.domain.states import OPEN_ACTIONS, ActionState
from boardtui.domain.text import listed, plural


@dataclass(frozen=True)
class Moment:
    """A moment of the Board: the journal's entry, its day, and the meeting that closed then, if it was one."""

    entry: int
    day: date
    meeting: int | None = None


@dataclass(frozen=True)
class Stand:
    """What is read of the Board at a moment, to be compared with another.

    `moved` is each action's last move, `lines_moved` each plan line's.
    """

    at: Moment
    board: views.Board
    lines: tuple[views.PlanLine, ...]
    actions: tuple[views.Action, ...]
    indicators: tuple[Indicator, ...]
    decisions: tuple[views.Entry, ...]
    obligations: tuple[views.Obligation, ...]
    scheme: Scheme
    people: Mapping[str, views.Person]
    moved: Mapping[str, views.Update]
    lines_moved: Mapping[str, views.LineMove]


@dataclass(frozen=True)
class RatingChange:
    """A plan line whose agreed rating changed; `was` is None for a line that had none."""

    line: views.PlanLine
    was: str | None


@dataclass(frozen=True)
class DateChange:
    """An open action whose due date moved, and what was said of it; `later` says that it slipped."""

    action: views.Action
    was: date | None
    move: views.Update | None

    @property
    def later(self) -> bool:
        """Say whether it slipped: a later date than before, or none where there was one."""
        return self.was is not None and (self.action.due is None or self.action.due > self.was)


@dataclass(frozen=True)
class LineDateChange:
    """A plan line whose due date moved, and the move that says why, with the decision it cites."""

    line: views.PlanLine
    was: date | None
    move: views.LineMove | None


@dataclass(frozen=True)
class IndicatorChange:
    """An indicator whose latest value or status changed; `was` is None for one that was not there."""

    now: Indicator
    was: Indicator | None


@dataclass(frozen=True)
class Changes:
    """Everything that changed from one moment to another, each in the order of its own list.

    `closed` are the actions on which nobody has more to do, and those reported done, which wait to be accepted.
    """

    since: Stand
    until: Stand
    ratings: tuple[RatingChange, ...]
    lines: tuple[LineDateChange, ...]
    raised: tuple[views.Action, ...]
    closed: tuple[views.Action, ...]
    moved: tuple[DateChange, ...]
    indicators: tuple[IndicatorChange, ...]
    decisions: tuple[views.Entry, ...]
    met: tuple[views.Obligation, ...]


def compare(since: Stand, until: Stand) -> Changes:
    """Return what is at the later moment that was not so at the earlier one."""
    lines = {line.ref: line for line in since.lines}
    actions = {action.ref: action for action in since.actions}
    measured = {one.ref: one for one in since.indicators}
    decided = {one.decision_ref for one in since.decisions}
    met = {one.ref for one in since.obligations if one.met_on}
    return Changes(
        since,
        until,
        tuple(
            RatingChange(line, lines[line.ref].rating if line.ref in lines else None)
            for line in until.lines
            if line.rating != (lines[line.ref].rating if line.ref in lines else None)
        ),
        tuple(
            LineDateChange(line, lines[line.ref].due, until.lines_moved.get(line.ref))
            for line in until.lines
            if line.ref in lines and line.due != lines[line.ref].due
        ),
        tuple(one for one in until.actions if one.ref not in actions),
        tuple(
            one
            for one in until.actions
            if one.state not in (ActionState.OPEN, ActionState.RETURNED)
            and (one.ref not in actions or one.state != actions[one.ref].state)
        ),
        tuple(
            DateChange(one, actions[one.ref].due, until.moved.get(one.ref))
            for one in until.actions
            if one.ref in actions and one.due != actions[one.ref].due and one.state in OPEN_ACTIONS
        ),
        tuple(
            IndicatorChange(one, measured.get(one.ref))
            for one in until.indicators
            if _measured(one) != _measured(measured.get(one.ref))
        ),
        tuple(one for one in until.decisions if one.decision_ref not in decided),
        tuple(one for one in until.obligations if one.met_on and one.ref not in met),
    )


def said(at: Moment) -> str:
    """Name a moment: `meeting 4 (4 Apr 2013)`, or the day."""
    return f"meeting {at.meeting} ({show(at.day)})" if at.meeting else show(at.day)


def period(found: Changes) -> str:
    """Name the two moments: `From meeting 4 (4 Apr 2013) to 20 May 2013`."""
    return f"From {said(found.since.at)} to {said(found.until.at)}"


def summary(found: Changes) -> str:
    """Count what changed, in one sentence."""
    slipped = sum(1 for one in found.moved if one.later)
    counts = (
        plural(len(found.ratings), "rating changed", "ratings changed"),
        plural(len(found.lines), "plan line moved", "plan lines moved"),
        plural(len(found.raised), "action raised", "actions raised"),
        f"{len(found.closed)} closed, ended or reported done",
        f"{slipped} slipped",
        plural(len(found.indicators), "indicator moved", "indicators moved"),
        plural(len(found.decisions), "decision"),
        plural(len(found.met), "duty met", "duties met"),
    )
    return f"{listed(counts)}."


def measured(one: Indicator | None) -> str:
    """Return an indicator's latest value with its period: `76% for 31 Jan 2013`."""
    if one is None or one.latest is None:
        return "No value"
    return f"{figure(one.latest.value, one.unit)} for {show(one.latest.period)}"


def _measured(one: Indicator | None) -> object:
    """Return what is compared of an indicator: its latest value, the value's period, and its status."""
    if one is None:
        return None
    return (one.latest.period, one.latest.value, one.state) if one.latest else (None, None, one.state)
