"""Reads for what comes back in Word files: whose the paragraphs are, and what was decided about them before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from boardtui.domain.points import Paper
from boardtui.domain.states import LOCKED, LetterState
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.reader import Database

_SIGNED = (LetterState.SIGNED, LetterState.SENT)
_MEETINGS = "SELECT m.number FROM entry AS e JOIN meeting AS m ON m.id = e.meeting_id WHERE replace(e.id, '-', '') = ?"
_LETTERS = """
SELECT l.series, l.number FROM letter_block AS b JOIN letter AS l ON l.id = b.letter_id
WHERE replace(b.id, '-', '') = ?
"""
_BLOCKS = """
SELECT b.id, b.version, b.key, b.heading, b.text FROM letter_block AS b JOIN letter AS l ON l.id = b.letter_id
WHERE l.series = :series AND l.number = :number
"""


@dataclass(frozen=True)
class Kept:
    """A record that a paper prints, as it is kept now: what people call it, its own text, and its restriction."""

    id: str
    version: int
    where: str
    text: str
    restricted: str | None = None
    item: int = 0
    kind: str = ""


def paper_of_marks(db: Database, marks: Iterable[str]) -> Paper | None:
    """Return the paper that most of these paragraphs belong to; None when none of them is of this Board."""
    found: Counter[tuple[str, int]] = Counter()
    for mark in marks:
        if mark[0] == "e":
            row = db.execute(_MEETINGS, (mark[1:],)).fetchone()
            found.update([("minutes", int(row[0]))] if row else [])
        else:
            row = db.execute(_LETTERS, (mark[1:],)).fetchone()
            found.update([(str(row[0]), int(row[1]))] if row else [])
    if not found:
        return None
    (kind, number), _ = found.most_common(1)[0]
    return Paper(kind, number, _locked(db, kind, number))


def kept(db: Database, paper: Paper) -> dict[str, Kept]:
    """Return the records of a paper by the mark that their paragraphs carry."""
    if paper.kind == "minutes":
        return {
            "e" + one.id.replace("-", ""): Kept(
                one.id, one.version, one.ref, one.text, one.restricted, one.item, one.kind if not one.to_tidy else ""
            )
            for one in entries(db, paper.number)
        }
    found = db.execute(_BLOCKS, {"series": paper.kind, "number": paper.number}).fetchall()
    return {
        "b" + row[0].replace("-", ""): Kept(
            row[0], row[1], f"{paper.name}: {(row[3] or row[2].replace('_', ' ')).lower()}", row[4], kind=row[2]
        )
        for row in found
    }


def decided(db: Database, paper: Paper) -> dict[str, str]:
    """Return what was decided about the points of a paper before, by their key."""
    return dict(db.execute("SELECT finding, decision FROM readback WHERE paper = ?", (paper.name,)).fetchall())


def made_at(db: Database, journal: int | None, head: str) -> int | None:
    """Return the journal entry that a file says it was made at, if it is one of this file's own."""
    if journal is None:
        return None
    row = db.execute("SELECT hash FROM journal_entry WHERE sequence = ?", (journal,)).fetchone()
    return journal if row and head and str(row[0]).startswith(head) else None


def _locked(db: Database, kind: str, number: int) -> str:
    if kind == "minutes":
        (state,) = db.execute("SELECT state FROM meeting WHERE number = ?", (number,)).fetchone()
        return str(state) if state in LOCKED else ""
    (state,) = db.execute("SELECT state FROM letter WHERE series = ? AND number = ?", (kind, number)).fetchone()
    return str(state) if state in _SIGNED else ""
