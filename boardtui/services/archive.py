"""A Board's archive: every paper it can write, every register, the file itself, in one zip with an index (DESIGN 4)."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from boardtui.documents.archive import Filed, bundle, file_name
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.states import Series
from boardtui.services import export
from boardtui.services.desk import Desk
from boardtui.services.registers_out import registers
from boardtui.store.reading.board import board
from boardtui.store.reading.letters import letters
from boardtui.store.reading.meetings import meetings

_PAPERS: dict[str, tuple[export.Kind, str]] = {
    Series.LETTER: ("letter", "Letter"),
    Series.REPORT: ("report", "Report"),
    Series.SCRUTINY: ("scrutiny", "Report to the scrutiny committee"),
}


def archive(desk: Desk) -> tuple[bytes, str]:
    """Return the archive as a zip and the name it should have."""
    of = desk.read(board)
    return bundle(
        of, desk.today, [*_papers(desk), *desk.read(lambda db: list(registers(db, desk.today))), _file(desk)]
    ), (file_name(desk.today))


def _papers(desk: Desk) -> Iterator[Filed]:
    for meeting in desk.read(meetings):
        yield _filed(
            desk, "agenda", "meetings", f"Agenda of meeting {meeting.number}, {show(meeting.date)}", meeting.number
        )
        if meeting.opened_at is not None:
            said = f"Minutes of meeting {meeting.number}, {show(meeting.date)}: {meeting.state}"
            yield _filed(desk, "minutes", "meetings", said, meeting.number)
    for series, (kind, title) in _PAPERS.items():
        for letter in desk.read(partial(letters, series=series)):
            yield _filed(
                desk,
                kind,
                f"{series}s" if series != Series.SCRUTINY else "committee",
                _about(title, letter),
                letter.number,
            )
    yield _filed(desk, "actions", "plan and actions", f"Action log as at {show(desk.today)}")
    yield _filed(desk, "plan", "plan and actions", f"Improvement Plan as at {show(desk.today)}")


def _about(title: str, letter: views.Letter) -> str:
    sent = f", sent on {show(letter.sent_on)}" if letter.sent_on else ""
    return f"{title} {letter.number}: {letter.subject} ({letter.state}{sent})"


def _filed(desk: Desk, kind: export.Kind, folder: str, what: str, number: int | None = None) -> Filed:
    data, name = export.render(desk, kind, number)
    return Filed(f"{folder}/{name}", what, data)


def _file(desk: Desk) -> Filed:
    """Copy the Board file itself, whole and from one moment, whatever else is being written to it."""
    with tempfile.TemporaryDirectory(prefix="boardtui-") as folder:
        copy = Path(folder) / "board"
        with closing(sqlite3.connect(copy)) as into:
            desk.read(lambda db: db.backup(into))
        return Filed(f"board/{desk.path.name}", "The Board file with its whole history", copy.read_bytes())
