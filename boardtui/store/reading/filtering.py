"""A filter as SQL: the condition it asks, with every value as a named parameter (never pasted into the text).

Each table is joined under one alias: `a` an action, `l` a plan line, `m` a meeting, `r` a requirement, `e` an entry.
What a state or a rating is follows the rules of the domain; tests hold both to the same answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from boardtui.domain.filter_conditions import (
    Condition,
    Days,
    Either,
    Every,
    Missing,
    Not,
    Number,
    State,
    Told,
    Word,
)
from boardtui.domain.filter_keys import IN_FORCE, UNANSWERED, Kind
from boardtui.domain.filters import Asked, parse
from boardtui.domain.obligations import paragraph
from boardtui.store.reading import filterable
from boardtui.store.reading.board import scheme
from boardtui.store.reading.reader import Database

if TYPE_CHECKING:
    from boardtui.domain.filter_completion import Known


EVERYTHING = "1"
"""The SQL of a filter that lets everything through."""


@dataclass(frozen=True)
class Where:
    """SQL that holds for the records that fit, and the parameters it names."""

    sql: str
    named: Mapping[str, object] = field(default_factory=dict)


def asked(db: Database, kind: Kind, today: date) -> Asked:
    """Return what reading a filter of this Board needs."""
    return Asked(kind, today, scheme(db), _owners(db))


def where(db: Database, kind: Kind, typed: str, today: date) -> Where:
    """Read a filter and return it as SQL; raises FilterError, which points at what was not understood."""
    wanted = asked(db, kind, today)
    return compiled(db, parse(typed, wanted), wanted)


def compiled(db: Database, condition: Condition, wanted: Asked) -> Where:
    """Return a condition as SQL; the connection learns the two functions of ours that the SQL may call."""
    db.create_function("casefold", 1, _casefold, deterministic=True)
    db.create_function("paragraph", 2, paragraph, deterministic=True)
    writing = _Writing(filterable.OF[wanted.kind])
    sql = writing.write(condition)
    named = {**writing.named, "on": wanted.today.isoformat(), **filterable.levels(wanted.scheme)}
    return Where(sql, named)


def matching(db: Database, kind: Kind, typed: str, today: date) -> frozenset[str]:
    """Return the identities of the records that fit a filter."""
    found, table = where(db, kind, typed, today), filterable.OF[kind].table
    return frozenset(one for (one,) in db.execute(f"SELECT {table[-1]}.id FROM {table} WHERE {found.sql}", found.named))


def unanswered(db: Database, fits: Where) -> tuple[int, int]:
    """Count those of a filter's requirements that are in force with nothing to answer them, and those withdrawn."""
    states = filterable.OF[Kind.REQUIREMENTS].states
    sql = f"""SELECT count(*) FILTER (WHERE {states[IN_FORCE]} AND {states[UNANSWERED]}), count(r.withdrawn_on)
        FROM requirement AS r WHERE {fits.sql}"""
    in_force, withdrawn = db.execute(sql, fits.named).fetchone()
    return in_force, withdrawn


def known(db: Database) -> Known:
    """Return what this Board has that a filter can name, for completion as it is typed."""
    from boardtui.domain.filter_completion import Known

    def names(sql: str) -> tuple[str, ...]:
        return tuple(str(name) for (name,) in db.execute(sql))

    return Known(
        _owners(db),
        names("SELECT ref FROM plan_line ORDER BY position, ref"),
        names("SELECT number FROM meeting ORDER BY number DESC"),
        names("SELECT ref FROM requirement ORDER BY position, ref"),
        names("SELECT code FROM source ORDER BY code"),
        tuple(level.word for level in scheme(db) if level.rank),
    )


def _owners(db: Database) -> tuple[str, ...]:
    return tuple(name for (name,) in db.execute("SELECT initials FROM office ORDER BY position, initials"))


class _Writing:
    """Writes one condition, collecting its parameters."""

    def __init__(self, of: filterable.Filterable) -> None:
        self._of = of
        self.named: dict[str, object] = {}

    def write(self, condition: Condition) -> str:
        match condition:
            case Word(text):
                return self._word(text)
            case State(names):
                return _joined("OR", [self._of.states[name] for name in names])
            case Told(key, value, within):
                return self._told(key, value, within=within)
            case Number(key, first, last):
                return f"({self._of.numbers[key]} BETWEEN {self._put(first)} AND {self._put(last)})"
            case Days(key, first_day, last_day):
                days = f"{self._put(first_day.isoformat())} AND {self._put(last_day.isoformat())}"
                return f"({self._of.days[key]} BETWEEN {days})"
            case Missing(key):
                return self._missing(key)
            case Not(of):
                return f"NOT coalesce({self.write(of)}, 0)"
            case Every(parts):
                return _joined("AND", [self.write(part) for part in parts])
            case Either(parts):
                return _joined("OR", [self.write(part) for part in parts])

    def _word(self, text: str) -> str:
        wanted, lower = self._put(text.casefold()), _lower(text)
        texts = [f"instr({lower(expression)}, {wanted}) > 0" for expression in self._of.texts]
        linked = [one.format(f"instr({lower(one.of)}, {wanted}) > 0") for one in self._of.linked_texts]
        return _joined("OR", [*texts, *linked])

    def _told(self, key: str, value: str, *, within: bool) -> str:
        of, wanted, lower = self._of.told[key], self._put(value), _lower(value)
        test = f"{lower(of.of)} = {wanted}"
        if within:
            begins = f"{wanted} || '.'"
            test = f"({test} OR substr({lower(of.of)}, 1, length({begins})) = {begins})"
        return of.format(test)

    def _missing(self, key: str) -> str:
        if key in self._of.told:
            of = self._of.told[key]
            return f"NOT coalesce({of.format(f'{of.of} IS NOT NULL')}, 0)"
        return f"({self._of.days.get(key) or self._of.numbers[key]} IS NULL)"

    def _put(self, value: object) -> str:
        name = f"f{len(self.named)}"
        self.named[name] = value
        return f":{name}"


def _joined(by: str, parts: list[str]) -> str:
    return f"({f' {by} '.join(parts)})" if parts else EVERYTHING


def _lower(text: str) -> Callable[[str], str]:
    """Return how the record's side is put into lower case: by SQLite for plain letters, by Python for any other."""
    return "lower({})".format if text.isascii() else "casefold({})".format


def _casefold(text: str | None) -> str | None:
    return None if text is None else str(text).casefold()
