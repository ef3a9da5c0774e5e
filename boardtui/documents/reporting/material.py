"""What a block of a report is drafted from: the paper, the words of the record, and figures that keep their source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from boardtui.documents.drafting.indicators import spoken
from boardtui.documents.drafting.material import Material, Room, names_in
from boardtui.documents.drafting.numbers import counted, number
from boardtui.documents.reporting.figures import figure
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.figure_values import figure_value
from boardtui.domain.figures import figure as with_unit
from boardtui.domain.papers import ReportPaper
from boardtui.domain.text import one_line
from boardtui.domain.views import TABLED

ROOM = Room(red=26, ambers=3, amber=22, facts=6, fact=34, challenges=6, challenge=46, concerns=6)
"""How much a report can say of each thing: it has pages where a letter has lines."""


@dataclass(frozen=True)
class ReportMaterial:
    """The paper a report rests on, and the letter's way of telling the same records."""

    paper: ReportPaper
    as_letter: Material

    def told(self, text: str, words: int) -> str:
        """Return recorded text ready to go on with a sentence, in no more than so many words."""
        return self.as_letter.told(text, words)

    def value(self, ref: str) -> str:
        """Return what a reference says in these records; nothing where its record is not there."""
        return figure_value(ref, self.paper) or ""

    def amount(self, ref: str) -> int:
        """Return a figure that counts."""
        return int(self.value(ref) or 0)

    def counted(self, ref: str, noun: str, nouns: str = "") -> str:
        """Count a noun by a figure: `12 actions`."""
        return figure(counted(self.amount(ref), noun, nouns), ref)

    def number(self, ref: str, none: str = "no") -> str:
        """Write a figure that counts as prose does: `three`, `12`."""
        count = self.amount(ref)
        return figure(number(count) if count else none, ref)

    def measured(self, ref: str, unit: str) -> str:
        """Write a figure in its unit: `74 per cent`."""
        return figure(spoken(with_unit(Decimal(self.value(ref)), unit)), ref)

    def tabled(self, what: str, ref: str) -> tuple[Quoted, ...]:
        """Return a figure that stands in a table; nothing where there is none to stand there."""
        value = figure_value(ref, self.paper)
        return () if value is None else (Quoted(f"{TABLED}{one_line(what)}", ref, value),)

    @property
    def day(self) -> date:
        """Return the day the report bears, from which runway is counted; the day it is drafted while it bears none."""
        return report_day(self.paper)

    @property
    def span(self) -> str:
        """Return the meetings covered, as figures name them: `3-5`."""
        return f"{self.paper.letter.first_meeting}-{self.paper.letter.last_meeting}"

    @property
    def notice(self) -> bool:
        """Say whether the Board works under a Notice, whose paragraphs may then be cited."""
        return self.as_letter.notice


def report_day(paper: ReportPaper) -> date:
    """Return the day a report bears, or the day it is drafted."""
    return paper.letter.dated or paper.on


def material_of(paper: ReportPaper) -> ReportMaterial:
    """Return what a report is drafted from."""
    return ReportMaterial(paper, Material(paper, ROOM, names_in(paper), by_chair=not paper.by_leader))
