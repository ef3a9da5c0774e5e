"""The backups of a Board file: a folder beside it, under the same protection, that only its owner can read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from boardtui.domain.backups import Backup, Holds, Why, file_name, named, no_longer_needed
from boardtui.domain.progress import Progress, silent
from boardtui.domain.states import HELD, ActionState
from boardtui.errors import BoardError
from boardtui.store.copying import copied, free_name, put
from boardtui.store.engine import explained, found_at_rest, schema_of

_LEFT_FOR = 3600.0
"""Seconds after which half a copy beside a newer one was left by a program that was killed."""

_HOLDS = f"""
SELECT b.id, b.name,
    (SELECT count(*) FROM meeting), (SELECT count(*) FROM meeting WHERE state IN ({", ".join(f"'{s}'" for s in HELD)})),
    (SELECT count(*) FROM action),
    (SELECT count(*) FROM action WHERE state IN ('{ActionState.OPEN}', '{ActionState.DONE}', '{ActionState.RETURNED}'))
FROM (SELECT 1) LEFT JOIN board AS b
"""
_LAST = "SELECT sequence, hash, sentence, who, at FROM journal_entry ORDER BY sequence DESC LIMIT 1"


def folder(path: Path) -> Path:
    """Return the folder of a Board file's backups: `our.board.backups`, beside it."""
    return path.with_name(f"{path.name}.backups")


def keep(path: Path, why: Why, at: datetime, told: Progress = silent) -> Path:
    """Make a backup, whole and checked, and put it into the folder; return it. The Board file is only read."""
    target = new_file(path, why, at)
    with copied(path, target, told) as half:
        _sweep(half)
        put(half, target)
    for one in no_longer_needed(named_in(path), at.date()):
        one.path.unlink(missing_ok=True)
    return target


def new_file(path: Path, why: Why, at: datetime) -> Path:
    """Return a free name for a backup, in a folder that is made if need be."""
    with explained(folder(path)):
        folder(path).mkdir(mode=0o700, exist_ok=True)
    return free_name(folder(path) / file_name(at, why))


def named_in(path: Path) -> list[Backup]:
    """Return the backups of a Board file, the last first, without a look into them."""
    return sorted(_found(folder(path)), key=lambda one: (one.at, one.path.stat().st_mtime_ns), reverse=True)


def listed(path: Path) -> list[Backup]:
    """Return the backups of a Board file with what each holds, the last first."""
    return [looked_into(one) for one in named_in(path)]


def looked_into(one: Backup) -> Backup:
    """Return a backup with what it holds, or with why it cannot be read."""
    try:
        return replace(one, holds=holds(one.path))
    except BoardError as problem:
        return replace(one, problem=problem.title)


def holds(path: Path) -> Holds:
    """Return what a Board file that no program has open holds; of any schema up to this program's."""
    with explained(path), closing(found_at_rest(path)) as db:
        return held_in(db)


def held_in(db: sqlite3.Connection) -> Holds:
    """Return what an open Board file holds."""
    board, name, meetings, held, actions, open_actions = db.execute(_HOLDS).fetchone()
    entries, head, last, who, at = db.execute(_LAST).fetchone() or (0, "", "", "", "")
    return Holds(
        board or "", name or "", schema_of(db), entries, head, last, who, at, meetings, held, actions, open_actions
    )


def _found(among: Path) -> Iterator[Backup]:
    if not among.is_dir():
        return
    for path in among.iterdir():
        known = named(path)
        if known and path.is_file():
            yield Backup(path, *known, path.stat().st_size)


def _sweep(half: Path) -> None:
    """Remove what a program that was killed left half copied."""
    now = half.stat().st_mtime
    for left in half.parent.glob(".*.part*"):
        if left != half and now - left.stat().st_mtime > _LEFT_FOR:
            left.unlink(missing_ok=True)
