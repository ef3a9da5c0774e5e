"""The whole draft: its blocks in their order, made shorter by rule until it fits two pages (DESIGN 6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from boardtui.documents.drafting.abbreviations import spelt_out
from boardtui.documents.drafting.actions import actions
from boardtui.documents.drafting.challenge import challenge
from boardtui.documents.drafting.closing import asks, next_steps
from boardtui.documents.drafting.concerns import concerns
from boardtui.documents.drafting.department import is_written_to
from boardtui.documents.drafting.difference import children
from boardtui.documents.drafting.material import Material, Room, names_in
from boardtui.documents.drafting.measured import targets
from boardtui.documents.drafting.meetings import meetings
from boardtui.documents.drafting.opening import why
from boardtui.documents.drafting.plan import plan
from boardtui.documents.drafting.reds import reds
from boardtui.documents.drafting.shortening import words_in
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.papers import LetterPaper

MOST_WORDS = 850
"""Words drafted; with some 120 of the Chair's own judgement they fill two pages of A4 at 11 points."""


@dataclass(frozen=True)
class DraftBlock:
    """One drafted block: plain text, a blank line between paragraphs, and the figures it says with their sources."""

    key: str
    heading: str
    text: str
    figures: tuple[Quoted, ...] = ()


_BAREST = Room(
    red=0, ambers=0, amber=0, facts=1, fact=12, challenges=1, challenge=14, concerns=1, actions=0, absences=0
)
_WIDER: tuple[dict[str, int], ...] = (
    {"red": 6},
    {"red": 9},
    {"fact": 20},
    {"red": 11},
    {"concerns": 2},
    {"concerns": 3},
    {"absences": 1},
    {"actions": 1},
    {"challenges": 2, "challenge": 18},
    {"concerns": 4},
    {"facts": 2},
    {"red": 13},
    {"ambers": 1, "amber": 8},
    {"ambers": 2, "amber": 10, "challenge": 22},
    {"red": 15},
    {"concerns": 5, "challenges": 3},
    {"facts": 3, "fact": 24},
    {"ambers": 3, "amber": 12},
    {"red": 18, "amber": 15},
    {"challenges": 4, "challenge": 26},
    {"concerns": 6, "fact": 28},
    {"red": 22, "amber": 18, "challenge": 32},
)
"""Steps from the barest telling, in which every red line is named and nothing more, to the fullest."""


def _judgement(_material: Material) -> str:
    """Leave the Chair's judgement of pace and of the targets to the Chair: it is never drafted."""
    return ""


_BLOCKS: tuple[tuple[str, str, Callable[[Material], str]], ...] = (
    ("judgement", "My judgement", _judgement),
    ("why", "Why I write", why),
    ("children", "What has changed for children", children),
    ("meetings", "The Board", meetings),
    ("plan", "The Improvement Plan", plan),
    ("targets", "The targets", targets),
    ("reds", "What is off track", reds),
    ("actions", "What the Board asked for", actions),
    ("challenge", "Challenge, and what followed", challenge),
    ("concerns", "What weighs most in the record", concerns),
    ("asks", "What I ask of the Department", asks),
    ("next", "What happens next", next_steps),
)


_OF_YOU = "What I ask of you"
"""The heading of what is asked in a letter that does not go to the department."""


def without_restricted_reasons(paper: LetterPaper) -> LetterPaper:
    """Leave out why a line is rated as it is where the Board agreed that under a restriction (rule 12)."""
    return replace(
        paper,
        lines=tuple(replace(line, reason="", path="") if line.restricted else line for line in paper.lines),
        changed=tuple(
            replace(rating, reason="", path="", evidence="") if rating.restricted else rating
            for rating in paper.changed
        ),
    )


def draft(paper: LetterPaper) -> tuple[DraftBlock, ...]:
    """Draft the Chair's letter from its paper, every figure from the records and the judgement left blank."""
    paper = without_restricted_reasons(paper)
    material = Material(paper, _BAREST, names_in(paper))
    texts = _written(material)
    for step in _WIDER:
        wider = replace(material, room=replace(material.room, **step))
        fuller = _written(wider)
        if sum(map(words_in, fuller)) <= MOST_WORDS:
            material, texts = wider, fuller
    headings = [_OF_YOU if key == "asks" and not is_written_to(material) else heading for key, heading, _ in _BLOCKS]
    return tuple(
        DraftBlock(key, heading, text) for (key, _, _), heading, text in zip(_BLOCKS, headings, texts, strict=True)
    )


def _written(material: Material) -> tuple[str, ...]:
    """Write every block in the room there is, with abbreviations spelt out as the whole letter needs."""
    texts = [write(material) for _, _, write in _BLOCKS]
    return spelt_out(texts, material.paper.people, material.paper.board.council)
