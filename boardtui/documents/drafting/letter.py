"""The whole draft: its blocks in their order, made shorter by rule until it fits two pages (DESIGN 6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from boardtui.documents.drafting.abbreviations import spelt_out
from boardtui.documents.drafting.actions import actions
from boardtui.documents.drafting.challenge import challenge
from boardtui.documents.drafting.children import children
from boardtui.documents.drafting.closing import asks, next_steps
from boardtui.documents.drafting.concerns import concerns
from boardtui.documents.drafting.material import Material, Room, names_in
from boardtui.documents.drafting.meetings import meetings
from boardtui.documents.drafting.opening import why
from boardtui.documents.drafting.plan import plan
from boardtui.documents.drafting.reds import reds
from boardtui.documents.drafting.shortening import words_in
from boardtui.domain.papers import LetterPaper

MOST_WORDS = 820
"""Words drafted; with some 120 of the Chair's own judgement they fill two pages of A4 at 11 points."""


@dataclass(frozen=True)
class DraftBlock:
    """One drafted block: plain text, a blank line between paragraphs."""

    key: str
    heading: str
    text: str


_ROOMS = (
    Room(red=35, ambers=3, amber=30, facts=3, fact=26, challenges=4, challenge=30, concerns=4),
    Room(red=32, ambers=3, amber=24, facts=3, fact=22, challenges=3, challenge=26, concerns=3),
    Room(red=28, ambers=2, amber=22, facts=2, fact=22, challenges=3, challenge=22, concerns=3),
    Room(red=24, ambers=2, amber=20, facts=2, fact=20, challenges=2, challenge=20, concerns=2),
    Room(red=20, ambers=1, amber=18, facts=2, fact=16, challenges=2, challenge=16, concerns=2),
    Room(red=14, ambers=1, amber=14, facts=1, fact=16, challenges=1, challenge=16, concerns=1),
    Room(red=8, ambers=0, amber=0, facts=1, fact=14, challenges=1, challenge=14, concerns=1),
    Room(red=0, ambers=0, amber=0, facts=1, fact=14, challenges=0, challenge=14, concerns=1),
)
"""From the fullest telling to the barest: every red line is always named."""


def _judgement(_material: Material) -> str:
    """Leave the Chair's judgement of pace and of the targets to the Chair: it is never drafted."""
    return ""


_BLOCKS: tuple[tuple[str, str, Callable[[Material], str]], ...] = (
    ("judgement", "My judgement", _judgement),
    ("why", "Why I write", why),
    ("children", "What has changed for children", children),
    ("meetings", "The Board", meetings),
    ("plan", "The Improvement Plan", plan),
    ("reds", "What is off track", reds),
    ("actions", "What the Board asked for", actions),
    ("challenge", "Challenge, and what followed", challenge),
    ("concerns", "What worries me", concerns),
    ("asks", "What I ask of the department", asks),
    ("next", "What happens next", next_steps),
)


def draft(paper: LetterPaper) -> tuple[DraftBlock, ...]:
    """Draft the Chair's letter from its paper, every figure from the records and the judgement left blank."""
    names = names_in(paper)
    texts: tuple[str, ...] = ()
    for room in _ROOMS:
        material = Material(paper, room, names)
        texts = spelt_out([write(material) for _, _, write in _BLOCKS], paper.people, paper.board.council)
        if sum(map(words_in, texts)) <= MOST_WORDS:
            break
    return tuple(DraftBlock(key, heading, text) for (key, heading, _), text in zip(_BLOCKS, texts, strict=True))
