"""How an indicator's standing looks: always its letter, and beside it the word and a colour (rules 5 and 8)."""

from __future__ import annotations

from rich.text import Text
from textual.content import Content

from boardtui.domain.indicators import IndicatorState
from boardtui.ui.widgets.literal import assembled, boxed, cell, literal

_LOOKS: dict[IndicatorState, tuple[str, str]] = {
    IndicatorState.MET: ("M", "#1f5fa8"),
    IndicatorState.ON_TRAJECTORY: ("T", "#2e7d32"),
    IndicatorState.WITHIN_TOLERANCE: ("W", "#6e6500"),
    IndicatorState.OFF_TRAJECTORY: ("O", "#b25e00"),
    IndicatorState.FAILING: ("F", "#b3261e"),
    IndicatorState.NO_DATA: ("N", "#6b6b6b"),
}
"""Letter and colour of each state, best first; no data is never green."""


def letter(state: IndicatorState) -> str:
    """Return a state's letter."""
    return _LOOKS[state][0]


def badge(state: IndicatorState) -> Content:
    """Return a state's letter on its colour."""
    return literal(f" {letter(state)} ", _style(state))


def named(state: IndicatorState) -> Content:
    """Return a state's letter on its colour and the word beside it."""
    return assembled(badge(state), f" {state}")


def named_cell(state: IndicatorState) -> Text:
    """Return a state's letter and word for a cell of a list."""
    return Text.assemble(boxed(letter(state), _style(state)), " ", cell(state), end="")


def _style(state: IndicatorState) -> str:
    return f"bold #ffffff on {_LOOKS[state][1]}"
