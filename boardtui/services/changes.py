"""What changed between two moments: read as at each of them, compared, and made into a Word file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from boardtui import paths
from boardtui.documents import changes as document
from boardtui.documents.writing import save
from boardtui.domain.changes import Changes, Moment, compare
from boardtui.domain.dates import show
from boardtui.errors import BoardError
from boardtui.services import moments
from boardtui.services.desk import Desk
from boardtui.store.reading import changes as reading
from boardtui.store.reading.reader import journal_position


def changes(desk: Desk, since: str | None = None, until: str | None = None) -> Changes:
    """Return what changed from one moment to another, each a meeting's number or an ISO day.

    By default from the last meeting that closed before the later moment, which is now (or what the desk reads as at).
    """
    later = _moment(desk, until)
    if since is None:
        last = desk.read(lambda db: reading.last_closed(db, later.entry))
        if last is None:
            raise BoardError(
                "There is nothing to compare with yet.",
                "No meeting has closed before.",
                "Give the day to compare with, such as 2013-03-01.",
            )
        since = str(last)
    earlier = _moment(desk, since)
    if earlier.entry > later.entry:
        raise BoardError(f"{show(earlier.day)} comes after {show(later.day)}.", "", "Give the earlier moment first.")
    then = desk.read_as_at(earlier.entry, partial(reading.stand, at=earlier))
    if until is None:
        return compare(then, desk.read(partial(reading.stand, at=later)))
    return compare(then, desk.read_as_at(later.entry, partial(reading.stand, at=later)))


def export(desk: Desk, folder: Path | None = None, since: str | None = None, until: str | None = None) -> Path:
    """Write what changed between two moments as a Word file and return where it is."""
    found = changes(desk, since, until)
    stamped = replace(found, until=moments.stamped(desk, found.until))
    name = moments.file_name(desk, document.file_name(found))
    return save(document.render(stamped), folder or paths.documents_folder(), name)


def _moment(desk: Desk, said: str | None) -> Moment:
    if said is None:
        now = desk.read(lambda db: reading.newest(db, desk.today))
        return replace(now, meeting=int(desk.as_at)) if desk.as_at and desk.as_at.isdigit() else now
    entry, day = desk.read(lambda db: journal_position(db, said))
    return Moment(entry, day, int(said) if said.isdigit() else None)
