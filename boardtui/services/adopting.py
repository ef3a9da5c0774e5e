"""Adopting a returned copy: what it brings is compared, chosen and brought over; nothing of either side is lost.

A copy that continues this file's journal is brought over entry by entry, with its own hashes. One that was changed
apart is merged in one transaction: our changes are laid aside, the copy's own entries are entered as they were made,
and then one entry makes the two into one. So both states can be read as they stood, and every seal keeps its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from boardtui.domain.adopting import Adopted, Comparison, Side
from boardtui.domain.backups import Why
from boardtui.domain.progress import Progress, silent
from boardtui.domain.text import plural
from boardtui.errors import BoardError
from boardtui.services import backups
from boardtui.services.check import check
from boardtui.services.desk import Desk
from boardtui.services.merging import one_of_two
from boardtui.store import journal, migrating
from boardtui.store import pen as pens
from boardtui.store.adopting.differences import Difference
from boardtui.store.adopting.forward import continues, go_forward, parted_at
from boardtui.store.adopting.sides import compared
from boardtui.store.adopting.telling import Telling
from boardtui.store.copying import copied, free_name, put
from boardtui.store.engine import connect, explained, is_behind
from boardtui.store.reading.reader import Database

_SHOWN = 3
"""Problems of a file that are named before the rest is counted."""


@dataclass
class Returned:
    """A copy that came back, checked: a private copy of it, and how it stands to this file."""

    original: Path
    half: Path
    db: Database
    comparison: Comparison
    parted: int
    found: list[Difference] = field(default_factory=list)


@contextmanager
def returned(desk: Desk, path: Path, told: Progress = silent) -> Iterator[Returned]:
    """Check a returned copy and compare it; refuse one that is broken, foreign, newer or of another Board.

    Neither file is changed; what is read is a private copy, which is removed afterwards.
    """
    if path.exists() and desk.path.exists() and path.samefile(desk.path):
        raise BoardError("This is the same file.", "Nothing was changed.", "Name the copy that came back.")
    half_for = desk.path.with_name(f"{desk.path.stem}.returned")
    with copied(path, half_for, told, at_rest=True) as half, closing(_of_now(desk, half, told)) as theirs:
        told("Checking the copy", 0, 2)
        with explained(path):
            _sound(theirs, path)
        told("Checking this file", 1, 2)
        yield desk.read(lambda ours: _compared(ours, theirs, path, half, desk))


def adopt(desk: Desk, copy: Returned, choices: Mapping[str, Side] | None = None, told: Progress = silent) -> Adopted:
    """Bring a returned copy over; `choices` says which side counts where both changed the same."""
    if copy.comparison.way != "same":
        backups.keep(desk, Why.ADOPTING, told)
    if copy.comparison.way == "apart":
        return _merge(desk, copy, choices or {}, told)
    if copy.comparison.way == "same":
        desk.on_file(pens.take).result()
        return Adopted("same", "The copy holds nothing new; the pen is here again", 0)
    brought = desk.on_file(lambda db: go_forward(db, copy.db, told)).result()
    said = f"Bring over what {copy.comparison.whom} did ({plural(brought, 'entry', 'entries')}); the pen is here again"
    return Adopted("forward", said, brought)


def _of_now(desk: Desk, half: Path, told: Progress) -> Database:
    """Open the private copy, brought to the schema of this program if an older one wrote it."""
    if is_behind(half):
        migrating.bring_up_to_date(half, journal.Stamp(desk.now, desk.who, desk.role), told)
    return connect(half)


def _compared(ours: Database, theirs: Database, path: Path, half: Path, desk: Desk) -> Returned:
    _sound(ours, desk.path)
    first = "SELECT hash FROM journal_entry WHERE sequence = 1"
    if ours.execute(first).fetchone() != theirs.execute(first).fetchone() or not theirs.execute(first).fetchone():
        raise BoardError(
            f"{path} is not a copy of this Board.",
            "Its record begins otherwise. Nothing was changed.",
            "Adopt it into the Board it was made from.",
        )
    parted, whom = parted_at(ours, theirs), _whom(ours, theirs)
    mine, other = journal.head(ours)[0], journal.head(theirs)[0]
    if parted == other:
        return Returned(path, half, theirs, Comparison("same", whom, 0, 0), parted)
    if continues(ours, theirs):
        return Returned(path, half, theirs, Comparison("forward", whom, 0, other - mine), parted)
    found = compared(ours, theirs, parted).found
    telling = Telling(ours, theirs)
    since = ours.execute("SELECT count(*) FROM journal_entry WHERE sequence > ?", (_parted_here(ours, theirs),))
    comparison = Comparison(
        "apart", whom, since.fetchone()[0], other - parted, tuple(map(telling.difference, sorted(found, key=_order)))
    )
    return Returned(path, half, theirs, comparison, parted, found)


def _order(one: Difference) -> tuple[bool, bool, str]:
    return not one.open, one.changed == "ours", one.table


def _parted_here(ours: Database, theirs: Database) -> int:
    """Return the last entry that both journals begin with."""
    mine = dict(ours.execute("SELECT sequence, hash FROM journal_entry"))
    entries = theirs.execute("SELECT sequence, hash FROM journal_entry ORDER BY sequence DESC")
    return next((sequence for sequence, digest in entries if mine.get(sequence) == digest), 0)


def _sound(db: Database, path: Path) -> None:
    """Refuse a file that is not sound, naming what is wrong with it."""
    problems = check(db)
    if problems:
        named = "; ".join(f"{one.place}: {one.message}" for one in problems[:_SHOWN])
        more = f" … and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        raise BoardError(
            f"{path} is not sound, so nothing was adopted.", f"{named}{more}.", f"See: boardtui check {path.name}"
        )


def _whom(ours: Database, theirs: Database) -> str:
    """Name who had the copy: to whom it was handed, else who last changed it."""
    row = ours.execute("SELECT pen_with FROM local_lease WHERE pen = 'away'").fetchone()
    row = (
        row
        or ours.execute(
            "SELECT CASE WHEN to_role = 'chair' THEN 'the Chair' ELSE 'the ' || to_role END "
            "|| CASE WHEN to_name = '' THEN '' ELSE ', ' || to_name END FROM handover "
            "WHERE to_role <> '' ORDER BY number DESC LIMIT 1"
        ).fetchone()
    )
    if row is None:
        row = theirs.execute("SELECT who FROM journal_entry ORDER BY sequence DESC LIMIT 1").fetchone()
    return str(row[0])


def _merge(desk: Desk, copy: Returned, choices: Mapping[str, Side], told: Progress) -> Adopted:
    """Make one of the two, beside which the copy is kept as it came back."""
    left = copy.comparison.open([*choices])
    if left:
        raise BoardError(
            f"{plural(len(left), 'record')} changed on both sides {'has' if len(left) == 1 else 'have'} no choice yet.",
            "Nothing was changed.",
            "Choose ours or theirs for each.",
        )
    kept = free_name(desk.path.with_name(f"{desk.path.stem}.returned-{desk.today.isoformat()}.board"))
    put(copy.half, kept)
    try:
        return desk.do(
            lambda work: one_of_two(work, copy.db, copy.comparison.whom, copy.parted, choices, kept.name, told),
            penless=True,
        ).value
    except BaseException:
        kept.unlink(missing_ok=True)
        raise
