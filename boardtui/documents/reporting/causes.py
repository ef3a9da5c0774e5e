"""Why a target is missed: the reason a rating gives, or what was minuted of that very measure (N 7.3, 8.1)."""

from __future__ import annotations

import re

from boardtui.documents.drafting.movement import level_word, real_levels
from boardtui.documents.drafting.said import day_said, is_dated, rated_on
from boardtui.documents.drafting.when import when
from boardtui.documents.reporting.figures import figure
from boardtui.documents.reporting.heard import source
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.domain import views
from boardtui.domain.dataset import Indicator
from boardtui.domain.dates import MONTHS

_WORD = re.compile(r"[a-z]{4,}")
_STEM, _ALIKE, _WORDS = 5, 2, 34
_SMALL = frozenset(
    {"that", "this", "with", "from", "have", "been", "were", "than", "their", "more", "child", "month", "case"}
)
_EXPLAINS = re.compile(
    r"\b(?:because|traces?|due to|owing to|caused by|comes? from|behind|explains?|reason|"
    r"since|after|when|while|fault)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def causes(material: ReportMaterial, indicator: Indicator) -> list[str]:
    """Give the reason recorded for a measure that misses its target, with its day or its minute; nothing without one.

    The rating's own reason comes first, of a line that this measure shows; then a note that explains this measure;
    then, where no figure is in, what is entered with the measure itself.
    """
    found = [*_rated(material, indicator), *_minuted(material, indicator)]
    missing = [] if indicator.state != "no data" else _remarked(material, indicator)
    return (missing or found)[:1]


def alike(first: str, second: str) -> int:
    """Count the words that two texts share, by their stems, small words left out."""
    return len(_stems(first) & _stems(second))


def _rated(material: ReportMaterial, indicator: Indicator) -> list[str]:
    """Give the reason of a line off track that this measure shows: it speaks of it, or neither has another."""
    paper = material.paper
    off = {level.letter for level in real_levels(paper) if level.needs_path}
    lines = [line for line in paper.lines if line.ref in indicator.lines and line.rating in off and line.reason]
    own = {line.ref for line in lines if _measures(material, line) == 1 and len(indicator.lines) == 1}
    fitting = [line for line in lines if line.ref in own or _speaks_of(material, line, indicator)]
    best = sorted(fitting, key=lambda line: -alike(line.reason, indicator.title))[:1]
    return [_reason(material, line) for line in best]


def _speaks_of(material: ReportMaterial, line: views.PlanLine, indicator: Indicator) -> bool:
    """Say whether a line's reason is about this measure, and no less about it than about the line's other ones."""
    here = alike(line.reason, indicator.title)
    others = [alike(line.reason, one.title) for one in material.paper.indicators if line.ref in one.lines]
    return here >= _ALIKE and here >= max(others)


def _reason(material: ReportMaterial, line: views.PlanLine) -> str:
    text = material.told(line.reason, _WORDS)
    given = rated_on(material.as_letter, line)
    standing = f"line {figure(line.ref, f'{line.ref} rating')} is {level_word(material.paper, line.rating)}"
    if given and is_dated(material.as_letter, line, text):
        return f"{standing} for the reason given on {day_said(material.as_letter, given)}: {text}"
    return f"{standing} for this reason: {text}"


def _measures(material: ReportMaterial, line: views.PlanLine) -> int:
    return sum(line.ref in one.lines for one in material.paper.indicators)


def _minuted(material: ReportMaterial, indicator: Indicator) -> list[str]:
    """Give the latest note that opens with this measure and explains it."""
    notes = [
        one
        for one in material.paper.noted
        if alike(_SENTENCE.split(one.text)[0], indicator.title) and _opens_with(one.text, indicator.title)
    ]
    explaining = [(one, said) for one in notes if (said := _explanation(one.text))]
    if not explaining:
        return []
    note, said = explaining[-1]
    told = material.told(said, _WORDS)
    return [
        f"{when(material.as_letter, note.meeting)} the Board was given this explanation: {told} {source(note)}".rstrip()
    ]


def _opens_with(text: str, title: str) -> bool:
    """Say whether a note's first word of weight is the measure's own: `Re-referrals remained at …`."""
    first, name = _WORD.findall(text.casefold()), _WORD.findall(title.casefold())
    return bool(first and name) and first[0][:_STEM] == name[0][:_STEM]


def _explanation(text: str) -> str:
    """Return the sentence of a note that explains, after the one that gives the figure."""
    return next((one for one in _SENTENCE.split(text)[1:] if _EXPLAINS.search(one)), "")


def _remarked(material: ReportMaterial, indicator: Indicator) -> list[str]:
    """Give what is entered with a measure about the month whose figure is not in."""
    months = {MONTHS[end.month - 1] for end in indicator.missing}
    said = [one for one in _SENTENCE.split(indicator.note) if any(month in one for month in months)]
    return [material.told(one, _WORDS) for one in said[-1:]]


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _SMALL}
