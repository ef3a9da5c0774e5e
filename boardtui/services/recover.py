"""The recycle bin: what was deleted is restored, with what hung on it, as a change that can itself be undone.

Everything is worked out from the journal and the schema: no code per table (DESIGN 7).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from boardtui.domain.roles import Step, require
from boardtui.domain.states import LOCKED, LetterState
from boardtui.domain.text import shorten
from boardtui.errors import BoardError, LockedError
from boardtui.store import journal
from boardtui.store.journal import Change
from boardtui.store.reading import deleted
from boardtui.store.reading.deleted import Thing
from boardtui.store.reading.naming import Names
from boardtui.store.triggers import image
from boardtui.store.unit import Work

Key = tuple[str, str]
"""A row: its table and its identity."""

ORDERING = ("number", "sequence", "position", "decision_number")
"""Columns that number a row among others: a number that is taken by now gives way to the next free one."""

_SIGNED = {
    "meeting": tuple(map(str, LOCKED)),
    "letter": (str(LetterState.SIGNED), str(LetterState.SENT)),
}
"""Records whose parts are not restored once they are in one of these states."""

_GO_ON = ("meeting", "agenda_item")
"""Records in which the clock runs on, and somebody else takes the chair: what moved on there stays as it is."""

_LONGEST = 60


@dataclass
class _Plan:
    """What restoring comes to: the rows that come back, and what the deletion changed beside them, now and then."""

    back: dict[Key, dict[str, Any]]
    now: dict[Key, dict[str, Any]] = field(default_factory=dict)
    then: dict[Key, dict[str, Any]] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)


def recover(work: Work, number: int) -> str:
    """Restore what has this number in the bin, and what its deletion changed; return what was restored.

    Refused where that would change what was signed, where what it belongs to is gone too, or where what its deletion
    changed was changed again since. A place or number that was taken meanwhile gives way, and that is told.
    """
    require(work.role, Step.RESTORE)
    work.session.flush()
    thing = deleted.find(work.db, number)
    names = Names(work.db)
    plan = _Plan({(one.table, one.row): dict(one.image) for one in thing.rows})
    _refuse_signed(work, names, plan)
    _refuse_orphans(work, names, plan)
    _plan_changes(work, names, thing, plan)
    _settle_order(work, names, plan)
    _refuse_taken(work, names, plan)
    journal.apply(work.db, list(_as_changes(plan)), reverse=True)
    work.session.expire_all()
    said = f"Restore {thing.deleted.named}: {shorten(thing.deleted.words, _LONGEST)}"
    work.say(said)
    for sentence in plan.told:
        work.tell(sentence)
    return said


def _refuse_signed(work: Work, names: Names, plan: _Plan) -> None:
    """Refuse what would come back into signed minutes or a signed letter."""
    for table, _, linked in _links(names, plan, only_needed=True):
        found = _row(work, table, linked) if table in _SIGNED else None
        if found is not None and found["state"] in _SIGNED[table]:
            what = names.label(table, linked)
            raise LockedError(
                f"{_what_was_signed(table, what)} signed since this was deleted.",
                "What was signed cannot be changed, only amended; nothing was restored.",
                f"Its words can be read here: amend {what} if they belong there.",
            )


def _what_was_signed(table: str, what: str) -> str:
    return f"The minutes of {what} were" if table == "meeting" else f"{what[:1].upper()}{what[1:]} was"


def _refuse_orphans(work: Work, names: Names, plan: _Plan) -> None:
    """Refuse what names a record that is gone, saying what must be restored first."""
    for table, column, linked in _links(names, plan):
        if (table, linked) in plan.back or _row(work, table, linked):
            continue
        held = next((t for t in deleted.things(work.db) if (table, linked) in [(g.table, g.row) for g in t.rows]), None)
        raise BoardError(
            f"Its {names.field(column)}, {names.label(table, linked)}, was deleted too.",
            "Nothing was restored.",
            f"Restore {held.deleted.named} first (number {held.deleted.number})." if held else "Undo that first.",
        )


def _links(names: Names, plan: _Plan, *, only_needed: bool = False) -> Iterator[tuple[str, str, str]]:
    """Yield each record that the rows name: its table, in which column, and its identity."""
    for (own, _), values in plan.back.items():
        for column, (table, needed) in names.links(own).items():
            if values.get(column) and (needed or not only_needed):
                yield table, column, str(values[column])


def _plan_changes(work: Work, names: Names, thing: Thing, plan: _Plan) -> None:
    """Plan to put back what the deletion changed in other records, unless they were changed again since."""
    ours = {one.row for one in thing.rows} | {name for one in thing.rows for name in one.links}
    for key, (before, after) in _updates(work, thing).items():
        found = _row(work, *key)
        if key in plan.back or found is None or not (thing.alone or key[1] in ours):
            continue
        changed = [name for name in before if before[name] != after.get(name) and name != "version"]
        moved_on = [name for name in changed if found.get(name) != after[name] and name not in ORDERING]
        if moved_on and key[0] not in _GO_ON:
            _refuse_moved_on(names, key, found, moved_on)
        plan.now[key] = found
        plan.then[key] = found | {name: before[name] for name in changed if name not in moved_on}


def _updates(work: Work, thing: Thing) -> dict[Key, tuple[dict[str, Any], dict[str, Any]]]:
    """Return the rows that the deletion changed and left there, before and after it."""
    found: dict[Key, tuple[dict[str, Any], dict[str, Any]]] = {}
    for change in journal.changes(work.db, entry=thing.deleted.entry, present=True):
        if change.op == "update" and change.before and change.after:
            before, after = json.loads(change.before), json.loads(change.after)
            found[change.table, change.row] = (found.get((change.table, change.row), (before, after))[0], after)
    return found


def _refuse_moved_on(names: Names, key: Key, found: dict[str, Any], columns: list[str]) -> None:
    what = f"{names.kind(key[0])} {names.row(*key, found)}".strip()
    raise BoardError(
        f"{what[:1].upper()}{what[1:]} was changed again since: {', '.join(map(names.field, columns))}.",
        "Restoring this would take that back; nothing was restored.",
        "Read its words here and enter them again.",
    )


def _settle_order(work: Work, names: Names, plan: _Plan) -> None:
    """Put everything back in its old order where nothing stands in the way; else what comes back goes to the end."""
    if not _begun(work, plan) and not any(_clashes(work, names, plan)):
        return
    for key, then in plan.then.items():
        then.update({name: plan.now[key][name] for name in ORDERING if name in then})
    for key, column in list(_clashes(work, names, plan)):
        _renumber(work, names, plan, key, column)


def _begun(work: Work, plan: _Plan) -> bool:
    """Say whether items of a meeting that has begun would get other numbers, which its minutes name by then."""
    renumbered = [key for key, then in plan.then.items() if any(then.get(n) != plan.now[key].get(n) for n in ORDERING)]
    meetings = {plan.now[key]["meeting_id"] for key in renumbered if key[0] == "agenda_item"}
    return any((_row(work, "meeting", one) or {}).get("opened_at") for one in meetings)


def _clashes(work: Work, names: Names, plan: _Plan) -> Iterator[tuple[Key, str]]:
    """Yield each row that comes back and has a number which another one has by then."""
    for key, values in plan.back.items():
        for column in ORDERING:
            if values.get(column) is None:
                continue
            scope = _scope(work, names, key[0], column, values)
            others = {row: number for row, number in _numbers(work, key[0], column, scope).items() if row != key[1]}
            others |= {
                row: then[column] for (table, row), then in plan.then.items() if table == key[0] and row in others
            }
            if values[column] in others.values():
                yield key, column


def _renumber(work: Work, names: Names, plan: _Plan, key: Key, column: str) -> None:
    values = plan.back[key]
    old = values[column]
    taken = _numbers(work, key[0], column, _scope(work, names, key[0], column, values)).values()
    values[column] = max([old, *(number for number in taken if number is not None)]) + 1
    what = names.kind(key[0])
    if column == "position":
        if key == next(iter(plan.back)):
            plan.told.append(f"The {what} stands last now: its place was taken since.")
        return
    plan.told.append(f"The {what} is number {values[column]} now: {old} was given to another one since.")
    _rename(names, plan, key, old, values[column])


def _rename(names: Names, plan: _Plan, key: Key, old: int, new: int) -> None:
    """Let rows that are named after a number follow it: the duty “L3 answer” of what is letter L4 now."""
    for other, values in plan.back.items():
        if other == key or key[1] not in [values.get(name) for name in names.links(other[0])]:
            continue
        found = re.match(rf"([A-Z]{{1,3}}){old}\b", str(values.get("ref", "")))
        if found:
            for name, text in values.items():
                if isinstance(text, str):
                    values[name] = re.sub(rf"\b{found[1]}{old}\b", f"{found[1]}{new}", text)


def _scope(work: Work, names: Names, table: str, column: str, values: dict[str, Any]) -> dict[str, Any]:
    """Return the columns within which a number must be another one: those of its key, or what the row belongs to."""
    for columns in _unique(work, table):
        if column in columns:
            return {name: values[name] for name in columns if name != column}
    if values.get("meeting_id"):
        return {"meeting_id": values["meeting_id"]}
    return {name: values[name] for name, (_, needed) in names.links(table).items() if needed}


def _numbers(work: Work, table: str, column: str, scope: dict[str, Any]) -> dict[str, Any]:
    where = " AND ".join(f"{name} = ?" for name in scope) or "1"
    return dict(work.db.execute(f"SELECT id, {column} FROM {table} WHERE {where}", list(scope.values())).fetchall())


def _refuse_taken(work: Work, names: Names, plan: _Plan) -> None:
    """Refuse a reference that another record has by now."""
    for (table, row), values in plan.back.items():
        for columns in _unique(work, table):
            where = " AND ".join(f"{name} = ?" for name in columns)
            told = [values[name] for name in columns]
            if work.db.execute(f"SELECT 1 FROM {table} WHERE {where} AND id <> ?", (*told, row)).fetchone():
                raise BoardError(
                    f"There is another {names.kind(table)} {told[-1]} by now.",
                    "Two cannot have the same reference; nothing was restored.",
                    "Remove that one, or give it another reference, then restore this one.",
                )


def _unique(work: Work, table: str) -> list[list[str]]:
    """Return the columns of each key of a table, but for its identity."""
    indexes = [name for _, name, unique, *_ in work.db.execute(f"PRAGMA index_list({table})").fetchall() if unique]
    found = [[name for _, _, name in work.db.execute(f"PRAGMA index_info({index})").fetchall()] for index in indexes]
    return [columns for columns in found if columns != ["id"]]


def _as_changes(plan: _Plan) -> Iterator[Change]:
    """Put the plan as changes that the journal can take back: the deletions, and what was changed with them."""
    for (table, row), values in plan.back.items():
        yield Change(0, None, table, row, "delete", json.dumps(values), None)
    for (table, row), then in plan.then.items():
        if then != plan.now[table, row]:
            yield Change(0, None, table, row, "update", json.dumps(then), json.dumps(plan.now[table, row]))


def _row(work: Work, table: str, row: str) -> dict[str, Any] | None:
    whole = image(work.db, table, "t")
    found = work.db.execute(f"SELECT {whole} FROM {table} AS t WHERE id = ?", (row,)).fetchone()
    return json.loads(found[0]) if found else None
