"""The dated duties over the months: duties down, months across, a letter in the month each is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui.domain.dates import show
from boardtui.domain.pictures.grid import Grid, Line
from boardtui.domain.states import ObligationState
from boardtui.domain.text import plural
from boardtui.domain.views import Obligation

LETTERS = {
    ObligationState.MET: "M",
    ObligationState.MET_LATE: "L",
    ObligationState.OVERDUE: "O",
    ObligationState.DUE_SOON: "S",
    ObligationState.NOT_YET_DUE: "C",
}
_WORDS = {
    ObligationState.MET: "met in time",
    ObligationState.MET_LATE: "met late",
    ObligationState.OVERDUE: "overdue",
    ObligationState.DUE_SOON: "due soon",
    ObligationState.NOT_YET_DUE: "to come",
}
MARK = "[restricted] "
KEY = {letter: _WORDS[state] for state, letter in LETTERS.items()}


def timeline(duties: Sequence[Obligation], today: date) -> Grid:
    """Return the picture of the duties that apply and have a date, in order of date."""
    dated = [(duty.due, duty) for duty in duties if duty.due and duty.state in LETTERS]
    dated.sort(key=lambda one: one[0])
    days = [due for due, _ in dated]
    first = _month(min(days, default=today))
    months = range(first, _month(max([*days, today])) + 1) if days else range(0)
    names = [date(month // 12, month % 12 + 1, 1) for month in months]
    return Grid(
        "timeline",
        "Dated duties by month",
        "month",
        tuple((str(day.year), f"{day:%b}"[0]) for day in names),
        tuple(f"{day:%b %Y}" for day in names),
        tuple(_line(due, duty, months) for due, duty in dated),
        KEY,
        _month(today) - first if _month(today) in months else None,
        _left_out(duties),
    )


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _line(due: date, duty: Obligation, months: range) -> Line:
    letter = LETTERS[ObligationState(duty.state)]
    said = f"met {show(duty.met_on)}" if duty.met_on else f"due {show(due)}"
    cells = tuple(letter if month == _month(due) else "" for month in months)
    words = f"{KEY[letter]}, due {show(due)}{f', met {show(duty.met_on)}' if duty.met_on else ''}"
    return Line(duty.ref, f"{MARK if duty.restricted else ''}{duty.title}", cells, said, words)


def _left_out(duties: Sequence[Obligation]) -> tuple[str, ...]:
    undated = sum(duty.due is None and duty.state in LETTERS for duty in duties)
    without = sum(duty.state == ObligationState.NOT_APPLICABLE for duty in duties)
    said = []
    if undated:
        said.append(f"{plural(undated, 'duty', 'duties')} without a date {_is(undated)} not drawn.")
    if without:
        said.append(f"{plural(without, 'duty', 'duties')} that {'does' if without == 1 else 'do'} not apply left out.")
    return tuple(said)


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
