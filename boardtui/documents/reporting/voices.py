"""What children and young people told the Board themselves, in the words that were minuted (N 8.1)."""

from __future__ import annotations

from boardtui.documents.drafting.voices import latest_heard
from boardtui.documents.drafting.when import when
from boardtui.documents.reporting.figures import paragraph
from boardtui.documents.reporting.heard import source
from boardtui.documents.reporting.material import ReportMaterial

_WORDS, _MOST = 48, 3


def own_voice(material: ReportMaterial) -> str:
    """Retell what children said at the latest meeting that heard them, and what the Board decided to do with it."""
    found = latest_heard(material.paper.noted)
    if found is None:
        return ""
    meeting, item, said = found
    first = f"{when(material.as_letter, meeting)} young people spoke to the Board themselves"
    told = [f"{material.told(one.text, _WORDS)} {source(one)}".rstrip() for one in said[:_MOST]]
    return paragraph(first, *told, *_decided(material, meeting, item))


def _decided(material: ReportMaterial, meeting: int, item: int) -> list[str]:
    """Tell what was decided there."""
    made = [one for one in material.paper.decisions if (one.meeting, one.item) == (meeting, item)]
    return [material.told(one.text, _WORDS) for one in made if one.restricted is None][:1]
