"""The records a block rests on: each figure, its source, its value then and now, the changed ones marked (N 8.1)."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from boardtui.domain.dates import with_days
from boardtui.domain.text import plural
from boardtui.domain.views import TABLED, Figure
from boardtui.ui.widgets.literal import assembled, hanging, line, literal


def rests_on(figures: Sequence[Figure], width: int, *, signed: bool = False) -> Content:
    """Return a block's figures, those whose source has changed first; of a signed one that is told, not marked."""
    title = Content.styled("Rests on", "bold $primary")
    if not figures:
        return assembled(title, "\n", Content.styled("No figure here comes from a record.", "$foreground-muted"))
    stale = sum(figure.stale for figure in figures)
    ordered = figures if signed else sorted(figures, key=lambda figure: not figure.stale)
    head = assembled(title, f" {plural(len(figures), 'figure')}", "\n", _told(stale, signed=signed))
    return Content("\n").join([head, *(_figure(one, width, "  " if signed else "! ") for one in ordered)])


def _told(stale: int, *, signed: bool) -> Content:
    if not stale:
        return Content.styled("none changed since", "$foreground-muted")
    if signed:
        return literal(f"{stale} changed after it was signed", "$foreground-muted")
    return literal(f"! {stale} changed since it was drafted", "bold $text-warning")


def _figure(found: Figure, width: int, mark: str) -> Content:
    """Return a figure's words and its source, on one line where they fit; a changed one with its values under it."""
    table = found.said.startswith(TABLED)
    said, then = with_days(found.said.removeprefix(TABLED)), with_days(found.value)
    now = with_days(found.now) if found.now is not None else "gone"
    sign = literal(mark if found.stale else "  ", "bold $text-warning")
    head = assembled(hanging(sign, said, width - len(" (table)") * table, "bold"), " (table)" * table)
    source = found.ref if found.stale or then == said else f"{found.ref} = {then}"
    fits = "\n" not in head.plain and head.cell_length + 2 + cell_len(source) <= width
    lines = [assembled(head, "  ", line(source))] if fits else [head, hanging("    ", source, width)]
    if found.stale:
        lines.append(hanging("    ", f"then {then}, now {now}", width, "$text-warning"))
    return Content("\n").join(lines)
