"""Reads of the Chair's letters, block by block."""

from __future__ import annotations

from typing import Any

from boardtui.domain import views
from boardtui.errors import NotFoundError
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import made, rows

_BLOCKS = """
SELECT b.*, b.text <> b.drafted AS edited
FROM letter_block AS b JOIN letter AS l ON l.id = b.letter_id
WHERE :number IS NULL OR l.number = :number
ORDER BY b.position, b.id
"""


def letters(db: Database) -> list[views.Letter]:
    """Return every letter with its blocks, in order of number."""
    return _letters(db, None)


def letter(db: Database, number: int) -> views.Letter:
    """Return the letter of that number; raises NotFoundError."""
    found = _letters(db, number)
    if not found:
        raise NotFoundError(f"There is no letter {number}.", "", "Look at the list of letters.")
    return found[0]


def _letters(db: Database, number: int | None) -> list[views.Letter]:
    blocks: dict[Any, list[views.Block]] = {}
    for row in rows(db, _BLOCKS, number=number):
        blocks.setdefault(row["letter_id"], []).append(made(views.Block, row))
    found = rows(db, "SELECT * FROM letter WHERE :number IS NULL OR number = :number ORDER BY number", number=number)
    return [made(views.Letter, row, blocks=tuple(blocks.get(row["id"], ()))) for row in found]
