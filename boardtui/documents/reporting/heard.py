"""What was noted at the Board's meetings, retold with the paragraph of the minutes it comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardtui.documents.drafting.phrases import is_clause
from boardtui.documents.drafting.said import when_said
from boardtui.documents.reporting.figures import figure
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.domain import views

_WORDS = 34
_POINTS_BACK = re.compile(r"(?:It|They|He|She|This|That|These|Those|Both|Neither|Another|So|But|And)\b")


def heard(material: ReportMaterial, notes: Sequence[views.Entry], who: str = "the Board") -> list[str]:
    """Retell notes in the order they were minuted, each with its paragraph."""
    told, last = [], 0
    for note in sorted(notes, key=lambda one: (one.meeting, one.item, one.position)):
        text = material.told(note.text, _WORDS)
        at, same = when_said(material.as_letter, note.meeting, text), note.meeting == last
        if is_clause(text):
            said = f"it was also told that {text}" if same else f"{at} {who} heard that {text}"
        else:
            said = f"it noted this too: {text}" if same else f"{at} {who} noted this: {text}"
        told.append(f"{said} {source(note)}".rstrip())
        last = note.meeting
    return told


def stands_alone(note: views.Entry) -> bool:
    """Say whether a note can be told without the one before it: it does not open with a word that points back."""
    return not _POINTS_BACK.match(note.text)


def source(note: views.Entry) -> str:
    """Return the paragraph of the minutes in brackets, as a figure that can be looked up."""
    return f"(minute {figure(note.ref, f'minute {note.ref}')})" if note.paragraph else ""
