"""The pack for a meeting: agenda, the minutes before, action log and plan report, as one zip and as one PDF."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from boardtui import paths
from boardtui.documents import pdf
from boardtui.documents.archive import MOMENT
from boardtui.documents.versions import file_name
from boardtui.documents.writing import save
from boardtui.domain.dates import show
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.text import one_line
from boardtui.errors import BoardError
from boardtui.services.desk import Desk
from boardtui.services.export import Kind, render, withheld
from boardtui.store.reading import meetings as reading
from boardtui.store.reading.board import board
from boardtui.store.reading.reader import Database


def export(
    desk: Desk, number: int | None = None, folder: Path | None = None, version: PaperVersion = PaperVersion.OPEN
) -> list[Path]:
    """Write the pack of a meeting, by default the next, as a zip, and beside it as one PDF where LibreOffice is.

    Return where they are. Raises BoardError if no meeting is planned, or if LibreOffice fails; the zip is there then.
    """
    folder = folder or paths.documents_folder()
    of = _number(desk) if number is None else number
    made = {kind: render(desk, kind, at, version=version) for kind, at in _contents(desk, of)}
    papers = {f"{place} {one.name}": one.data for place, one in enumerate(made.values(), 1)}
    name = file_name(f"pack-{of}-{desk.today.isoformat()}.zip", version)
    written = [save(_zipped(papers), folder, name)]
    if pdf.writer() is not None:
        title = desk.read(lambda db: _title(db, of))
        written.append(save(pdf.joined(papers, title), folder, f"{name.removesuffix('.zip')}.pdf"))
    return written


def withheld_from(desk: Desk, number: int) -> int:
    """Count what the open version of a pack leaves out."""
    return sum(withheld(desk, kind, at).number for kind, at in _contents(desk, number))


def _contents(desk: Desk, number: int) -> list[tuple[Kind, int | None]]:
    """Return the papers of a pack in their order; the minutes are of the meeting before, if that was held."""
    before = desk.read(lambda db: reading.before(db, reading.meeting(db, number)))
    minutes: list[tuple[Kind, int | None]] = [("minutes", before.number)] if before and before.opened_at else []
    return [("agenda", number), *minutes, ("actions", None), ("plan", None)]


def _title(db: Database, number: int) -> str:
    meeting = reading.meeting(db, number)
    return one_line(f"{board(db).name}: papers for meeting {number}, {show(meeting.date)}")


def _zipped(papers: Mapping[str, bytes]) -> bytes:
    """Return the zip; the same papers give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in papers.items():
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            packed.writestr(entry, data)
    return made.getvalue()


def _number(desk: Desk) -> int:
    found = desk.read(lambda db: reading.next_meeting(db, desk.today))
    if found is None:
        raise BoardError("No meeting is planned.", "There is no pack to write.", "Plan the next meeting first.")
    return found.number
