"""Handing the Board over without a network: a whole copy for the other side, and the pen goes with it (DESIGN 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import col, select

from boardtui.domain.pen import holder
from boardtui.domain.progress import Progress, silent
from boardtui.domain.states import Role
from boardtui.domain.text import one_line
from boardtui.errors import BoardError
from boardtui.services import registers
from boardtui.services.desk import Desk
from boardtui.store import journal
from boardtui.store import pen as pens
from boardtui.store.copying import copied, free_name, put
from boardtui.store.engine import connect, explained
from boardtui.store.models import Handover
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work


@dataclass(frozen=True)
class HandedOver:
    """A hand-over that was made: the copy to send, and to whom."""

    copy: Path
    to: str


def proposed(path: Path, to: str, day: date) -> Path:
    """Return a free name beside the file for the copy that is handed over."""
    return free_name(path.with_name(f"{path.stem}-to-{to}-{day.isoformat()}.board"))


def hand_over(
    desk: Desk, to: Role, *, name: str = "", note: str = "", out: Path | None = None, told: Progress = silent
) -> HandedOver:
    """Enter the hand-over, make a verified copy for the other side, and give the pen away; return the copy.

    Where the copy cannot be made the pen stays here, and the hand-over is entered as not made.
    """
    copy = out.absolute() if out is not None else proposed(desk.path, to, desk.today)
    if copy.exists() or copy.is_symlink():
        raise BoardError(f"There is already a file at {copy}.", "Nothing was handed over.", "Choose another name.")
    whom = holder(to, one_line(name))
    number = desk.do(lambda work: _enter(work, to, one_line(name), note)).value
    try:
        desk.on_file(lambda db: _copy_and_give(desk, db, whom, copy, told)).result()
    except BaseException:
        desk.do(lambda work: _end(work, number, "not made: the copy could not be written"))
        raise
    return HandedOver(copy, whom)


def take_back(work: Work) -> str:
    """Take the pen back without the copy; what is changed in the copy will then have to be adopted row by row.

    Returns from whom. It needs a unit of work that is `penless`.
    """
    found = pens.pen(work.db)
    if found.here:
        raise BoardError(
            "The pen is here already.", "Nothing was changed.", "You can go on working: there is nothing to take back."
        )
    for row in work.all(select(Handover).where(col(Handover.ended_on).is_(None))):
        row.ended_on, row.ended_how = work.today, "taken back without the copy"
    pens.take(work.db)
    work.barrier = True
    work.say(f"Take the pen back from {found.holder}")
    work.tell("What is changed in the copy from now on has to be adopted row by row.")
    return found.holder


def _enter(work: Work, to: Role, name: str, note: str) -> int:
    for row in work.all(select(Handover).where(col(Handover.ended_on).is_(None))):
        row.ended_on, row.ended_how = work.today, f"handed on to {holder(to, name)}"
    number = registers.next_number(work, Handover)
    row = Handover(number=number, to_role=to, to_name=name, given_on=work.today, given_by=work.who, note=one_line(note))
    work.add(row, str(number))
    work.barrier = True
    work.say(f"Hand the Board over to {holder(to, name)}")
    return number


def _end(work: Work, number: int, how: str) -> None:
    row: Handover = work.all(select(Handover).where(Handover.number == number))[0]
    row.ended_on, row.ended_how = work.today, how
    work.say("The hand-over was not made")


def _copy_and_give(desk: Desk, db: Database, whom: str, copy: Path, told: Progress) -> None:
    with explained(copy):
        copy.parent.mkdir(parents=True, exist_ok=True)
    with copied(desk.path, copy, told) as half:
        head = _make_theirs(half)
        put(half, copy)
    db.execute("BEGIN IMMEDIATE")
    try:
        if journal.head(db) != head:
            copy.unlink()
            raise BoardError(
                "Somebody changed the Board while it was copied.", "Nothing was handed over.", "Hand it over again."
            )
        pens.give(db, whom, desk.now)
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


def _make_theirs(half: Path) -> tuple[int, str]:
    """Give the copy the pen, without what belongs to this machine; return where its journal stands."""
    db = connect(half)
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM local_draft")
        db.execute("DELETE FROM local_lease")
        pens.take(db)
        db.execute("COMMIT")
        return journal.head(db)
    finally:
        db.close()
