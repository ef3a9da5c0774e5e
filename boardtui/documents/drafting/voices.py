"""Where children and young people spoke to the Board themselves, found in the notes that were minuted (N 8.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardtui.domain import views

_SPEAKERS = r"(?:young (?:people|person)|children|participation group|care leavers?)"
_CAME = re.compile(rf"\b{_SPEAKERS}\b[^.;]*\b(?:heard|spoke|speak|told|presented|came|read)\b", re.IGNORECASE)
_SAYS = r"(?:read|asked|said|told|spoke|described|wanted|explained|wished|named|listed)"
_SPOKE = re.compile(rf"^(?:They|One of them|Another|She|He|The {_SPEAKERS}|Two of them|Both)\b[^.;]*?\b{_SAYS}\b")


def latest_heard(noted: Sequence[views.Entry]) -> tuple[int, int, list[views.Entry]] | None:
    """Return the latest meeting and item at which they were heard, and the notes of what they said."""
    items: dict[tuple[int, int], list[views.Entry]] = {}
    for note in sorted(noted, key=lambda one: (one.meeting, one.item, one.position)):
        items.setdefault((note.meeting, note.item), []).append(note)
    heard = [(*place, said) for place, notes in items.items() if (said := _said(notes))]
    return heard[-1] if heard else None


def _said(notes: list[views.Entry]) -> list[views.Entry]:
    """Return the notes in which they speak, where an earlier note of the item says that they came to be heard."""
    came = next((place for place, note in enumerate(notes) if _CAME.search(note.text)), None)
    return [] if came is None else [note for note in notes[came + 1 :] if _SPOKE.match(note.text)]
