"""Asking for an earlier moment of the Board: a meeting that was closed, or a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.moments import Closed
from boardtui.ui.modals.form import Answers, Form
from boardtui.ui.widgets.fields import Field, day, one_of

NOW = "now"


def when(closed: Sequence[Closed], today: date) -> Form:
    """Ask as at which meeting, the last one first, or as at which day."""
    says = Content(
        "The whole Board as it stood when that meeting closed, or at the end of that day: to read, not change."
    )
    return Form(
        "Read the Board as at an earlier moment",
        [_meeting("meeting", "Meeting", closed), _day("day", "or day", today)],
        None,
        says=says,
        check=lambda answers: (
            () if answers["meeting"] or answers["day"] else ("Give a day: no meeting has closed yet.",)
        ),
        save="read it",
    )


def between(closed: Sequence[Closed], today: date, since: str, until: str) -> Form:
    """Ask for the two moments to compare."""
    says = Content("What changed from the moment when the first meeting closed to when the second did, or to now.")
    now = [*_choices(closed), (NOW, "now")]
    return Form(
        "Compare two moments",
        [
            one_of("from", "From meeting", _choices(closed), since),
            _day("from_day", "or from day", today),
            one_of("to", "To meeting", now, until),
            _day("to_day", "or to day", today),
        ],
        None,
        says=says,
        save="compare",
    )


def moment(answers: Answers, name: str, day_name: str) -> str | None:
    """Return the moment that was asked for, as `--as-at` takes it; None for now. A day goes before a meeting."""
    if (chosen := answers[day_name]) is not None:
        return str(chosen.isoformat())
    return None if answers[name] == NOW else str(answers[name])


def _meeting(name: str, label: str, closed: Sequence[Closed]) -> Field:
    choices = _choices(closed) or [("", "none has closed yet")]
    return one_of(name, label, choices, choices[-1][0])


def _choices(closed: Sequence[Closed]) -> list[tuple[str, str]]:
    """Return the meetings in the order they were held, so that ← goes back in time."""
    return [(str(one.number), f"meeting {one.number}, {show(one.day)}") for one in reversed(closed)]


def _day(name: str, label: str, today: date) -> Field:
    """Ask for a day; without a year it is the latest such day up to today."""
    return day(name, label, today.replace(year=today.year - 1, day=min(today.day, 28)), hint="1 Mar, 01/03/2013")
