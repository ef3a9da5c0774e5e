"""Live mode's own uses of the minutes: a line is entered, put right, turned into another kind (DESIGN 5)."""

from __future__ import annotations

from boardtui.domain.describing import steers
from boardtui.domain.grammar import parse
from boardtui.domain.states import EntryKind
from boardtui.domain.text import clean
from boardtui.errors import BoardError
from boardtui.services import finding, minutes, session
from boardtui.store.models import Entry, Meeting
from boardtui.store.reading.known import Known
from boardtui.store.unit import Work

CYCLE = (EntryKind.NOTE, EntryKind.ACTION, EntryKind.DECISION, EntryKind.CHALLENGE)
"""The kinds an entry is turned through, one key each time."""


def enter_line(work: Work, meeting: int, typed: str, draft: str = "") -> str:
    """Minute one typed line; one that the record refuses is kept as typed and marked to tidy.

    Returns the entry's id, or "" for a line that only steers. `draft` is forgotten in the same transaction.
    """
    return minutes.enter(work, meeting, typed, draft)


def replace_line(work: Work, entry_id: str, version: int, typed: str, draft: str = "") -> str:
    """Put another line in an entry's place; an empty one removes the entry. Returns the entry's id."""
    entry = work.get(Entry, entry_id, version, {"typed": typed})
    work.db.execute("DELETE FROM local_draft WHERE place = ?", (draft,))
    if not clean(typed).strip():
        minutes.remove_entry(work, entry_id)
        return entry_id
    number = finding.unsigned(work.get(Meeting, entry.meeting_id)).number
    parsed = parse(typed, Known(work.db, number))
    if parsed is not None and steers(parsed.line):
        raise BoardError(
            "That line steers the meeting; it is not an entry.",
            "The entry was left as it is; what you typed is back in the box.",
            "Press esc to leave the entry, then type the line.",
        )
    minutes.edit_entry(work, entry_id, version, typed)
    return entry_id


def turn_entry(work: Work, entry_id: str) -> EntryKind:
    """Turn an entry into the next kind of the cycle, with the same words; return which."""
    kind = EntryKind(work.get(Entry, entry_id).kind)
    following = CYCLE[(CYCLE.index(kind) + 1) % len(CYCLE)] if kind in CYCLE else EntryKind.NOTE
    minutes.convert_entry(work, entry_id, following)
    return following


def resume(work: Work, meeting: int) -> None:
    """Come back to a meeting in session; the time away is not counted as used."""
    session.resume(work, meeting)
