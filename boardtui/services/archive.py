"""A Board's archive: every paper it can write, every register, the file itself, in one zip with an index (DESIGN 4)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from boardtui.documents.archive import Filed, bundle, file_name
from boardtui.documents.versions import file_name as versioned
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.states import Series
from boardtui.domain.withholding import Withheld
from boardtui.services import export
from boardtui.services.desk import Desk
from boardtui.services.registers_out import registers, withheld_of
from boardtui.store import library
from boardtui.store.reading.board import board
from boardtui.store.reading.letters import letters
from boardtui.store.reading.meetings import meetings

_PAPERS: dict[str, tuple[export.Kind, str]] = {
    Series.LETTER: ("letter", "Letter"),
    Series.REPORT: ("report", "Report"),
    Series.SCRUTINY: ("scrutiny", "Report to the scrutiny committee"),
}


def archive(desk: Desk, version: PaperVersion = PaperVersion.OPEN) -> export.Made:
    """Return a version of the archive as a zip; the open one leaves out the Board file, which holds everything."""
    of = replace(desk.read(board), as_at=desk.as_at_said)
    papers = list(_papers(desk, version))
    kept = desk.read(lambda db: list(registers(db, desk.today, version)))
    filed = [*papers, *kept, *([_file(desk)] if version == PaperVersion.RESTRICTED else [])]
    made = bundle(of, desk.today, filed, version)
    return export.Made(made, versioned(file_name(desk.today), version), withheld_from(desk), version)


def withheld_from(desk: Desk) -> Withheld:
    """Return what the open archive leaves out."""
    return desk.read(lambda db: withheld_of(db, desk.today))


def _papers(desk: Desk, version: PaperVersion) -> Iterator[Filed]:
    _filed = partial(_paper_filed, desk, version)
    for meeting in desk.read(meetings):
        yield _filed("agenda", "meetings", f"Agenda of meeting {meeting.number}, {show(meeting.date)}", meeting.number)
        if meeting.opened_at is not None:
            said = f"Minutes of meeting {meeting.number}, {show(meeting.date)}: {meeting.state}"
            yield _filed("minutes", "meetings", said, meeting.number)
    for series, (kind, title) in _PAPERS.items():
        for letter in desk.read(partial(letters, series=series)):
            yield _filed(
                kind,
                f"{series}s" if series != Series.SCRUTINY else "committee",
                _about(title, letter),
                letter.number,
            )
    yield _filed("actions", "plan and actions", f"Action log as at {show(desk.today)}")
    yield _filed("plan", "plan and actions", f"Improvement Plan as at {show(desk.today)}")


def _about(title: str, letter: views.Letter) -> str:
    sent = f", sent on {show(letter.sent_on)}" if letter.sent_on else ""
    return f"{title} {letter.number}: {letter.subject} ({letter.state}{sent})"


def _paper_filed(
    desk: Desk, version: PaperVersion, kind: export.Kind, folder: str, what: str, number: int | None = None
) -> Filed:
    """Make one paper, in the version of the archive where it has that."""
    of = PaperVersion.OPEN if kind in export.OPEN_ONLY else version
    made = export.render(desk, kind, number, version=of)
    out = f". Withheld: {made.withheld.said}" if version == PaperVersion.OPEN and made.withheld.number else ""
    return Filed(f"{folder}/{made.name}", f"{what}{out}", made.data)


def _file(desk: Desk) -> Filed:
    """Copy the Board file itself, whole and from one moment, whatever else is being written to it."""
    with tempfile.TemporaryDirectory(prefix="boardtui-") as folder:
        copy = Path(folder) / "board"
        library.share(desk.path, copy)
        with closing(library.opened(copy, "mode=rwc")) as into:
            desk.copy_into(into)
        return Filed(f"board/{desk.path.name}", "The Board file with its whole history", copy.read_bytes())
