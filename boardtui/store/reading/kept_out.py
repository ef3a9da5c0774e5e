"""Reads of what an open history leaves out, and why: what is restricted, and what hangs on it (rule 12)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from boardtui.domain.history import Field, Happening, RecordChange
from boardtui.domain.withholding import withheld_line
from boardtui.store import journal
from boardtui.store.reading import restricted
from boardtui.store.reading.reader import Database

WITHHELD = "withheld"
"""The name of the one field that stands in the place of all fields of a restricted record."""

_ROWS = f"""
SELECT id, restricted FROM agenda_item WHERE restricted IS NOT NULL
UNION ALL SELECT e.id, {restricted.of_entry("e")} FROM entry AS e WHERE {restricted.of_entry("e")} IS NOT NULL
UNION ALL SELECT a.id, {restricted.of_action("a")} FROM action AS a WHERE {restricted.of_action("a")} IS NOT NULL
UNION ALL SELECT u.id, {restricted.of_update("u")} FROM action_update AS u WHERE {restricted.of_update("u")} IS NOT NULL
UNION ALL SELECT r.id, {restricted.of_rating("r")} FROM rating AS r WHERE {restricted.of_rating("r")} IS NOT NULL
UNION ALL SELECT v.id, {restricted.of_line_move("v")} FROM line_move AS v
    WHERE {restricted.of_line_move("v")} IS NOT NULL
UNION ALL SELECT id, restricted FROM evidence WHERE restricted IS NOT NULL
UNION ALL SELECT id, restricted FROM correspondence WHERE restricted IS NOT NULL
UNION ALL SELECT id, restricted FROM assurance WHERE restricted IS NOT NULL
UNION ALL SELECT row_id, json_extract(before, '$.restricted') FROM journal_change
    WHERE op = 'delete' AND json_extract(before, '$.restricted') IS NOT NULL
"""
_REFERENCE = re.compile(r"(?=.*[0-9])[\w/., ]{1,40}")
_RESTORED = re.compile(r"(?i)\b(restore [^:]+): .*")


def kept_out(db: Database) -> dict[str, str]:
    """Return the rows that an open history leaves out, each with the reason."""
    return dict(db.execute(_ROWS).fetchall())


def reason(change: journal.Change, out: Mapping[str, str]) -> str | None:
    """Return why a change is left out: the row is restricted, was when it was changed, or hangs on one that is."""
    if change.row in out:
        return out[change.row]
    for image in (change.after, change.before):
        told = json.loads(image) if image else {}
        if told.get("restricted"):
            return str(told["restricted"])
        for column, value in told.items():
            if column.endswith("_id") and value in out:
                return out[value]
    return None


def opened(change: RecordChange, because: str) -> RecordChange:
    """Return a change without what its record says: which one it is and why it is withheld stay."""
    ref = change.ref if _REFERENCE.fullmatch(change.ref) else ""
    return replace(change, ref=ref, fields=(Field(WITHHELD, "", withheld_line(because)),))


def without_words(entry: Happening) -> Happening:
    """Return an entry whose sentence does not repeat the words of what is withheld in it."""
    if any(is_withheld(change) for change in entry.changes):
        return replace(entry, sentence=_RESTORED.sub(r"\1", entry.sentence))
    return entry


def is_withheld(change: RecordChange) -> bool:
    """Say whether a change was left out of an open history."""
    return [one.name for one in change.fields] == [WITHHELD]
