"""What was noted at the Board's meetings, retold with the paragraph of the minutes it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.documents.drafting.phrases import is_clause
from boardtui.documents.drafting.when import when
from boardtui.documents.reporting.figures import figure
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.domain import views

_WORDS = 34


def heard(material: ReportMaterial, notes: Sequence[views.Entry], who: str = "the Board") -> list[str]:
    """Retell notes in the order they were minuted, each with its paragraph."""
    told, last = [], 0
    for place, note in enumerate(sorted(notes, key=lambda one: (one.meeting, one.item, one.position))):
        at = "at the same meeting" if note.meeting == last else when(material.as_letter, note.meeting)
        text, last = material.told(note.text, _WORDS), note.meeting
        if is_clause(text):
            said = (f"{at} {who} heard that {text}", f"{at} we were told that {text}")[place % 2]
        else:
            said = f"{at} {who} noted this: {text}"
        told.append(f"{said} {source(note)}".rstrip())
    return told


def source(note: views.Entry) -> str:
    """Return the paragraph of the minutes in brackets, as a figure that can be looked up."""
    return f"(minute {figure(note.ref, f'minute {note.ref}')})" if note.paragraph else ""
