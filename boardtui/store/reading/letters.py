"""Reads of the Chair's letters and reports, block by block."""

from __future__ import annotations

from typing import Any

from boardtui.domain import views
from boardtui.domain.states import Series
from boardtui.errors import NotFoundError
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import made, rows

_BLOCKS = """
SELECT b.*, b.text <> b.drafted AS edited
FROM letter_block AS b JOIN letter AS l ON l.id = b.letter_id
WHERE l.series = :series AND (:number IS NULL OR l.number = :number)
ORDER BY b.position, b.id
"""
_LETTERS = "SELECT * FROM letter WHERE series = :series AND (:number IS NULL OR number = :number) ORDER BY number"


def letters(db: Database, series: str = Series.LETTER) -> list[views.Letter]:
    """Return every letter (or report) with its blocks, in order of number."""
    return _letters(db, series, None)


def letter(db: Database, number: int, series: str = Series.LETTER) -> views.Letter:
    """Return the letter (or report) of that number; raises NotFoundError."""
    found = _letters(db, series, number)
    if not found:
        raise NotFoundError(f"There is no {series} {number}.", "", "Look under Letters.")
    return found[0]


def _letters(db: Database, series: str, number: int | None) -> list[views.Letter]:
    blocks: dict[Any, list[views.Block]] = {}
    for row in rows(db, _BLOCKS, series=series, number=number):
        blocks.setdefault(row["letter_id"], []).append(made(views.Block, row, figures=()))
    found = rows(db, _LETTERS, series=series, number=number)
    return [made(views.Letter, row, blocks=tuple(blocks.get(row["id"], ()))) for row in found]
