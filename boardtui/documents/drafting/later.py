"""What the record holds of a line after its path was agreed, so that no draft calls it forgotten (rule 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import day_in_full
from boardtui.documents.drafting.phrases import is_clause
from boardtui.documents.drafting.said import when_said
from boardtui.domain import views
from boardtui.domain.dates import MONTHS
from boardtui.domain.papers import ReportPaper

_WORD = re.compile(r"[a-z]{4,}")
_STEM = 4
_DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b")
_SMALL = frozenset(
    {"that", "this", "with", "from", "have", "been", "were", "than", "thei", "more", "chil", "each", "week", "loca"}
)
_ADDRESSED = re.compile(r"^(?:on the challenge at |>?\s*)\d+/\d+\.\d+(?: answered)?:\s*", re.IGNORECASE)
_SAME_ANSWER = 3
_WORDS = 26


def later(material: Material, line: views.PlanLine, agreed: date | None, most: int = 1) -> list[str]:
    """Tell what came of a path after it was agreed: an answer to the Board, a new date, evidence.

    What cannot be tied to the line with certainty is left out, and then nothing is said.
    """
    if agreed is None:
        return []
    told = [
        *_answered(material, line, agreed),
        *_moved(material, line, agreed),
        *_closed(material, line, agreed),
    ]
    return told[:most]


def _answered(material: Material, line: views.PlanLine, agreed: date) -> Iterator[str]:
    """Yield the answers to challenges, given at later meetings, that speak of the path's own day and subject."""
    days = {held.number: held.date for held in material.paper.meetings}
    about = _stems(line.path)
    for one in material.paper.answers:
        if one.restricted or one.kind == "action" or days.get(one.meeting, agreed) <= agreed:
            continue
        said = _ADDRESSED.sub("", one.text)
        same_day = _days(line.path) & _days(said)
        if same_day and len(about & _stems(said)) >= _SAME_ANSWER:
            told = material.told(said, _WORDS + 6)
            at = when_said(material, one.meeting, told)
            yield f"{at} the Board was told that {told}" if is_clause(told) else f"{at} the answer came: {told}"


def _moved(material: Material, line: views.PlanLine, agreed: date) -> Iterator[str]:
    """Yield the latest move of the line's date that a later meeting agreed, with its reason."""
    paper = material.paper
    if not isinstance(paper, ReportPaper):
        return
    days = {held.number: held.date for held in paper.held}
    moves = [
        one
        for one in paper.moves.get(line.ref, ())
        if one.before is not None and one.meeting in days and days[one.meeting] > agreed
    ]
    if moves:
        latest = moves[-1]
        reason = material.told(latest.reason, _WORDS)
        yield (
            f"{when_said(material, latest.meeting or 0, reason)} its date was moved to "
            f"{day_in_full(latest.after)}{f': {reason}' if reason else ''}"
        )


def _closed(material: Material, line: views.PlanLine, agreed: date) -> Iterator[str]:
    """Yield the latest action on the line that was closed on evidence since."""
    closed = [
        one
        for one in material.paper.closed
        if line.ref in one.lines
        and one.restricted is None
        and one.evidence
        and one.closed_on
        and one.closed_on > agreed
    ]
    for one in closed[-1:]:
        evidence = material.told(one.evidence, _WORDS)
        yield f"since then action {one.ref} has been closed: {evidence}"


def _days(text: str) -> set[str]:
    """Find the days a text names: `1 March`."""
    return set(_DAY.findall(text))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold())} - _SMALL
