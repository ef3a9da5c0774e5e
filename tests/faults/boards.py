"""A Board that is written to while faults happen, and what must be true of it afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services import minutes
from boardtui.services.check import check
from boardtui.services.desk import Desk
from boardtui.store.reading.minutes import entries
from boardtui.store.reading.reader import Reader
from tests.faults.forks import Tell

IN_SESSION = 2
"""The meeting of the small Board that is being minuted."""

LINES = (
    "{}: the Board heard that visits were made.",
    "! DCS by 14 Apr: {}: write to every school",
    "= {}: the rota was agreed",
    "? {}: why are files late?",
    "(restricted: child) {}: one family was named",
)
"""Kinds of entries that write different rows; each is made one of its own by a number."""


def desk(path: Path, role: Role = Role.SECRETARY, now: datetime = datetime(2013, 2, 21, 14, 5)) -> Desk:
    """Open a Board for the secretary of a meeting."""
    return Desk(path, who="Secretary", role=role, clock=lambda: now)


def line(number: int) -> str:
    """Return the line of minutes of that number."""
    return LINES[number % len(LINES)].format(f"Line {number}")


def minute(opened: Desk, number: int) -> None:
    """Save one line of minutes."""
    opened.do(lambda work: minutes.enter(work, IN_SESSION, line(number)))


def minute_on(path: Path, tell: Tell) -> None:
    """Save lines of minutes for ever, acknowledging each once it is committed."""
    with closing(desk(path)) as opened:
        for number in range(1_000_000):
            minute(opened, number)
            tell(str(number))


def minuted(path: Path) -> list[str]:
    """Return the lines of the meeting as they are on disk, as another program reads them."""
    return [one.typed for one in Reader(path).read(lambda db: entries(db, IN_SESSION)) if "Line " in one.typed]


def unsound(path: Path) -> list[str]:
    """Return what the program's own check finds, which includes SQLite's."""
    try:
        return [f"{one.place}: {one.message}" for one in Reader(path).read(check)]
    except BoardError as problem:
        return [str(problem)]


def missing(path: Path, told: Sequence[str]) -> tuple[int, list[str]]:
    """Compare the lines on disk with those acknowledged: how many are gone, and what else is wrong.

    One more than was acknowledged may be there: it was committed, and the power went before it could be said.
    """
    acknowledged = [line(int(number)) for number in told]
    try:
        found = minuted(path)
    except BoardError as problem:
        return len(acknowledged), [str(problem)]
    gone = len([text for text in acknowledged if text not in found])
    extra = found[len(acknowledged) :]
    wrong = unsound(path)
    if not gone and (found[: len(acknowledged)] != acknowledged or extra not in ([], [line(len(acknowledged))])):
        wrong.append(f"{len(acknowledged)} lines were acknowledged, and {len(found)} are there: {extra}")
    return gone, wrong
