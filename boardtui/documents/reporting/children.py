"""The difference made to children: what is measured and recorded about them, before anything that was done (N 2)."""

from __future__ import annotations

import re
from dataclasses import replace

from boardtui.documents.drafting.children import Fact, facts, tells_of_children
from boardtui.documents.drafting.movement import level_word, rating_before
from boardtui.documents.drafting.phrases import paragraphs
from boardtui.documents.reporting.figures import paragraph
from boardtui.documents.reporting.heard import heard, stands_alone
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.measures import gains, losses, moved_from_baseline
from boardtui.documents.reporting.standing import with_rating
from boardtui.documents.reporting.voices import own_voice

_GAINS, _LOSSES, _FACTS, _NOTES = 3, 2, 4, 3
_COUNTS = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|every|all)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[.;:](?=\s)|,\s(?=(?:so that|because|which|and then)\b)")
_PROCEDURE = re.compile(
    r"\b(?:agenda|items?|minutes|papers?|apologies|adjourn\w*|presentations?|tabled|this meeting|the Board|the Chair|"
    r"I|we)\b"
)
_PAPERWORK = re.compile(r"\b(?:report|targets?|per cent|Minister|Notice|percentages?|measures?)\b")


def children(material: ReportMaterial) -> str:
    """Tell what is measured to be better or worse for children, then what the record says became of them."""
    return paragraphs(_measured(material), _recorded(material), _noted(material), own_voice(material)) or paragraph(
        "The records of this period tell what was done and decided, and not yet what became of any child"
    )


def _measured(material: ReportMaterial) -> str:
    found = gains(material)
    up, down = ([one for one in found if tells_of_children(one.title)] or found)[:_GAINS], losses(material)[:_LOSSES]
    better = [moved_from_baseline(material, one, place) for place, one in enumerate(up)]
    worse = [moved_from_baseline(material, one, place + 1) for place, one in enumerate(down)]
    if better:
        better.insert(0, "Some of what reaches children can be measured")
    if worse:
        worse.insert(0, "Not everything has moved the right way")
    return paragraphs(paragraph(*better), paragraph(*worse))


def _recorded(material: ReportMaterial) -> str:
    """Retell improved ratings and closed actions that say something of children."""
    best = sorted(facts(material.as_letter), key=lambda one: (not one.counts, not tells_of_children(one.told)))
    if not best:
        return ""
    told = [_since_last(material, one).joined(place) for place, one in enumerate(x for x in best[:_FACTS] if x.link)]
    return with_rating(paragraph("The evidence behind ratings and actions says more", *told), material.paper.lines)


def _since_last(material: ReportMaterial, one: Fact) -> Fact:
    """Add to a step that a meeting agreed where the line stood at the last report, if that was elsewhere."""
    paper = material.paper
    line = next((line for line in paper.lines if f"({line.ref}) went from " in one.lead), None)
    before = rating_before(paper, line) if line else None
    if before is None or paper.earlier is None or f" went from {level_word(paper, before)} " in one.lead:
        return one
    return replace(one, lead=f"{one.lead} ({level_word(paper, before)} at my last report)")


def _noted(material: ReportMaterial) -> str:
    """Retell what was noted at the meetings about children and counts them."""
    notes = [one for one in material.paper.noted if tells_of_lives(one.text) and stands_alone(one)]
    return paragraph(*heard(material, notes[-_NOTES:]))


def tells_of_lives(text: str) -> bool:
    """Say whether a note counts what became of children or families: they are in its first clause, no meeting is.

    What was done about the agenda so that children could be heard is no difference made to them.
    """
    first = _CLAUSE.split(text, maxsplit=1)[0]
    about = tells_of_children(first) and not _PROCEDURE.search(first)
    return about and bool(_COUNTS.search(text)) and not _PAPERWORK.search(text)
