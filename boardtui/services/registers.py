"""What the registers share: their own numbers, days that have come, closed sets of words, reasons to restrict."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from sqlmodel import select

from boardtui.domain.dates import show
from boardtui.domain.restriction import reason_text
from boardtui.domain.text import listed, one_line, shorten
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import finding
from boardtui.store.models import Requirement, Row
from boardtui.store.unit import Work

Kept = TypeVar("Kept", bound=Row)
Words = TypeVar("Words", bound=StrEnum)


def next_number(work: Work, kind: type[Row], column: str = "number") -> int:
    """Return the number after the highest of a register."""
    (last,) = work.db.execute(f"SELECT coalesce(max({column}), 0) FROM {kind.__tablename__}").fetchone()
    return int(last) + 1


def numbered(work: Work, kind: type[Kept], number: int, ref: str, where: str) -> Kept:
    """Return the entry of a register by its number; `ref` and `where` say what is not there."""
    columns: Any = kind
    row: Kept | None = work.first(select(kind).where(columns.number == number))
    if row is None:
        raise NotFoundError(f"There is no {ref}.", "", f"Look under {where}.")
    return row


def has_come(work: Work, day: date | None, what: str) -> date | None:
    """Return a day on which something was done; refuse one that is still to come."""
    if day is not None and day > work.today:
        raise BoardError(
            f"{what} cannot be {show(day)}: that day is still to come.", "Nothing was saved.", "Check the year."
        )
    return day


def in_order(earlier: date | None, later: date | None, sentence: str) -> None:
    """Refuse two days that are the wrong way round, in words that hold `{earlier}` and `{later}`."""
    if earlier and later and later < earlier:
        said = sentence.format(earlier=show(earlier), later=show(later))
        raise BoardError(said, "Nothing was saved.", "Check both dates.")


def word_of(kind: type[Words], typed: str, what: str) -> Words:
    """Return one of a closed set of words, whatever the case."""
    wanted = one_line(typed).casefold()
    for word in kind:
        if word.casefold() == wanted:
            return word
    said = shorten(typed, finding.SHOWN)
    raise BoardError(f"“{said}” is not {what}.", "Nothing was saved.", f"Choose {listed([*kind], 'or')}.")


def restriction(reason: str | None) -> str | None:
    """Return the reason to restrict as it is printed, or None (rule 12)."""
    return reason_text(one_line(reason)) or None if reason else None


def requirement_id(work: Work, ref: str) -> str | None:
    """Return the identity of the requirement `N 5.7`, or None when none is named."""
    if not one_line(ref):
        return None
    row = work.find(Requirement, ref=one_line(ref))
    if row is None:
        raise NotFoundError(
            f"There is no requirement “{shorten(ref, finding.SHOWN)}”.", "Nothing was saved.", "Write it like N 5.7."
        )
    return str(row.id)


def known(changes: Iterable[str], names: Iterable[str]) -> None:
    """Raise KeyError for a change that the register has no field for."""
    for name in changes:
        if name not in names:
            raise KeyError(name)
