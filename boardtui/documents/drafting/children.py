"""What the records tell about children, before anything that was merely done (DESIGN 6)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.movement import Moved, good_letters, level_word, moved, rating_before_meeting
from boardtui.documents.drafting.phrases import is_clause
from boardtui.documents.drafting.said import day_said, is_dated, rated_on, when_said
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.ratings import Direction

_BODIES = re.compile(
    r"children['’]s (?:services|social care|trust|improvement board|centres?|homes?|plan|service)"
    r"|(?:safeguarding|local safeguarding) children board|children and young people['’]s plan"
    r"|children in care council|(?:child|children) protection (?:conference|chair|manager|training)s?"
    r"|director of children['’]s services|lead member for children['’]s services",
    re.IGNORECASE,
)
_CHILDREN = re.compile(
    r"\b(?:child|children|bab(?:y|ies)|infants?|pupils?|young (?:people|person)|famil(?:y|ies)|parents?|carers?|"
    r"care leavers?|siblings?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Fact:
    """Something recorded about children: how it is led in, what was recorded, and what links a clause.

    Without a link what was recorded goes on with the sentence.
    """

    lead: str
    told: str
    link: str

    def joined(self, place: int) -> str:
        """Return lead and record as one sentence, in words that change with its place among the others."""
        if place % 2 and is_clause(self.told):
            return f"{self.lead} {self.link} {self.told}"
        return f"{self.lead.rstrip(',')}: {self.told}"

    @property
    def counts(self) -> bool:
        """Say whether it gives a figure."""
        return bool(re.search(r"\d|\b(?:every|all|each|two|three|four|five|six|seven|eight|nine)\b", self.told))


def facts(material: Material, *, decided: bool = True) -> list[Fact]:
    """Return what improved ratings and closed actions record about children; else what was `decided` about them."""
    return [*_improved(material), *_closed(material)] or (_decided(material) if decided else [])


def tells_of_children(text: str) -> bool:
    """Say whether text is about children and their families, not only about bodies named after them."""
    return bool(_CHILDREN.search(_BODIES.sub("", text)))


def _improved(material: Material) -> list[Fact]:
    """Return what improved ratings record, but not of a line whose own indicator is going the wrong way (rule 7)."""
    paper = material.paper
    evidence = {rating.line: rating.evidence for rating in paper.changed}
    doubted = {ref for one in paper.indicators if one.state is IndicatorState.FAILING for ref in one.lines}
    found = []
    for one in moved(paper):
        if one.way != Direction.BETTER or one.line.rating not in good_letters(paper) or one.line.ref in doubted:
            continue
        recorded = next(
            (text for text in (one.line.reason, evidence.get(one.line.ref, "")) if tells_of_children(text)), ""
        )
        if not recorded and not tells_of_children(one.line.title):
            continue
        told = material.told(recorded or one.line.reason, material.room.fact)
        if told:
            found.append(Fact(_moved(material, one, told), told, "because"))
    return found


def _moved(material: Material, one: Moved, told: str) -> str:
    """Lead in what was said of an improved line: its way since the last letter, or its step on one day.

    A step that is told with the day of a meeting starts from the rating in force before that very meeting (rule 5).
    """
    paper, line = material.paper, one.line
    given, now = rated_on(material, line), level_word(paper, line.rating)
    went = f"{material.line(line)} has gone from {level_word(paper, one.before)} to {now}"
    if given is None or not is_dated(material, line, told):
        return went
    day = day_said(material, given)
    number = next((held.number for held in paper.meetings if held.date == given), None)
    if number is None:
        return f"{went}, as was said on {day},"
    before = rating_before_meeting(line, number)
    if before == line.rating:
        return f"{went}, as was said on {day},"
    if before is None:
        return f"on {day} {material.line(line)} was first rated {now}"
    return f"on {day} {material.line(line)} went from {level_word(paper, before)} to {now}"


def _closed(material: Material) -> list[Fact]:
    found = []
    for action in reversed(material.paper.closed):
        if action.restricted is None and tells_of_children(action.evidence):
            told = material.told(action.evidence, material.room.fact)
            on = f"on {day_said(material, action.closed_on)} " if action.closed_on else ""
            found.append(Fact(f"{on}the Board closed action {action.ref}", told, "on evidence that"))
    return found


def _decided(material: Material) -> list[Fact]:
    found = []
    for entry in material.paper.decisions:
        if entry.restricted is not None or not tells_of_children(entry.text):
            continue
        told = material.told(entry.text, material.room.fact)
        board = f"{when_said(material, entry.meeting, told)} the Board"
        if told.startswith("the Board "):
            found.append(Fact(board, told.removeprefix("the Board "), ""))
        else:
            found.append(Fact(f"{board} decided", told, "that"))
    return found
