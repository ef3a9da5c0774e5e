"""Looking a drafted figure up again: what its reference says now, in records that are read only as they are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from boardtui.domain import assured, instrument, views
from boardtui.domain.challenge import Flag
from boardtui.domain.checks import Check
from boardtui.domain.dataset import Indicator
from boardtui.domain.figure_values import figure_value
from boardtui.domain.ratings import Level
from boardtui.domain.states import HELD, EntryKind
from boardtui.store.reading import meetings as reading_meetings
from boardtui.store.reading.actions import actions
from boardtui.store.reading.board import scheme
from boardtui.store.reading.compliance import compliance
from boardtui.store.reading.minutes import entries_between
from boardtui.store.reading.notice import obligations, requirements
from boardtui.store.reading.plan import agreed_between, lines_with, moves
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch

LAST = 1_000_000_000
"""A meeting later than any."""

_FIGURES = """
SELECT f.said, f.ref, f.value, NULL AS now FROM figure AS f JOIN letter_block AS b ON b.id = f.block_id
WHERE b.letter_id = :letter ORDER BY b.position, b.id, f.position, f.id
"""


@dataclass(frozen=True)
class RecordsNow:
    """The records of a Board as they stand on a day, each kind read when it is first asked for."""

    db: Database
    on: date

    @cached_property
    def scheme(self) -> Sequence[Level]:
        """Return the rating scheme."""
        return scheme(self.db)

    @cached_property
    def actions(self) -> Sequence[views.Action]:
        """Return every action."""
        return tuple(actions(self.db, self.on))

    @cached_property
    def lines(self) -> Sequence[views.PlanLine]:
        """Return the plan."""
        return tuple(lines_with(self.db, actions(self.db, self.on, open_only=True)))

    @cached_property
    def ratings(self) -> Sequence[views.Rating]:
        """Return every agreed rating, by line and meeting."""
        return tuple(agreed_between(self.db, 0, LAST))

    @cached_property
    def held(self) -> Sequence[views.Meeting]:
        """Return every meeting held."""
        return tuple(one for one in reading_meetings.meetings(self.db) if one.state in HELD)

    @cached_property
    def registers(self) -> Sequence[views.Attendance]:
        """Return the registers of every meeting held."""
        held = {one.number for one in self.held}
        return tuple(one for one in reading_meetings.registers(self.db, 0, LAST) if one.meeting in held)

    @cached_property
    def challenged(self) -> Sequence[views.Entry]:
        """Return every challenge minuted."""
        return tuple(entries_between(self.db, 0, LAST, EntryKind.CHALLENGE))

    @cached_property
    def notes(self) -> Sequence[views.Entry]:
        """Return every note minuted."""
        return tuple(entries_between(self.db, 0, LAST, EntryKind.NOTE))

    @cached_property
    def obligations(self) -> Sequence[views.Obligation]:
        """Return the dated duties."""
        return tuple(obligations(self.db, self.on))

    @cached_property
    def requirements(self) -> Sequence[views.Requirement]:
        """Return the requirements of every source."""
        return tuple(requirements(self.db))

    @cached_property
    def indicators(self) -> Sequence[Indicator]:
        """Return the dataset."""
        from boardtui.store.reading.indicators import indicators

        return tuple(indicators(self.db, self.on))

    @cached_property
    def flags(self) -> Sequence[Flag]:
        """Return the challenge flags of rule 7."""
        from boardtui.store.reading.challenge import flags

        return tuple(flags(self.db, self.on))

    @cached_property
    def checks(self) -> Sequence[Check]:
        """Return the compliance checks."""
        return tuple(compliance(self.db, self.on))

    @cached_property
    def assurance(self) -> Sequence[assured.Assurance]:
        """Return audits, reviews, visits and inspections."""
        from boardtui.store.reading.assurance import assurance

        return tuple(assurance(self.db))

    @cached_property
    def support(self) -> Sequence[assured.Support]:
        """Return the packages of support."""
        from boardtui.store.reading.assurance import support

        return tuple(support(self.db))

    @cached_property
    def moves(self) -> Mapping[str, tuple[views.LineMove, ...]]:
        """Return the moves of the plan's due dates, by line."""
        return {line.ref: tuple(moves(self.db, line.ref)) for line in self.lines if line.moves}

    @cached_property
    def received(self) -> Sequence[instrument.Correspondence]:
        """Return the letters received."""
        from boardtui.store.reading.correspondence import correspondence

        return tuple(correspondence(self.db))

    @cached_property
    def evidence(self) -> Sequence[assured.Evidence]:
        """Return the evidence registered."""
        from boardtui.store.reading.evidence import evidence

        return tuple(evidence(self.db))


def figure_now(db: Database, ref: str, today: date) -> str | None:
    """Return what a figure's reference says now; None when its record is gone or it is no reference."""
    return figure_value(ref, RecordsNow(db, today))


def figures_of(db: Database, letter: str, today: date) -> list[views.Figure]:
    """Return every figure of a letter or report, by its id, in the order it is read, with its value now."""
    records = RecordsNow(db, today)
    return [looked_up(one, records) for one in fetch(db, views.Figure, _FIGURES, letter=letter)]


def looked_up(figure: views.Figure, records: RecordsNow) -> views.Figure:
    """Return a figure with its value now."""
    return views.Figure(figure.said, figure.ref, figure.value, figure_value(figure.ref, records))
