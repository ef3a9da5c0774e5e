"""The Chair's private brief: read, and made into a Word file, which is in no list of the Board's papers."""

from __future__ import annotations

from pathlib import Path

from boardtui import paths
from boardtui.documents import brief as document
from boardtui.documents.writing import save
from boardtui.domain.brief import Brief, brief
from boardtui.services import moments
from boardtui.services.desk import Desk
from boardtui.store.reading.brief import brief_record


def read(desk: Desk, number: int | None = None) -> Brief:
    """Return the brief for a meeting, by default the next one."""
    return desk.read(lambda db: brief(brief_record(db, number, desk.today)))


def export(desk: Desk, number: int | None = None, folder: Path | None = None) -> Path:
    """Write the brief for a meeting as a Word file and return where it is."""
    found = moments.stamped(desk, read(desk, number))
    name = moments.file_name(desk, document.file_name(found))
    return save(document.render(found), folder or paths.documents_folder(), name)
