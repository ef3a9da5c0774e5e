"""What the record holds of a line after its path was agreed, so that no draft calls it forgotten (rule 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import day_in_full
from boardtui.documents.drafting.phrases import is_clause
from boardtui.documents.drafting.said import day_said, when_said
from boardtui.domain import views
from boardtui.domain.papers import ReportPaper

_WORD = re.compile(r"[a-z]{4,}")
_STEM = 4
_SMALL = frozenset({"that", "this", "with", "from", "have", "been", "were", "than", "thei", "more", "chil", "each"})
_ADDRESSED = re.compile(r"^(?:on the challenge at |>?\s*)\d+/\d+\.\d+(?: answered)?:\s*", re.IGNORECASE)
_SAME_ANSWER, _SAME_SUPPORT = 3, 2
_WORDS = 26


def later(material: Material, line: views.PlanLine, agreed: date | None, most: int = 1) -> list[str]:
    """Tell what came of a path after it was agreed: an answer to the Board, a new date, support, evidence.

    What cannot be tied to the line with certainty is left out, and then nothing is said.
    """
    if agreed is None:
        return []
    told = [
        *_answered(material, line, agreed),
        *_moved(material, line, agreed),
        *_supported(material, line, agreed),
        *_closed(material, line, agreed),
    ]
    return told[:most]


def _answered(material: Material, line: views.PlanLine, agreed: date) -> Iterator[str]:
    """Yield the answers to challenges, given at later meetings, that speak of what the path speaks of."""
    days = {held.number: held.date for held in material.paper.meetings}
    about = _stems(line.path)
    for one in material.paper.answers:
        if one.restricted or one.kind == "action" or days.get(one.meeting, agreed) <= agreed:
            continue
        said = _ADDRESSED.sub("", one.text)
        shared = len(about & _stems(said))
        if shared >= _SAME_ANSWER and shared * 2 >= len(about):
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


def _supported(material: Material, line: views.PlanLine, agreed: date) -> Iterator[str]:
    """Yield the packages of support agreed since that are what the path asks for."""
    paper = material.paper
    about = _stems(line.path)
    for one in paper.support if isinstance(paper, ReportPaper) else ():
        if one.agreed_on is None or one.agreed_on <= agreed or len(about & _stems(one.package)) < _SAME_SUPPORT:
            continue
        verb = "begins" if one.starts and one.starts > (paper.letter.dated or paper.on) else "began"
        begins = f"; it {verb} on {day_said(material, one.starts)}" if one.starts else ""
        yield f"on {day_said(material, one.agreed_on)} this support was agreed: {material.told(one.package, 16)}{begins}"


def _closed(material: Material, line: views.PlanLine, agreed: date) -> Iterator[str]:
    """Yield the latest action on the line that was closed on evidence since."""
    closed = [
        one
        for one in material.paper.closed
        if line.ref in one.lines and one.restricted is None and one.evidence and one.closed_on and one.closed_on > agreed
    ]
    for one in closed[-1:]:
        evidence = material.told(one.evidence, _WORDS)
        yield f"since then action {one.ref} has been closed: {evidence}"


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold())} - _SMALL
