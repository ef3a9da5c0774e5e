"""Reads of the Chair's letters and reports, block by block, with the figures each block says and what they are now."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from boardtui.domain import views
from boardtui.domain.states import HELD, MeetingState, Series
from boardtui.errors import NotFoundError
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch, made, quoted, rows

_COVERS_ALL = f"""
SELECT l.number, l.state FROM letter AS l
WHERE l.series = :series AND l.number = (SELECT max(number) FROM letter WHERE series = :series) AND NOT EXISTS (
    SELECT 1 FROM meeting AS m
    WHERE m.number > l.last_meeting AND m.state IN ({quoted(HELD)}) AND m.state <> '{MeetingState.IN_SESSION}'
)
"""
_BLOCKS = """
SELECT b.*, b.text <> b.drafted AS edited
FROM letter_block AS b JOIN letter AS l ON l.id = b.letter_id
WHERE {where}
ORDER BY b.position, b.id
"""
_LETTERS = "SELECT l.* FROM letter AS l WHERE {where} ORDER BY l.number"
_FIGURES = """
SELECT f.block_id, f.said, f.ref, f.value FROM figure AS f
    JOIN letter_block AS b ON b.id = f.block_id JOIN letter AS l ON l.id = b.letter_id
WHERE {where}
ORDER BY f.position, f.id
"""
_COMMENTS = """
SELECT c.id, c.version, b.key AS block, b.heading, c.given_on, c.given_by, c.text, c.decision, c.decided_on, c.answer,
    row_number() OVER (ORDER BY c.position, c.id) AS number
FROM fact_comment AS c JOIN letter AS l ON l.id = c.letter_id LEFT JOIN letter_block AS b ON b.id = c.block_id
WHERE l.series = :series AND l.number = :of ORDER BY c.position, c.id
"""


def covers_all(db: Database) -> tuple[int, str] | None:
    """Return number and state of the newest letter where it covers every meeting held: there is nothing new to say."""
    found: tuple[int, str] | None = db.execute(_COVERS_ALL, {"series": str(Series.LETTER)}).fetchone()
    return found


def letters(db: Database, series: str = Series.LETTER, today: date | None = None) -> list[views.Letter]:
    """Return every letter (or report) with its blocks, in order of number; their figures where a day is given."""
    return chosen(db, "l.series = :series", today, series=series)


def letter(db: Database, number: int, series: str = Series.LETTER, today: date | None = None) -> views.Letter:
    """Return the letter (or report) of that number, with its figures where a day is given; raises NotFoundError."""
    found = chosen(db, "l.series = :series AND l.number = :number", today, series=series, number=number)
    if not found:
        raise NotFoundError(f"There is no {series} {number}.", "", "Look under Letters.")
    return found[0]


def fact_comments(db: Database, number: int, series: str = Series.REPORT) -> list[views.FactComment]:
    """Return the comments of the council's fact check of a report, in order (DESIGN 4)."""
    return fetch(db, views.FactComment, _COMMENTS, series=series, of=number)


def says(text: str, said: str) -> bool:
    """Say whether a block still says a figure in the words it was drafted in."""
    return bool(re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text))


def chosen(db: Database, where: str, today: date | None = None, **named: Any) -> list[views.Letter]:
    """Return the letters for which the SQL `where` holds: `l` is the letter; their figures where a day is given."""
    figures = _figures(db, where, today, named) if today else {}
    blocks: dict[Any, list[views.Block]] = {}
    for row in rows(db, _BLOCKS.format(where=where), **named):
        said = [one for one in figures.get(row["id"], ()) if _stands(row["text"], one.said)]
        blocks.setdefault(row["letter_id"], []).append(made(views.Block, row, figures=tuple(said)))
    found = rows(db, _LETTERS.format(where=where), **named)
    return [made(views.Letter, row, blocks=tuple(blocks.get(row["id"], ()))) for row in found]


def _figures(db: Database, where: str, today: date, named: dict[str, Any]) -> dict[Any, list[views.Figure]]:
    from boardtui.store.reading.figures import RecordsNow, looked_up

    records = RecordsNow(db, today)
    found: dict[Any, list[views.Figure]] = {}
    for row in rows(db, _FIGURES.format(where=where), **named):
        figure = views.Figure(row["said"], row["ref"], row["value"], None)
        found.setdefault(row["block_id"], []).append(looked_up(figure, records))
    return found


def _stands(text: str, said: str) -> bool:
    return said.startswith(views.TABLED) or says(text, said)
