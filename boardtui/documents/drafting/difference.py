"""What has changed for children: what is measured, what they said themselves, what the record holds (DESIGN 6)."""

from __future__ import annotations

from boardtui.documents.drafting.children import Fact, facts, tells_of_children
from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.measured import better_for_children
from boardtui.documents.drafting.phrases import paragraph, paragraphs
from boardtui.documents.drafting.voices import latest_heard
from boardtui.documents.drafting.when import when

_MEASURED = 2


def children(material: Material) -> str:
    """Tell what is better for children by measure, what they told the Board, and what was recorded of them."""
    measured = better_for_children(material, _MEASURED)
    recorded = sorted(
        facts(material, decided=not measured), key=lambda fact: (not fact.counts, not tells_of_children(fact.told))
    )
    voice = _heard(material)
    told = [_sentence(fact, place) for place, fact in enumerate(recorded[: material.room.facts])]
    if not (measured or voice or told):
        return paragraph(
            "This period's records do not yet show what the work has changed for children: they tell what was done "
            "and decided, not what became of any child",
        )
    return paragraphs(paragraph(*measured, *([] if voice and measured else told)), paragraph(*voice))


def _heard(material: Material) -> list[str]:
    """Retell what young people said at the latest meeting that heard them."""
    found = latest_heard(material.paper.noted)
    if found is None:
        return []
    meeting, _, said = found
    told = material.told(said[0].text, material.room.fact)
    return [f"{when(material, meeting)} young people spoke to the Board themselves: {told}"]


def _sentence(fact: Fact, place: int) -> str:
    return fact.joined(place) if fact.link else f"{fact.lead} {fact.told}"
