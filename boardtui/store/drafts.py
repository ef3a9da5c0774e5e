"""Half-typed text, kept on disk beside the record so that a crash loses at most the last moments of typing."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from boardtui.domain.text import clean


@dataclass(frozen=True)
class Draft:
    """Text somebody had begun to type, where, and where the cursor stood."""

    place: str
    text: str
    cursor: int


def keep(db: sqlite3.Connection, place: str, text: str, cursor: int, at: datetime) -> None:
    """Keep the text typed at `place`; an empty one forgets it."""
    if text := clean(text):
        db.execute(
            "INSERT INTO local_draft VALUES (?, ?, ?, ?) ON CONFLICT (place) DO UPDATE "
            "SET text = excluded.text, cursor = excluded.cursor, saved_at = excluded.saved_at",
            (place, text, cursor, at.isoformat()),
        )
    else:
        db.execute("DELETE FROM local_draft WHERE place = ?", (place,))


def kept(db: sqlite3.Connection, place: str) -> list[Draft]:
    """Return the drafts whose place begins with `place`, oldest first."""
    rows = db.execute(
        "SELECT place, text, cursor FROM local_draft WHERE substr(place, 1, length(:place)) = :place "
        "ORDER BY saved_at, place",
        {"place": place},
    )
    return [Draft(*row) for row in rows.fetchall()]
