"""The facts behind a challenge, each with the record it is read from (rule 7)."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.domain import views
from boardtui.domain.dataset import Indicator, Value
from boardtui.domain.dates import show
from boardtui.domain.figures import figure, rounded
from boardtui.domain.periods import shown_period
from boardtui.domain.ratings import Level
from boardtui.domain.states import RatingStatus
from boardtui.domain.text import plural, shorten

WORDS = 90
"""Characters of a record's own words that a fact gives."""

CLAIMS = "; the rating names: "
"""What stands in a fact before the evidence that a rating names in its own words."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact behind a flag: the record it is read from, and what it says."""

    ref: str
    words: str


def rated(line: views.PlanLine, given: views.Rating | None, level: Level) -> Fact:
    """Say when the rating was given, or for when proposed; its reason may be restricted and is left out (rule 12)."""
    said = f"{standing(given, level)} ({level.letter})"
    if given is None:
        return Fact(line.ref, said)
    again = f", to be looked at again on {show(given.recheck_on)}" if given.recheck_on else ""
    at = "for" if given.status == RatingStatus.PROPOSED else "at"
    return Fact(line.ref, f"{said} {at} meeting {given.meeting} on {show(given.meeting_on)}{again}")


def standing(given: views.Rating | None, level: Level) -> str:
    """Say that a line is rated so, or proposed as that while no meeting has agreed it."""
    is_proposed = given is not None and given.status == RatingStatus.PROPOSED
    return f"proposed as {level.word}" if is_proposed else f"rated {level.word}"


def claimed(line: views.PlanLine, given: views.Rating | None) -> Fact:
    """Say what evidence the rating names, unless it was given under a restriction (rule 12)."""
    if given is None or not given.evidence.strip():
        return Fact(line.ref, "nothing in the evidence register, and none named with the rating")
    named = "restricted" if given.restricted else shorten(given.evidence, WORDS)
    return Fact(line.ref, f"nothing in the evidence register{CLAIMS}{named}")


def late(action: views.Action) -> Fact:
    """Say how late an action is, who leads it and, unless it is restricted, what it is (rule 12)."""
    due = f"due {show(action.due)}, " if action.due else ""
    text = "restricted" if action.restricted else shorten(action.text, WORDS)
    whose = f"{', '.join(action.leads)}: " if action.leads else ""
    return Fact(action.ref, f"{due}{plural(action.days_late, 'day')} overdue. {whose}{text}")


def measured(indicator: Indicator) -> Fact:
    """Say where an indicator stands: its latest value, the one before, and what was expected."""
    said = [_value(indicator, value) for value in reversed(indicator.values[-2:])]
    if said and indicator.expected is not None:
        said.append(f"{figure(rounded(indicator.expected), indicator.unit)} expected")
    return Fact(
        indicator.ref,
        "; ".join([f"{indicator.title}: {', '.join(said)}" if said else indicator.title, str(indicator.state)]),
    )


def due_moved(line: views.PlanLine, move: views.LineMove) -> Fact:
    """Say from which day to which a due date was moved, and why."""
    before = show(move.before) if move.before else "no date"
    at = f"meeting {move.meeting}" if move.meeting else line.ref
    return Fact(at, f"{show(move.on)}: from {before} to {show(move.after)}. {shorten(move.reason, WORDS)}".strip())


def _value(indicator: Indicator, value: Value) -> str:
    return f"{figure(value.value, indicator.unit)} in {shown_period(indicator.measure.frequency, value.period)}"
