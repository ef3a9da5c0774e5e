"""A paper's paragraphs to read, each that differs from an earlier edition marked by a sign, not by colour alone."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from boardtui.domain.editions import Difference, Passage
from boardtui.ui.widgets.literal import hanging

_NOW = {Difference.SAME: ("  ", ""), Difference.CHANGED: ("~ ", "bold"), Difference.ADDED: ("+ ", "bold $text-success")}
_BEFORE = ("- ", "strike $text-error")


def read_out(passages: Iterable[Passage], width: int) -> tuple[Content, list[int]]:
    """Return paragraphs as text of a width, and the lines at which those that differ begin."""
    said: list[Content] = []
    changes: list[int] = []
    at = 0
    for one in passages:
        if one.difference is not Difference.SAME:
            changes.append(at)
        for paragraph in _paragraphs(one, width):
            said += [paragraph, Content("")]
            at += paragraph.plain.count("\n") + 2
    return Content("\n").join(said), changes


def _paragraphs(one: Passage, width: int) -> Iterable[Content]:
    if one.before and one.difference is not Difference.SAME:
        yield hanging(_BEFORE[0], _row(one.before), width, _BEFORE[1])
    if one.now:
        sign, style = _NOW[one.difference]
        yield hanging(sign, _row(one.now), width, style)


def _row(text: str) -> str:
    """Return a row of a table, whose cells stand on a line each, on one line."""
    return " | ".join(filter(None, (part.strip() for part in text.split("\n"))))
