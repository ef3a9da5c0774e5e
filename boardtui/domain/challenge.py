"""What a Chair may challenge: the rating a line was given beside what the program knows of it (rule 7).

Nothing here overrules a rating. Schemes differ between councils (rule 5), so levels are known by what they ask:
*on track* asks for neither a path nor evidence (Green), *recovering* for a path without being the worst (Amber),
*complete* for evidence (Blue).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import takewhile

from boardtui.domain import views
from boardtui.domain.assured import Evidence
from boardtui.domain.challenge_facts import Fact, claimed, due_moved, late, measured, rated, standing
from boardtui.domain.dataset import Indicator
from boardtui.domain.dates import show
from boardtui.domain.figures import in_words
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.ratings import Direction, Level, Scheme, is_complete
from boardtui.domain.text import listed, plural, times

__all__ = (
    "KINDER",
    "Fact",
    "Flag",
    "FlagKind",
    "Heard",
    "LineFacts",
    "flags",
    "is_complete",
    "is_on_track",
    "is_recovering",
)

UNCHANGED_FOR = 3
"""Meetings in a row at which an Amber rating stands before it is challenged."""

MOVED = 2
"""Moves of a due date before it is challenged."""


class FlagKind(StrEnum):
    """What the program noticed (rule 7)."""

    GREEN_OVERDUE = "on track with an overdue action"
    GREEN_FAILING = "on track while an indicator is failing"
    AMBER_UNCHANGED = "off track and unchanged for three meetings"
    DUE_MOVED = "due date moved twice or more"
    BLUE_NO_EVIDENCE = "complete without evidence"
    BLUE_RECHECK = "complete and past its re-check date"
    BLUE_FALLING = "complete with a falling indicator"
    PAST_DUE = "due date past and not complete"
    NO_UPDATE = "no update since the last meeting"


KINDER = (
    FlagKind.GREEN_OVERDUE,
    FlagKind.GREEN_FAILING,
    FlagKind.BLUE_FALLING,
    FlagKind.BLUE_RECHECK,
    FlagKind.BLUE_NO_EVIDENCE,
)
"""The flags that say a rating may be kinder than the record, in every paper that says so."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to ask about a plan line: a sentence to say out loud, and the facts behind it."""

    kind: FlagKind
    line: str
    sentence: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """The last that was heard of a line: on which day, from which record, in what words."""

    on: date
    ref: str
    words: str


