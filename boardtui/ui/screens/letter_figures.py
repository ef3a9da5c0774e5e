"""The records a block rests on: each figure, its source, its value then and now, the changed ones marked (N 8.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.text import plural
from boardtui.domain.views import TABLED, Figure
from boardtui.ui.widgets.literal import hanging, line

_ISO = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")


def rests_on(figures: Sequence[Figure], width: int, *, signed: bool = False) -> Content:
    """Return a block's figures, those whose source has changed first; of a signed one that is told, not marked."""
    title = Content.styled("Rests on", "bold $primary")
    if not figures:
        return Content.assemble(title, "\n", Content.styled("No figure here comes from a record.", "$foreground-muted"))
    stale = sum(figure.stale for figure in figures)
    ordered = figures if signed else sorted(figures, key=lambda figure: not figure.stale)
    head = Content.assemble(title, f" {plural(len(figures), 'figure')}", "\n", _told(stale, signed=signed))
    return Content("\n").join([head, *(_figure(one, width, "  " if signed else "! ") for one in ordered)])


def _told(stale: int, *, signed: bool) -> Content:
    if not stale:
        return Content.styled("none changed since", "$foreground-muted")
    if signed:
        return Content.styled(f"{stale} changed after it was signed", "$foreground-muted")
    return Content.styled(f"! {stale} changed since it was drafted", "bold $text-warning")


def _figure(found: Figure, width: int, mark: str) -> Content:
    said = found.said.removeprefix(TABLED)
    where = " (table)" if found.said.startswith(TABLED) else ""
    then = _day(found.value)
    if not found.stale:
        same = "" if then == _day(said) else f" = {then}"
        return hanging(Content.assemble("  ", line(_day(said), "bold"), f"{where}  "), f"{found.ref}{same}", width)
    now = _day(found.now) if found.now is not None else "gone"
    return Content.assemble(
        hanging(
            Content.assemble((mark, "bold $text-warning"), line(_day(said), "bold"), f"{where}  "), found.ref, width
        ),
        "\n",
        hanging("    ", f"then {then}, now {now}", width, "$text-warning"),
    )


def _day(text: str) -> str:
    """Write the dates of a record's value as people write them."""
    return _ISO.sub(lambda found: _shown(found[0]), text)


def _shown(iso: str) -> str:
    try:
        return show(date.fromisoformat(iso))
    except ValueError:
        return iso
