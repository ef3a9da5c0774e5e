"""Short ways through the session for what is done most: each statement is made once, and nothing else gone through."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import bindparam, insert
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.util import identity_key
from sqlmodel import select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlmodel import Session

    from boardtui.store.models import Row

    Kept = TypeVar("Kept", bound=Row)

_SQLITE = dialect(paramstyle="qmark")


def put(session: Session, db: sqlite3.Connection, row: Row) -> None:
    """Insert a row after all that was changed before it; from then on the session knows it as any it has read."""
    session.flush()
    if row in session:
        return
    sql, columns = _insertion(type(row))
    said = (getattr(row, name) for name, _ in columns)
    db.execute(sql, [held(value) if held else value for value, (_, held) in zip(said, columns, strict=True)])
    make_transient_to_detached(row)
    session.add(row)


def of_identity(session: Session, kind: type[Kept], row_id: str) -> Kept | None:
    """Return the row of that identity, the one at hand if it was read before."""
    if identity_key(kind, row_id) in session.identity_map:
        return session.get(kind, row_id)
    return first(session, kind, {"id": row_id})


def first(session: Session, kind: type[Kept], named: Mapping[str, object]) -> Kept | None:
    """Return the first row whose columns say this, or None."""
    given = {name: value for name, value in named.items() if value is not None}
    found: Kept | None = session.exec(_asked(kind, tuple(named), tuple(given)), params=given).first()
    return found


@cache
def _asked(kind: type[Row], names: tuple[str, ...], given: tuple[str, ...]) -> Any:
    """Return the SELECT of the rows whose columns say what is given, and nothing where nothing is."""
    columns = ((getattr(kind, name), name) for name in names)
    return select(kind).where(*(of == bindparam(name) if name in given else of.is_(None) for of, name in columns))


@cache
def _insertion(kind: type[Row]) -> tuple[str, Sequence[tuple[str, Callable[[Any], Any] | None]]]:
    """Return the INSERT of a table, and of each column its name and what makes its value one that SQLite holds."""
    table = kind.metadata.tables[str(kind.__tablename__)]
    columns = [(column.key, column.type.dialect_impl(_SQLITE).bind_processor(_SQLITE)) for column in table.columns]
    return str(insert(table).compile(dialect=_SQLITE)), columns
