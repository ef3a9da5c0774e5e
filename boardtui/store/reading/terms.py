"""Reads of the Board's own words, and of what every abbreviation means here."""

from __future__ import annotations

from boardtui.domain.abbreviations import Term, office_meaning
from boardtui.domain.field_abbreviations import FIELD
from boardtui.domain.states import PersonKind
from boardtui.store.reading.board import board
from boardtui.store.reading.people import people
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch


def terms(db: Database) -> tuple[Term, ...]:
    """Return the Board's own words and abbreviations, in the order of the alphabet."""
    return tuple(fetch(db, Term, "SELECT text, means, spelt_out FROM term ORDER BY text COLLATE NOCASE, text"))


def meanings(db: Database) -> dict[str, str]:
    """Return what the abbreviations mean that the program and the Board's offices bring."""
    council = board(db).council
    offices = {one.initials: office_meaning(one, council) for one in people(db) if one.kind != PersonKind.GROUP}
    return {**{short: text for short, text in offices.items() if len(short) > 1}, **FIELD}
