"""Reads of the Board itself: its settings and its rating scheme."""

from __future__ import annotations

from boardtui.domain import views
from boardtui.domain.ratings import DEFAULT_SCHEME, Level
from boardtui.errors import NotFoundError
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch

_BOARD = """
SELECT b.*, '' AS as_at,
    coalesce(i.title, '') AS instrument, coalesce(i.kind, 'none') AS instrument_kind, i.commenced,
    i.number AS instrument_number, i.lifted_on,
    (SELECT coalesce(max(sequence), 0) FROM journal_entry) AS journal,
    coalesce((SELECT hash FROM journal_entry ORDER BY sequence DESC LIMIT 1), '') AS head,
    coalesce(p.file_name, '') AS letterhead_file, coalesce(p.data, '') AS letterhead_data
FROM board AS b
LEFT JOIN (SELECT title, kind, commenced, number, lifted_on FROM instrument ORDER BY number DESC LIMIT 1) AS i
LEFT JOIN (SELECT file_name, data FROM letterhead_picture ORDER BY id LIMIT 1) AS p
LIMIT 1
"""
_SCHEME = """
SELECT letter, word, meaning, colour, "rank", needs_path, needs_evidence
FROM rating_level ORDER BY position, letter
"""


def board(db: Database) -> views.Board:
    """Return the Board of this file and the instrument it works under."""
    found = fetch(db, views.Board, _BOARD)
    if not found:
        raise NotFoundError("This file holds no Board yet.", "It was never filled.", "Start a Board with: boardtui new")
    return found[0]


def scheme(db: Database) -> tuple[Level, ...]:
    """Return the Board's rating levels in the order of its key; the default ones where it set none."""
    return tuple(fetch(db, Level, _SCHEME)) or DEFAULT_SCHEME
