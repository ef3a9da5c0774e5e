"""Reads of what a report rests on: everything a letter does, and the registers of the whole record (N 8.1, 8.2)."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from boardtui.domain.papers import LetterPaper, ReportPaper
from boardtui.domain.states import Series
from boardtui.store.reading.assurance import agreements, judgements
from boardtui.store.reading.correspondence import correspondence
from boardtui.store.reading.figures import RecordsNow
from boardtui.store.reading.instruments import instruments
from boardtui.store.reading.papers import letter_paper
from boardtui.store.reading.plan import moves
from boardtui.store.reading.reader import Database


def report_paper(db: Database, number: int, today: date) -> ReportPaper:
    """Return what a report rests on, as the records stand today."""
    as_letter = letter_paper(db, number, today, Series.REPORT)
    records = RecordsNow(db, today)
    known: dict[str, Any] = {field.name: getattr(as_letter, field.name) for field in fields(LetterPaper)}
    return ReportPaper(
        **known,
        ratings=tuple(records.ratings),
        actions=tuple(records.actions),
        held=tuple(records.held),
        registers=tuple(records.registers),
        challenged=tuple(records.challenged),
        requirements=tuple(records.requirements),
        flags=tuple(records.flags),
        checks=tuple(records.checks),
        assurance=tuple(records.assurance),
        support=tuple(records.support),
        evidence=tuple(records.evidence),
        moves={line.ref: tuple(moves(db, line.ref)) for line in as_letter.lines if line.moves},
        judgements=tuple(judgements(db)),
        agreements=tuple(agreements(db)),
        versions=tuple(instruments(db)),
        received=tuple(correspondence(db)),
    )
