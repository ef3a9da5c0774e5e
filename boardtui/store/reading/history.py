"""Reads of the history of the whole Board or of one record, from the journal alone: no code per table (DESIGN 7).

Entries are paged in SQL, newest first; what an entry changed comes from the journal's own `changes`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from boardtui.domain.history import Field, Happening, RecordChange, Subject, Wanted
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.text import one_line, shorten
from boardtui.errors import BoardError, NotFoundError
from boardtui.store import journal
from boardtui.store.reading import kept_out, thread
from boardtui.store.reading.naming import Names
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import quoted, rows

PAGE = 200
"""Entries read at once."""

NOT_SHOWN = (
    *("id", "version"),
    *("salt", "cost", "digest"),  # of the Chair's passphrase
    *("snapshot", "open_text", "full_text", "chain_head"),  # what a seal holds is the paper itself
)
"""Columns that say nothing to people, or must not be said."""

_WORDS = {"insert": "added", "update": "changed", "delete": "removed"}
_GONE = """
SELECT c.table_name, c.row_id, c.before FROM journal_change AS c
JOIN (SELECT max(id) AS id FROM journal_change WHERE entry IS NOT NULL GROUP BY table_name, row_id) AS last
    ON last.id = c.id
WHERE c.op = 'delete' ORDER BY c.id DESC
"""
_SAYS = """EXISTS (
    SELECT 1 FROM journal_change AS c, json_each(coalesce(c.after, c.before)) AS f
    WHERE c.entry = e.sequence AND c.table_name IN ({tables}) AND f.type = 'text'
        AND f.key NOT LIKE '%id' AND instr(lower(f.value), :word{n}) > 0
)"""


def subject(db: Database, ref: str, kind: str = "") -> Subject:
    """Return the record that a reference names: `5/03`, `N 5.7`, `meeting 5`, an office's initials; or raise.

    One that was deleted is found by the reference it had.
    """
    wanted = one_line(ref)
    of = {} if kind not in ("", "meeting", "office") else _apart(db, wanted)
    if of and kind in ("", of["table"]):
        return Subject(of["table"], of["ref"], of["table"], of["id"])
    try:
        table, row, knot = thread.located(db, wanted, kind)
    except NotFoundError as problem:
        if (gone := _gone(db, wanted, kind)) is not None:
            return gone
        raise NotFoundError(
            f"There is no record “{shorten(wanted, 40)}”.",
            "",
            "Write an action (5/03), a line (3.2), a paragraph (N 5.7), an indicator (I1), meeting 5, letter 2, "
            "or an office's initials (DCS).",
        ) from problem
    return Subject(Names(db).kind(table), knot.ref, table, row)


def happenings(
    db: Database,
    wanted: Wanted,
    of: Subject | None = None,
    *,
    before: int | None = None,
    after: int | None = None,
    limit: int = PAGE,
) -> list[Happening]:
    """Return a page of entries, newest first and without their changes: those before an entry, or after one."""
    where, values = _where(db, wanted, of)
    if before is not None:
        where.append("e.sequence < :before")
    if after is not None:
        where.append("e.sequence > :after")
    order = "ASC" if after is not None else "DESC"
    sql = (
        "SELECT e.sequence, e.at, e.who, e.role, e.sentence, e.undoes FROM journal_entry AS e "
        f"WHERE {' AND '.join(where)} ORDER BY e.sequence {order} LIMIT :limit"
    )
    found = [Happening(**row) for row in rows(db, sql, **values, before=before, after=after, limit=limit)]
    return found if order == "DESC" else found[::-1]


def count(db: Database, wanted: Wanted, of: Subject | None = None, *, after: int = 0) -> int:
    """Return how many entries there are of what is asked for, in all or after an entry."""
    where, values = _where(db, wanted, of)
    sql = f"SELECT count(*) AS many FROM journal_entry AS e WHERE e.sequence > :after AND {' AND '.join(where)}"
    (found,) = rows(db, sql, **values, after=after)
    return int(found["many"])


def in_full(
    db: Database,
    entry: Happening,
    of: Subject | None = None,
    kind: str = "",
    names: Names | None = None,
    out: Mapping[str, str] | None = None,
) -> Happening:
    """Return an entry with everything it changed; `of` keeps a record and what hangs on it, `kind` one kind.

    What changed of the rows in `out`, and of what hangs on them, is withheld for the reason given there.
    """
    naming = names or Names(db)
    changed = journal.changes(db, entry=entry.sequence, holding=of.id if of else None)
    asked = (one for one in changed if kind.casefold() in naming.kind(one.table).casefold())
    return kept_out.without_words(replace(entry, changes=tuple(_told(naming, one, out) for one in asked)))


def every(
    db: Database, wanted: Wanted, of: Subject | None = None, version: PaperVersion = PaperVersion.RESTRICTED
) -> Iterator[Happening]:
    """Yield every entry of what is asked for in full, newest first, read page by page."""
    names, last = Names(db), None
    out = kept_out.kept_out(db) if version == PaperVersion.OPEN else None
    while page := happenings(db, wanted, of, before=last):
        for entry in page:
            yield in_full(db, entry, of, wanted.kind, names, out)
        last = page[-1].sequence


def _gone(db: Database, wanted: str, kind: str) -> Subject | None:
    """Return the record deleted last that had this reference, with its kind before it or without."""
    names = Names(db)
    found = db.execute(_GONE).fetchall()
    for table, row, image in found:
        of = Subject(names.kind(table), names.row(table, row, json.loads(image)), table, row)
        if wanted.casefold() in (of.ref.casefold(), of.named.casefold()) and kind in ("", of.kind):
            return of
    return None


def _apart(db: Database, wanted: str) -> dict[str, Any]:
    """Find a meeting (`meeting 5`) or an office (`DCS`), which are not on the golden thread."""
    found = rows(
        db,
        """SELECT 'meeting' AS "table", id, 'meeting ' || number AS ref FROM meeting
        WHERE 'meeting ' || number = lower(:wanted)
        UNION ALL SELECT 'office', id, initials FROM office WHERE lower(initials) = lower(:wanted)""",
        wanted=wanted,
    )
    return found[0] if found else {}


def _where(db: Database, wanted: Wanted, of: Subject | None) -> tuple[list[str], dict[str, Any]]:
    """Return the conditions as SQL over an entry `e`, with their values."""
    where, values = ["1"], dict[str, Any]()
    if wanted.who:
        where.append("instr(lower(e.who), :who) > 0")
        values["who"] = wanted.who.lower()
    if wanted.role:
        where.append("e.role LIKE :role || '%'")
        values["role"] = wanted.role
    if wanted.since:
        where.append("substr(e.at, 1, 10) >= :since")
        values["since"] = wanted.since.isoformat()
    if wanted.until:
        where.append("substr(e.at, 1, 10) <= :until")
        values["until"] = wanted.until.isoformat()
    tables = _tables(db, wanted.kind)
    changed = [f"c.table_name IN ({tables})"] if wanted.kind else []
    if of is not None:
        changed.append(journal.HOLDS.format(":holding"))
        values["holding"] = of.id
    if changed:
        where.append(
            f"EXISTS (SELECT 1 FROM journal_change AS c WHERE c.entry = e.sequence AND {' AND '.join(changed)})"
        )
    for n, word in enumerate(wanted.words.lower().split()):
        where.append(f"(instr(lower(e.sentence), :word{n}) > 0 OR {_SAYS.format(n=n, tables=tables)})")
        values[f"word{n}"] = word
    return where, values


def _tables(db: Database, kind: str) -> str:
    """Return the tables whose records are of a kind as people write it, as a list in SQL; all for none."""
    names = Names(db)
    found = [table for table in names.tables if kind.casefold() in names.kind(table).casefold()]
    return quoted(found) or "''"


def _told(names: Names, change: journal.Change, out: Mapping[str, str] | None = None) -> RecordChange:
    before, after = _image(change.before), _image(change.after)
    ref = names.row(change.table, change.row, after or before)
    known = ("", ref) if change.op != "update" else ("",)  # what its name says already
    fields = [
        Field(
            names.field(column),
            names.value(change.table, column, before.get(column)),
            names.value(change.table, column, after.get(column)),
        )
        for column in after or before
        if column not in NOT_SHOWN
        and before.get(column) != after.get(column)
        and (column != "position" or change.op == "update")
    ]
    told = RecordChange(
        names.kind(change.table),
        ref,
        _WORDS.get(change.op, change.op),
        tuple(field for field in fields if (field.before or field.after) not in known),
    )
    because = kept_out.reason(change, out) if out is not None else None
    return kept_out.opened(told, because) if because else told


def _image(text: str | None) -> dict[str, Any]:
    return json.loads(text) if text else {}


def kinds(db: Database) -> list[str]:
    """Return the kinds of record there are, as people call them."""
    names = Names(db)
    return sorted(names.kind(table) for table in names.tables)


def check(db: Database, wanted: Wanted) -> None:
    """Refuse a kind of record that there is not, naming those there are."""
    if wanted.kind and _tables(db, wanted.kind) == "''":
        raise BoardError(f"There are no records called “{shorten(wanted.kind, 40)}”.", "", ", ".join(kinds(db)) + ".")
