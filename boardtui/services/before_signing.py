"""What is about to be signed: its words exactly as they will be sealed, and what changed since the last draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from boardtui.domain.editions import Difference, Passage, compared
from boardtui.domain.in_short import Short, letter_in_short, minutes_in_short
from boardtui.domain.states import LetterState, MeetingState
from boardtui.services import finding, letters, meetings
from boardtui.services.desk import Desk
from boardtui.services.signed_papers import MINUTES, Words, words
from boardtui.store.reading.letters import letter
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work

_LAID = """
SELECT c.entry, j.at FROM journal_change AS c JOIN journal_entry AS j ON j.sequence = c.entry
WHERE c.table_name = :table AND json_extract(c.after, '$.state') = :laid
    AND coalesce(json_extract(c.before, '$.state'), '') <> :laid
    AND json_extract(c.after, '$.number') = :number AND coalesce(json_extract(c.after, '$.series'), :kind) = :kind
ORDER BY c.entry DESC
"""


@dataclass(frozen=True)
class ToSign:
    """What will be signed: paper, signer and day; every paragraph of both versions beside the last draft of `laid_on`.

    `laid_on` is None where there was no draft to compare with; then every paragraph counts as the same. `short` is what
    it comes down to.
    """

    kind: str
    number: int
    by: str
    on: date
    how: str
    laid_on: date | None
    open_text: tuple[Passage, ...]
    full_text: tuple[Passage, ...]
    short: tuple[Short, ...] = ()

    @property
    def changed(self) -> int:
        """Return how many paragraphs differ from the last draft."""
        return sum(one.difference is not Difference.SAME for one in self.full_text)

    @property
    def withholds(self) -> bool:
        """Say whether the open version leaves something out."""
        return [one.now for one in self.open_text] != [one.now for one in self.full_text]


def to_sign(desk: Desk, kind: str, number: int, *, by: str, on: date | None, how: str) -> ToSign:
    """Return what will be signed; nothing is changed by looking at it."""
    day = on or desk.today
    signed, outdated = desk.do(lambda work: _as_signed(work, kind, number, by, day, how)).value
    laid = desk.read(lambda db: _laid(db, kind, number))
    before = desk.read_as_at(laid[0], lambda db: words(db, kind, number, laid[1])) if laid else signed
    return ToSign(
        kind,
        number,
        by,
        day,
        how,
        laid[1] if laid else None,
        tuple(compared(before.open_text, signed.open_text)),
        tuple(compared(before.full_text, signed.full_text)),
        _in_short(desk, kind, number, signed, outdated),
    )


def _in_short(desk: Desk, kind: str, number: int, signed: Words, outdated: tuple[str, ...]) -> tuple[Short, ...]:
    if kind == MINUTES:
        return minutes_in_short(signed.paper)
    return letter_in_short(desk.read(lambda db: letter(db, number, kind, desk.today)), letters.JUDGEMENT, outdated)


class _Looked(Exception):  # noqa: N818  (not an error: the way back out of a change that is only looked at)
    """Ends a change that was made to be looked at, and takes it back."""


def _as_signed(work: Work, kind: str, number: int, by: str, on: date, how: str) -> tuple[Words, tuple[str, ...]]:
    """Sign, read every word and which parts the records would tell otherwise now, and take it back."""
    seen: list[tuple[Words, tuple[str, ...]]] = []
    try:
        with work.attempt():
            if kind == MINUTES:
                outdated: tuple[str, ...] = ()
                meetings.mark_signed(work, number, by=by, on=on, how=how)
            else:
                outdated = letters.otherwise(work, finding.letter(work, number, kind))
                letters.mark_signed(work, number, by=by, on=on, how=how, series=kind)
            work.session.flush()
            seen.append((words(work.db, kind, number, work.today), outdated))
            raise _Looked
    except _Looked:
        return seen[0]


def _laid(db: Database, kind: str, number: int) -> tuple[int, date] | None:
    """Return the journal entry and day at which the draft was last laid before its signer."""
    minutes = kind == MINUTES
    named: dict[str, Any] = {
        "table": "meeting" if minutes else "letter",
        "laid": MeetingState.WITH_CHAIR if minutes else LetterState.WITH_CHAIR,
        "number": number,
        "kind": kind,
    }
    found = db.execute(_LAID, named).fetchone()
    return (int(found[0]), date.fromisoformat(found[1][:10])) if found else None
