"""A new Board's rating scheme as it is typed: how many levels, what each is called and means (rule 5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.content import Content

from boardtui.domain.ratings import DEFAULT_SCHEME, Scheme
from boardtui.domain.text import one_line
from boardtui.ui.widgets.literal import assembled
from boardtui.ui.widgets.ratings import style

_AMBER, _GREEN = "A", "G"
_THREE: Scheme = tuple(
    replace(level, meaning="on track, or at risk with a plan", needs_path=False)
    if level.letter == _AMBER
    else replace(level, meaning="complete and embedded, with evidence", needs_evidence=True)
    if level.letter == _GREEN
    else level
    for level in DEFAULT_SCHEME
    if level.letter != "B"
)
"""Three levels, where Amber is on track and Green is complete, as some councils have it."""


def scheme(typed: Mapping[str, str]) -> Scheme:
    """Return the scheme that was typed; a level whose words cannot be read keeps its usual ones."""
    levels = []
    for level in _THREE if typed.get("scheme") == "three" else DEFAULT_SCHEME:
        try:
            word, meaning = read_level(typed.get(f"level_{level.letter}", ""))
        except ValueError:
            word, meaning = level.word, level.meaning
        levels.append(replace(level, word=word, meaning=meaning))
    return tuple(levels)


def read_level(typed: str) -> tuple[str, str]:
    """Read `Red: off track` as a word and its meaning; ValueError says how it is written."""
    word, _colon, meaning = one_line(typed).partition(":")
    if not word.strip() or not meaning.strip():
        raise ValueError("Write a word, a colon and what it means: Red: off track.")
    return word.strip(), meaning.strip()


def key(levels: Scheme) -> Content:
    """Return the levels side by side, each its letter in its colour and its word."""
    parts = [assembled((f" {level.letter} ", style(level)), f" {level.word}") for level in levels]
    return Content("  ").join(parts)
