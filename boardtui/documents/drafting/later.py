"""What the record holds of a line after its path was agreed, so that no draft calls it forgotten (rule 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import day_in_full
from boardtui.documents.drafting.phrases import is_clause
from boardtui.documents.drafting.said import day_said, when_said
from boardtui.documents.drafting.tense import in_past
from boardtui.domain import views
from boardtui.domain.dates import MONTHS
from boardtui.domain.line_words import WordKind, alike, on_rating, outcomes
from boardtui.domain.papers import ReportPaper

_DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b")
_ADDRESSED = re.compile(r"^(?:on the challenge at |>?\s*)\d+/\d+\.\d+(?: answered)?:\s*", re.IGNORECASE)
_BY_THE_BOARD = re.compile(r"\bthe Board\b")
_HEARD = " the Board was told that "
_SAME_ANSWER = 3


def later(material: Material, line: views.PlanLine, agreed: date | None, most: int = 1) -> list[str]:
    """Tell what came of a path after it was agreed: what was minuted of it, an answer to the Board, a new date.

    The newest words are told, the oldest of them first. What cannot be tied to the line with certainty is left out,
    and then nothing is said.
    """
    if agreed is None:
        return []
    on_it = on_rating(material.paper.scheme, line)
    told = [
        *_answered(material, line, agreed),
        *(_told(material, one) for one in outcomes(line) if one != on_it),
    ]
    return _one_after_another(told[-most:])


def _one_after_another(told: list[str]) -> list[str]:
    """Say the month only once where two words on a line come from the same meeting."""
    joined = told[:1]
    for before, one in pairwise(told):
        at, heard, rest = one.partition(_HEARD)
        joined.append(f"it was also told that {rest}" if heard and before.startswith(f"{at} ") else one)
    return joined


def newest_reason(material: Material, line: views.PlanLine) -> str:
    """Tell what a later meeting said of the rating itself, with its month: it has overtaken the rating's own reason.

    Nothing where no later meeting spoke of it.
    """
    found = on_rating(material.paper.scheme, line)
    if found is None:
        return ""
    text = material.minute(found.text, found.ref)
    return f"{_when(material, found, text)} {text}"


def _answered(material: Material, line: views.PlanLine, agreed: date) -> Iterator[str]:
    """Yield the answers to challenges, given at later meetings, that speak of the path's own day and subject."""
    days = {held.number: held.date for held in material.paper.meetings}
    for one in material.paper.answers:
        if one.restricted or one.kind == "action" or days.get(one.meeting, agreed) <= agreed:
            continue
        said = _ADDRESSED.sub("", one.text)
        same_day = _days(line.path) & _days(said)
        if same_day and alike(line.path, said) >= _SAME_ANSWER:
            told = material.minute(said, one.ref)
            at = when_said(material, one.meeting, told)
            yield f"{at}{_HEARD}{in_past(told)}" if is_clause(told) else f"{at} the answer came: {told}"


def _told(material: Material, word: views.LineWord) -> str:
    """Tell one word on a line with its day: `in May the Board was told that responsibility is agreed`."""
    by_report = isinstance(material.paper, ReportPaper)
    text = material.minute(word.text, word.ref if word.kind == WordKind.MINUTED else "")
    at = _when(material, word, text)
    if word.kind == WordKind.MOVED and word.due:
        return f"{at} its date was moved to {day_in_full(word.due)}{f': {text}' if text else ''}"
    if word.kind == WordKind.CLOSED:
        return f"since then action {word.ref} has been closed: {text}"
    if not is_clause(text):
        return f"{at} the Board noted this: {text}" if word.meeting else f"{at} this was reported: {text}"
    if _BY_THE_BOARD.search(text):
        return f"{at} {text}"
    said = in_past(text)
    if not by_report and word.meeting:
        return f"we heard {at} that {said}"
    return f"{at}{_HEARD}{said}" if word.meeting else f"{at} it was reported that {said}"


def _when(material: Material, word: views.LineWord, text: str) -> str:
    if word.meeting and any(held.number == word.meeting for held in material.paper.meetings):
        return when_said(material, word.meeting, text)
    return f"on {day_said(material, word.on)}"


def _days(text: str) -> set[str]:
    """Find the days a text names: `1 March`."""
    return set(_DAY.findall(text))
