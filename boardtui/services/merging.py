"""Making one record of this file and a copy that was changed apart, in one transaction.

Our changes are laid aside, the copy's own entries are entered as they were made, then one entry makes the two into
one: so both states can be read as they stood, every seal keeps its place, and a word typed on either side is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sqlmodel import col, select

from boardtui.domain.adopting import Adopted, Side, page
from boardtui.domain.progress import Progress
from boardtui.domain.text import plural
from boardtui.services import registers
from boardtui.store import journal
from boardtui.store import pen as pens
from boardtui.store.adopting.merging import Merged, merge, move_positions, raise_versions
from boardtui.store.adopting.moving import make_again, move, unlocked
from boardtui.store.adopting.sides import Sides, compared
from boardtui.store.adopting.telling import Telling, mentions, references, renumbered
from boardtui.store.models import Handover
from boardtui.store.reading.reader import Database
from boardtui.store.unit import Work


def one_of_two(
    work: Work, copy: Database, whom: str, parted: int, choices: Mapping[str, Side], kept: str, told: Progress
) -> Adopted:
    """Make one record of two; `parted` is the last entry of the copy's that this file knows, `kept` its file's name.

    It needs a unit of work that is `penless`; the pen is here afterwards.
    """
    told("Comparing", 0, 1)
    sides = compared(work.db, copy, parted)
    merged = merge(sides.schema, sides.base, sides.ours, sides.paired, sides.found, choices)
    adopted = _told(work.db, copy, sides, merged, whom, kept)
    here = references(work.db, sides.schema, sides.ours)
    with unlocked(work.db):
        moved, heads = _bring_their_journal(work, copy, sides, whom, parted, told)
        move_positions(merged.rows, sides.paired, sides.ours, moved)
        raise_versions(merged.rows, sides.ours, sides.paired)
        told("Making one of the two", 0, 1)
        move(work.db, sides.schema, sides.theirs, merged.rows)
    adopted = _with_references(work.db, copy, sides, merged, here, adopted)
    _end_handover(work, sides, adopted, heads)
    pens.take(work.db)
    work.barrier, work.sentence = True, adopted.sentence
    return adopted


def _bring_their_journal(
    work: Work, copy: Database, sides: Sides, whom: str, parted: int, told: Progress
) -> tuple[dict[int, int], list[str]]:
    """Enter every later entry of the copy's, by whom it was made; return where each now is, and their hashes."""
    move(work.db, sides.schema, sides.ours, sides.base)
    aside = f"Lay our changes aside, to enter what {whom} did in the copy"
    journal.stamp(work.db, journal.Stamp(work.now, work.who, work.role, aside, barrier=True))
    entries = copy.execute(
        "SELECT sequence, at, who, role, sentence, undoes, hash FROM journal_entry "
        "WHERE sequence > ? ORDER BY sequence",
        (parted,),
    ).fetchall()
    moved: dict[int, int] = {}
    for done, (sequence, at, who, role, sentence, undoes, _hash) in enumerate(entries):
        told("Entering what was done in the copy", done, len(entries))
        make_again(work.db, journal.changes(copy, entry=sequence, present=True))
        said = f"{sentence} (in the copy, {at[:10]} {at[11:16]})"
        by = journal.Stamp(work.now, who, role, said, moved.get(undoes), barrier=True)
        entry = journal.stamp(work.db, by)
        if entry is not None:
            moved[sequence] = entry
    return moved, [row[-1] for row in entries]


def _told(db: Database, copy: Database, sides: Sides, merged: Merged, whom: str, kept: str) -> Adopted:
    telling = Telling(db, copy)
    changes = sum(one.changed != "ours" for one in sides.found)
    return Adopted(
        "apart",
        f"Adopt the copy from {whom} ({plural(changes, 'change')})",
        changes,
        kept=tuple(_stays(telling, sides, merged)),
        left_out=tuple(telling.in_full(one, side) for one, side in merged.left_out),
        copy=kept,
    )


def _stays(telling: Telling, sides: Sides, merged: Merged) -> Iterator[str]:
    for table, row in merged.kept:
        ours, theirs = sides.ours.get(table, {}).get(row), sides.paired.get(table, {}).get(row)
        yield telling.named((table, row), ours, theirs)
    for (table, row), column in merged.unlinked:
        ours, theirs = sides.ours.get(table, {}).get(row), sides.paired.get(table, {}).get(row)
        yield f"{telling.named((table, row), ours, theirs)} stays, without its {telling.field(column)}"


def _with_references(
    db: Database,
    copy: Database,
    sides: Sides,
    merged: Merged,
    here: dict[tuple[str, str], list[str]],
    so_far: Adopted,
) -> Adopted:
    now = references(db, sides.schema, merged.rows)
    there = {key: said for key, said in references(copy, sides.schema, sides.theirs).items() if key not in here}
    changed = [*renumbered(db, there, now), *renumbered(db, here, now)]
    brought = [one.key for one in sides.found if one.changed != "ours"]
    return replace(so_far, renumbered=tuple(changed), mentions=tuple(mentions(db, merged.rows, brought, changed)))


def _end_handover(work: Work, sides: Sides, adopted: Adopted, heads: list[str]) -> None:
    """Write down, beside the hand-over that made the copy, what came of it and what was not taken over."""
    known = sides.theirs.get("handover", {})
    found = work.all(select(Handover).order_by(col(Handover.number).desc()))
    row: Handover | None = next((one for one in found if one.id in known), None)
    if row is None:
        number = registers.next_number(work, Handover)
        made = Handover(number=number, to_role="", given_on=work.today, note="A copy made without a hand-over")
        row = work.add(made, str(number))
    row.ended_on, row.ended_how = work.today, "; ".join(filter(None, (row.ended_how, adopted.sentence)))
    row.note = "\n".join([row.note, *page(adopted)]).strip()
    row.their_heads = " ".join([*row.their_heads.split(), *heads])
    work.session.flush()
