"""What children and young people told the Board themselves, in the words that were minuted (N 8.1)."""

from __future__ import annotations

import re

from boardtui.documents.drafting.when import when
from boardtui.documents.reporting.figures import paragraph
from boardtui.documents.reporting.heard import source
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.domain import views

_SPEAKERS = r"(?:young (?:people|person)|children|participation group|care leavers?)"
_CAME = re.compile(rf"\b{_SPEAKERS}\b[^.;]*\b(?:heard|spoke|speak|told|presented|came|read)\b", re.IGNORECASE)
_SAYS = r"(?:read|asked|said|told|spoke|described|wanted|explained|wished|named|listed)"
_SPOKE = re.compile(rf"^(?:They|One of them|Another|She|He|The {_SPEAKERS}|Two of them|Both)\b[^.;]*?\b{_SAYS}\b")
_WORDS, _MOST = 48, 3


def own_voice(material: ReportMaterial) -> str:
    """Retell what children said at the latest meeting that heard them, and what the Board decided to do with it."""
    items: dict[tuple[int, int], list[views.Entry]] = {}
    for note in sorted(material.paper.noted, key=lambda one: (one.meeting, one.item, one.position)):
        items.setdefault((note.meeting, note.item), []).append(note)
    heard = [(place, said) for place, notes in items.items() if (said := _said(notes))]
    if not heard:
        return ""
    (meeting, item), said = heard[-1]
    first = f"{when(material.as_letter, meeting)} young people spoke to the Board themselves"
    told = [f"{material.told(one.text, _WORDS)} {source(one)}".rstrip() for one in said[:_MOST]]
    return paragraph(first, *told, *_decided(material, meeting, item))


def _said(notes: list[views.Entry]) -> list[views.Entry]:
    """Return the notes in which they speak, where an earlier note of the item says that they came to be heard."""
    came = next((place for place, note in enumerate(notes) if _CAME.search(note.text)), None)
    return [] if came is None else [note for note in notes[came + 1 :] if _SPOKE.match(note.text)]


def _decided(material: ReportMaterial, meeting: int, item: int) -> list[str]:
    """Tell what was decided there."""
    made = [one for one in material.paper.decisions if (one.meeting, one.item) == (meeting, item)]
    return [material.told(one.text, _WORDS) for one in made if one.restricted is None][:1]
