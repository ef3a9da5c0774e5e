"""The records that figures are looked up in: what a report rests on, and what is read to look one up again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from boardtui.domain import assured, instrument, views
from boardtui.domain.challenge import Flag
from boardtui.domain.checks import Check
from boardtui.domain.dataset import Indicator
from boardtui.domain.ratings import Level


class Records(Protocol):
    """The Board's records as they stand on a day; whoever reads them decides which are fetched."""

    @property
    def on(self) -> date:
        """Return the day they are read on."""

    @property
    def scheme(self) -> Sequence[Level]:
        """Return the rating scheme."""

    @property
    def lines(self) -> Sequence[views.PlanLine]:
        """Return the plan."""

    @property
    def ratings(self) -> Sequence[views.Rating]:
        """Return every agreed rating."""

    @property
    def actions(self) -> Sequence[views.Action]:
        """Return every action."""

    @property
    def held(self) -> Sequence[views.Meeting]:
        """Return every meeting held."""

    @property
    def registers(self) -> Sequence[views.Attendance]:
        """Return the registers of every meeting held."""

    @property
    def challenged(self) -> Sequence[views.Entry]:
        """Return every challenge minuted."""

    @property
    def notes(self) -> Sequence[views.Entry]:
        """Return every note minuted."""

    @property
    def obligations(self) -> Sequence[views.Obligation]:
        """Return the dated duties."""

    @property
    def requirements(self) -> Sequence[views.Requirement]:
        """Return the requirements of every source."""

    @property
    def indicators(self) -> Sequence[Indicator]:
        """Return the dataset."""

    @property
    def flags(self) -> Sequence[Flag]:
        """Return the challenge flags of rule 7."""

    @property
    def checks(self) -> Sequence[Check]:
        """Return the compliance checks."""

    @property
    def assurance(self) -> Sequence[assured.Assurance]:
        """Return audits, reviews, visits and inspections."""

    @property
    def support(self) -> Sequence[assured.Support]:
        """Return the packages of support."""

    @property
    def moves(self) -> Mapping[str, tuple[views.LineMove, ...]]:
        """Return the moves of the plan's due dates, by line."""

    @property
    def received(self) -> Sequence[instrument.Correspondence]:
        """Return the letters received."""

    @property
    def evidence(self) -> Sequence[assured.Evidence]:
        """Return the evidence registered."""