@dataclass(frozen=True, slots=True)
class LineFacts:
    """Everything that is known of one plan line.

    `ratings` are the agreed ones, oldest first; `actions`, `indicators` and `evidence` those that serve it; `last` is
    the latest meeting that has closed. What counts as an update is a rating, a minute entry on the line or on one of
    its actions, an entry in such an action's log, evidence, an indicator's value, a move of the due date; `heard` is
    the latest of them.
    """

    line: views.PlanLine
    ratings: tuple[views.Rating, ...] = ()
    actions: tuple[views.Action, ...] = ()
    moves: tuple[views.LineMove, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    heard: Heard | None = None
    last: views.Meeting | None = None


def flags(facts: LineFacts, scheme: Scheme, today: date) -> tuple[Flag, ...]:
    """Return what there is to ask about a line, in the order of rule 7; the rating looked at is the agreed one."""
    level = next((one for one in scheme if one.letter == facts.line.rating), None)
    found = [
        *_on_track(facts, level),
        _unchanged(facts, level, scheme),
        _moved(facts),
        *_complete(facts, level, today),
        _past_due(facts, level, today),
        _unheard(facts, level),
    ]
    return tuple(flag for flag in found if flag)


def is_on_track(level: Level | None) -> bool:
    """Say whether a level is Green in its scheme: a rating that asks for neither a path nor evidence (rule 5)."""
    return level is not None and level.rank > 0 and not level.needs_path and not level.needs_evidence


def is_recovering(level: Level | None, scheme: Scheme) -> bool:
    """Say whether a level is Amber in its scheme: it asks for a path and is not the worst (rule 5)."""
    worst = min((one.rank for one in scheme if one.rank > 0), default=0)
    return level is not None and level.needs_path and level.rank > worst


def _on_track(facts: LineFacts, level: Level | None) -> tuple[Flag | None, ...]:
    """Ask about Green with an overdue action, and Green while a linked indicator is failing."""
    if level is None or not is_on_track(level):
        return ()
    given, is_green = _given(facts, level), f"Line {facts.line.ref} is {_stands(facts, level)}"
    overdue = [one for one in facts.actions if one.days_late]
    failing = [one for one in facts.indicators if one.state is IndicatorState.FAILING]
    by_action = by_indicator = None
    if overdue:
        which = "an action that serves it is" if len(overdue) == 1 else f"{len(overdue)} of the actions serving it are"
        said = f"{is_green}, but {which} overdue: {listed([one.ref for one in overdue])}. What makes it on track?"
        by_action = _flag(FlagKind.GREEN_OVERDUE, facts, said, given, *map(late, overdue))
    if failing:
        which = "its indicator is" if len(failing) == 1 else f"{len(failing)} of its indicators are"
        said = f"{is_green}, but {which} failing: {_named(failing)}. What does the Board know that the figures do not?"
        by_indicator = _flag(FlagKind.GREEN_FAILING, facts, said, given, *map(measured, failing))
    return by_action, by_indicator


def _unchanged(facts: LineFacts, level: Level | None, scheme: Scheme) -> Flag | None:
    """Ask about an Amber rating that stood at each of the last three meetings."""
    if level is None or not is_recovering(level, scheme):
        return None
    stood = list(takewhile(lambda at: at[1] == level.letter, reversed(facts.line.history)))
    if len(stood) < UNCHANGED_FOR:
        return None
    began = list(takewhile(lambda given: given.level == level.letter, reversed(facts.ratings)))[-1:]
    since = f", since meeting {began[0].meeting} on {show(began[0].meeting_on)}" if began else ""
    said = (
        f"Line {facts.line.ref} has been {level.word} at each of the last {in_words(len(stood))} meetings{since}. "
        "What will be different by the next one?"
    )
    at_each = (Fact(f"meeting {number}", f"{level.word} ({level.letter})") for number, _ in reversed(stood))
    return _flag(FlagKind.AMBER_UNCHANGED, facts, said, *at_each)


def _moved(facts: LineFacts) -> Flag | None:
    """Ask about a due date that was moved twice or more; setting the first one is no move."""
    moves = [one for one in facts.moves if one.before is not None and one.before != one.after]
    if len(moves) < MOVED:
        return None
    first, now = moves[0].before, moves[-1].after
    assert first is not None
    said = (
        f"The due date of line {facts.line.ref} has been moved {times(len(moves))}, from {show(first)} to {show(now)}. "
        "What makes this date different from the others?"
    )
    return _flag(FlagKind.DUE_MOVED, facts, said, *(due_moved(facts.line, one) for one in moves))


def _complete(facts: LineFacts, level: Level | None, today: date) -> tuple[Flag | None, ...]:
    """Ask about Blue: without evidence, past its re-check date, or with a falling indicator (N 1; C 4.2).

    A rating of complete always names its evidence (rule 6); what counts here is the evidence register.
    """
    if level is None or not is_complete(level):
        return ()
    given, is_blue = _given(facts, level), f"Line {facts.line.ref} is {_stands(facts, level)}"
    rating = facts.ratings[-1] if facts.ratings else None
    bare = again = fallen = None
    if not facts.evidence:
        said = (
            f"{is_blue}, but nothing is in the evidence register for it. What shows that it is complete and embedded?"
        )
        bare = _flag(FlagKind.BLUE_NO_EVIDENCE, facts, said, given, claimed(facts.line, rating))
    if rating and rating.recheck_on and rating.recheck_on < today:
        ago = plural((today - rating.recheck_on).days, "day")
        said = f"{is_blue} and was to be looked at again on {show(rating.recheck_on)}, {ago} ago. Has it been kept up?"
        again = _flag(FlagKind.BLUE_RECHECK, facts, said, given)
    if falling := [one for one in facts.indicators if _falls(one)]:
        which = "its indicator has" if len(falling) == 1 else f"{len(falling)} of its indicators have"
        said = f"{is_blue}, but {which} got worse: {_named(falling)}. Is what was gained being lost?"
        fallen = _flag(FlagKind.BLUE_FALLING, facts, said, given, *map(measured, falling))
    return bare, again, fallen


def _past_due(facts: LineFacts, level: Level | None, today: date) -> Flag | None:
    """Ask about a due date that is past while the line is not complete; due today is not past."""
    due = facts.line.due
    if due is None or due >= today or is_complete(level):
        return None
    stands = _stands(facts, level) if level and level.rank else "not rated"
    ago = plural((today - due).days, "day")
    said = f"Line {facts.line.ref} was due on {show(due)}, {ago} ago, and is {stands}. When will it be done?"
    return _flag(FlagKind.PAST_DUE, facts, said, Fact(facts.line.ref, f"due {show(due)}, {ago} ago; {stands}"))


def _unheard(facts: LineFacts, level: Level | None) -> Flag | None:
    """Ask about a line of which nothing was heard at or since the last meeting.

    A complete line is not asked for news, it has its date to look again; nor is one that had yet to start then.
    """
    line, last = facts.line, facts.last
    if last is None or is_complete(level) or (line.starts is not None and line.starts > last.date):
        return None
    if facts.heard is not None and facts.heard.on >= last.date:
        return None
    met = Fact(f"meeting {last.number}", f"held on {show(last.date)}")
    said = f"Nothing has been heard of line {line.ref} at or since meeting {last.number} on {show(last.date)}"
    if facts.heard is None:
        nothing = Fact(line.ref, "no update is recorded")
        return _flag(FlagKind.NO_UPDATE, facts, f"{said}, nor before. What is happening?", met, nothing)
    said = f"{said}; the last was on {show(facts.heard.on)}. What has happened since?"
    before = Fact(facts.heard.ref, f"{show(facts.heard.on)}: {facts.heard.words}")
    return _flag(FlagKind.NO_UPDATE, facts, said, met, before)


def _flag(kind: FlagKind, facts: LineFacts, sentence: str, *behind: Fact) -> Flag:
    return Flag(kind, facts.line.ref, sentence, behind)


def _given(facts: LineFacts, level: Level) -> Fact:
    return rated(facts.line, facts.ratings[-1] if facts.ratings else None, level)


def _stands(facts: LineFacts, level: Level) -> str:
    """Say that the line is rated so, or only proposed as that."""
    return standing(facts.ratings[-1] if facts.ratings else None, level)


def _named(indicators: Sequence[Indicator]) -> str:
    return listed([f"{one.ref} ({one.title})" for one in indicators])


def _falls(one: Indicator) -> bool:
    """Say whether an indicator got worse: its latest value is worse than the one before, or it is failing."""
    return one.trend == Direction.WORSE or one.state is IndicatorState.FAILING
