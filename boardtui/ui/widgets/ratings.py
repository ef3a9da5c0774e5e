"""How a rating looks: always its letter, and beside it the word and the Board's own colour (rule 5)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.text import Text
from textual.content import Content

from boardtui.domain.ratings import Level, Scheme
from boardtui.domain.text import one_line
from boardtui.ui.widgets.literal import assembled, boxed, cell, line, literal

UNRATED = "-"
DIRECTIONS = {"better": "▲", "same": "▬", "worse": "▼", "new": "✦"}
_COLOUR = re.compile("#[0-9a-fA-F]{6}")


def level(scheme: Scheme, letter: str | None) -> Level | None:
    """Return the level of a letter, or None for one that the scheme does not have."""
    return next((level for level in scheme if level.letter == letter), None)


def style(found: Level | None) -> str:
    """Return a level's colours: bright letters on its colour."""
    if found is None or not _COLOUR.fullmatch(found.colour):
        return "bold"
    return f"bold #ffffff on {found.colour}"


def badge(scheme: Scheme, letter: str | None) -> Text:
    """Return a rating's letter as a coloured cell of a list; a dot where there is none."""
    found = level(scheme, letter)
    if letter is None or found is None or not found.rank:
        return boxed("·" if letter is None else letter, "")
    return boxed(found.letter, style(found))


def named(scheme: Scheme, letter: str | None) -> Content:
    """Return a rating's letter on its colour and the word beside it."""
    found = level(scheme, letter)
    if letter is None or found is None:
        return Content("not rated")
    return assembled(literal(f" {one_line(found.letter)} ", style(found)), " ", line(found.word))


def named_cell(scheme: Scheme, letter: str | None) -> Text:
    """Return a rating's letter and word for a cell of a list."""
    found = level(scheme, letter)
    if letter is None or found is None:
        return cell("")
    return Text.assemble(badge(scheme, letter), " ", cell(found.word), end="")


def history(scheme: Scheme, letters: Sequence[str | None]) -> Text:
    """Return the ratings of the last meetings side by side, oldest first."""
    return Text.assemble(*(badge(scheme, letter) for letter in letters), end="")


def arrow(direction: str | None) -> str:
    """Return the sign of a direction of travel."""
    return DIRECTIONS.get(direction or "", " ")
