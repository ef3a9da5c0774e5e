"""The power goes at any step of the disk's work: no acknowledged commit is lost (DESIGN 8, *The file*)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

import apsw

from boardtui.store.engine import PRAGMAS
from boardtui.store.reading.reader import Database
from tests.faults import boards
from tests.faults.tally import Ground, Tally
from tests.faults.vfs import Disk, PowerCutError, opened

SAVES = 6
"""Lines of minutes that are saved while the power may go."""

NAME = "/cut.board"

_OWN = re.compile(r"""['"]?main['"]?\.['"]?fts_word""")
"""How SQLite's full-text search names its own tables."""


def cut(ground: Ground, tries: int, pragmas: tuple[str, ...] = PRAGMAS) -> Tally:
    """Cut the power at a random step of saving lines, and look at what lies on the disk."""
    tally = Tally("power cut during save")
    statements = _statements(ground)
    base = ground.small.read_bytes()
    whole = Disk({NAME: bytearray(base)}, {NAME: bytearray(base)})
    _run(whole, statements, pragmas)
    for _ in range(tries):
        disk = Disk({NAME: bytearray(base)}, {NAME: bytearray(base)}, cut_at=ground.chance.randint(1, whole.steps))
        told = _run(disk, statements, pragmas)
        path = _laid_down(ground, disk)
        gone, wrong = boards.missing(path, [str(number) for number in range(told)])
        tally.count(*wrong, lost=gone)
    return tally


def _run(disk: Disk, statements: Sequence[str], pragmas: tuple[str, ...]) -> int:
    """Run the program's statements until the power goes; return how many saves were acknowledged."""
    told = 0
    db, leave = opened(disk, NAME, ())
    try:
        for pragma in pragmas:
            db.execute(pragma).fetchall()
        for statement in statements:
            db.execute(statement).fetchall()
            told += statement == "COMMIT"
    except (PowerCutError, apsw.Error):
        if not disk.off:
            raise
    finally:
        _let_go(leave)
    return told


def _let_go(leave: Callable[[], None]) -> None:
    """Close what is left of the connection; a disk without power refuses it."""
    try:
        leave()
    except (PowerCutError, apsw.Error):
        return


@cache
def _statements(ground: Ground) -> tuple[str, ...]:
    """Return the SQL that saving lines runs, as the program itself runs it, values and all.

    SQLite names a statement again for each trigger it sets off, and names what its full-text search does by itself;
    neither is run twice.
    """
    path = ground.copy(ground.small, "traced.board")
    said: list[str] = []

    def trace(db: Database) -> None:
        db.set_trace_callback(said.append)

    with closing(boards.desk(path)) as opened_desk:
        opened_desk.on_file(trace).result()
        for number in range(SAVES):
            boards.minute(opened_desk, number)
    return tuple(_run_once(said))


def _run_once(said: Sequence[str]) -> Iterator[str]:
    """Yield what the program ran, each change of a transaction once."""
    run: set[str] = set()
    for text in said:
        if text.startswith("BEGIN"):
            run.clear()
        if _OWN.search(text) or (text in run and text.lstrip().startswith(("INSERT", "UPDATE", "DELETE"))):
            continue
        run.add(text)
        yield text


def _laid_down(ground: Ground, disk: Disk) -> Path:
    """Put what survived onto a real disk, under the names the program looks for."""
    place = ground.copy(ground.small, "gone.board")
    place.unlink()
    for name, data in disk.after_the_cut(ground.chance).items():
        place.with_name(name.strip("/").replace("cut.board", "gone.board")).write_bytes(data)
    return place
