"""Leadership, workforce and finance, as far as the Board's minutes and the plan tell of them (N 6.6, 6.7, 7.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardtui.documents.drafting.phrases import is_clause, paragraphs
from boardtui.documents.drafting.when import when
from boardtui.documents.reporting.figures import paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.standing import line_named
from boardtui.domain import views
from boardtui.domain.text import listed

_LEADERS = re.compile(
    r"\b(?:interim|senior (?:management|post)|director|leader(?:ship)?|lead member|members? of the council|"
    r"councillors?|chief executive)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:agency (?:work|staff|social)|vacan\w+|recruit\w+|caseloads?|turnover|permanent|newly qualified|sickness)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"£|\b(?:budget\w*|funding|funded|savings?|overspend\w*|money|costs?)\b", re.IGNORECASE)
_WORDS = 34


def leadership(material: ReportMaterial) -> str:
    """Tell what the plan and the minutes say of leaders, of staff and of money; say so where they are silent."""
    used: set[str] = set()
    leaders = _heard(material, _LEADERS, used, 2)
    staff = _heard(material, _STAFF, used, 3)
    money = _heard(material, _MONEY, used, 2)
    return paragraphs(
        paragraph(*_lines(material, ("leader", "govern")), *leaders),
        paragraph(*_lines(material, ("workforce", "staff", "supervis")), *staff),
        paragraph(*(money or ["On money the minutes of this period record nothing"])),
    )


def _lines(material: ReportMaterial, words: Sequence[str]) -> list[str]:
    """Count the lines of a theme and name the worst of them."""
    of = [line for line in material.paper.lines if any(word in line.theme.casefold() for word in words)]
    if not of:
        return []
    ranks = {level.letter: level.rank for level in material.paper.scheme if level.rank}
    off = [line for line in of if ranks.get(line.rating or "", 9) == min(ranks.values(), default=0)]
    theme = listed(list(dict.fromkeys(line.theme.lower() for line in of)))
    if not off:
        return [f"Under {theme} no line of the plan is at the worst rating"]
    names = listed([line_named(material, line) for line in off[:3]])
    return [f"Under {theme} the plan's weakest {'line is' if len(off) == 1 else 'lines are'} {names}"]


def _heard(material: ReportMaterial, about: re.Pattern[str], used: set[str], most: int) -> list[str]:
    """Retell the latest notes about something, each note once."""
    notes = [one for one in material.paper.notes if _tells(one, about) and one.ref not in used]
    told, last = [], 0
    for note in notes[-most:]:
        used.add(note.ref)
        at = "at the same meeting" if note.meeting == last else when(material.as_letter, note.meeting)
        text, last = material.told(note.text, _WORDS), note.meeting
        told.append(f"{at} the Board heard that {text}" if is_clause(text) else f"{at} the Board noted this: {text}")
    return told


def _tells(note: views.Entry, about: re.Pattern[str]) -> bool:
    return note.restricted is None and bool(about.search(note.text))
