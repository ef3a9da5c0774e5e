"""Live mode's own uses of the minutes: an entry is put right, or turned into another kind (DESIGN 5)."""

from __future__ import annotations

from boardtui.domain.states import EntryKind
from boardtui.domain.text import clean
from boardtui.services import minutes
from boardtui.store.models import Entry
from boardtui.store.unit import Work

CYCLE = (EntryKind.NOTE, EntryKind.ACTION, EntryKind.DECISION, EntryKind.CHALLENGE)
"""The kinds an entry is turned through, one key each time."""


def replace_line(work: Work, entry_id: str, version: int, typed: str, draft: str = "") -> str:
    """Put another line in an entry's place; an empty one removes the entry. Returns the entry's id."""
    work.get(Entry, entry_id, version, {"typed": typed})
    work.db.execute("DELETE FROM local_draft WHERE place = ?", (draft,))
    if not clean(typed).strip():
        minutes.remove_entry(work, entry_id)
        return entry_id
    minutes.edit_entry(work, entry_id, version, typed)
    return entry_id


def turn_entry(work: Work, entry_id: str) -> EntryKind:
    """Turn an entry into the next kind of the cycle, with the same words; return which."""
    kind = EntryKind(work.get(Entry, entry_id).kind)
    following = CYCLE[(CYCLE.index(kind) + 1) % len(CYCLE)] if kind in CYCLE else EntryKind.NOTE
    minutes.convert_entry(work, entry_id, following)
    return following
