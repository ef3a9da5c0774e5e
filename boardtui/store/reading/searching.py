"""Search everywhere: the records that hold the words typed, the nearest first, each with the words in context."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardtui.domain.searching import Found, Part, Piece, parts
from boardtui.domain.states import EntryKind
from boardtui.domain.text import one_line
from boardtui.domain.thread import Knot
from boardtui.store import search
from boardtui.store.reading import restricted, thread
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import Columns, rows

MOST = 50
"""Records offered at once."""

_BEGINS, _ENDS = "\x02", "\x03"
"""What stands before and after a hit; no text of a record holds such a character."""

FOUND = f"""
SELECT r.source, r.row_id, highlight(fts_word, 0, '{_BEGINS}', '{_ENDS}') AS name,
    snippet(fts_word, 1, '{_BEGINS}', '{_ENDS}', '…', 24) AS words
FROM fts_word AS w JOIN fts_record AS r ON r.id = w.rowid
WHERE fts_word MATCH :wanted AND w.rank MATCH 'bm25(4.0, 1.0)'
ORDER BY w.rank LIMIT :most
"""
"""A hit in a record's name counts four times one in its words."""

_PART_OF = {
    "action_update": ("action", "action_id", restricted.of_update("x")),
    "rating": ("plan_line", "line_id", restricted.of_rating("x")),
    "letter_block": ("letter", "letter_id", "NULL"),
    "holder": ("office", "office_id", "NULL"),
}
"""Table → the table of the record on whose screen its rows stand, how they name it, and why they are restricted."""

_KINDS = {"action_update": "update of action", "rating": "rating of line", "letter_block": "in", "holder": "person"}
_OTHERS = {"office": ("person", "x.initials"), "meeting": ("meeting", "CAST(x.number AS TEXT)")}
"""What can be found that is not on the golden thread: its kind, and SQL for its reference."""

_NAMED_BY_REFERENCE = (*_PART_OF, "entry", "finding", "agenda_item")
"""Tables whose rows have no reference among their own words."""

_REFERENCE = re.compile(r"^[A-Za-z]{0,4} ?[A-Z]?[0-9]{1,4}([./][0-9]{1,4}){0,2}$")


def found(db: Database, typed: str, most: int = MOST) -> list[Found]:
    """Return what was found, the nearest first; a record whose reference is typed before all others."""
    search.make_ready(db)
    wanted = query(parts(typed))
    if not wanted:
        return []
    by_words = [one for row in rows(db, FOUND, wanted=wanted, most=most) if (one := _made(db, row)) is not None]
    named = _named(db, one_line(typed))
    itself = [(one.kind, one.opens) for one in named]
    return [*named, *(one for one in by_words if (one.kind, one.opens) not in itself)][:most]


def query(wanted: tuple[Part, ...]) -> str:
    """Write what is looked for in the words of FTS5: each part in quotes, so that nothing of it is a command."""
    return " ".join(f'"{part.text.replace(chr(34), chr(34) * 2)}"{"" if part.whole else " *"}' for part in wanted)


def _named(db: Database, ref: str) -> list[Found]:
    knot = thread.named(db, ref) if _REFERENCE.match(ref) else None
    if knot is None:
        return []
    return [Found(_kind(knot), (Piece(knot.ref, hit=True),), (Piece(knot.text),), knot, restricted=knot.restricted)]


def _made(db: Database, row: Columns) -> Found | None:
    """Make one of what was found; nothing of an index that names a row which is gone."""
    source = row["source"]
    table, of, why = _PART_OF.get(source, (source, "id", "NULL"))
    sql = f"SELECT x.{of} AS id, {why} AS why FROM {source} AS x WHERE x.id = :id"
    part = next(iter(rows(db, sql, id=row["row_id"])), None)
    opens = _opened(db, table, part["id"]) if part else None
    if part is None or opens is None:
        return None
    kind = _KINDS.get(source) or _kind(opens)
    name = tuple(_pieces(row["name"]))
    if source in _NAMED_BY_REFERENCE:
        name = (Piece(opens.ref), *((Piece(" "), *name) if name else ()))
    return Found(kind, name, tuple(_pieces(row["words"])), opens, part["id"], part["why"] or opens.restricted)


def _kind(knot: Knot) -> str:
    """Return what a record is called: a line of minutes by what it is, one that raised an action a minute."""
    if knot.kind != "entry":
        return knot.kind
    kind = knot.state.partition(" ")[0]
    return "minute" if kind == EntryKind.ACTION else kind


def _opened(db: Database, table: str, row_id: str) -> Knot | None:
    if table in _OTHERS:
        kind, ref = _OTHERS[table]
        named = rows(db, f"SELECT {ref} AS ref FROM {table} AS x WHERE x.id = :id", id=row_id)
        return Knot(kind, named[0]["ref"], "") if named else None
    return thread.knot(db, table, row_id)


def _pieces(text: str) -> Iterator[Piece]:
    """Take a text apart where a hit begins and ends; it becomes one line."""
    for number, part in enumerate(re.split(f"[{_BEGINS}{_ENDS}]", " ".join(text.split()))):
        if part:
            yield Piece(part, hit=number % 2 == 1)
