"""The history as a document of its own: one line a changed field for a spreadsheet, or one JSON document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from boardtui import paths
from boardtui.documents.spreadsheet import table
from boardtui.documents.versions import file_name
from boardtui.documents.writing import save
from boardtui.domain.history import Happening, Subject, Wanted
from boardtui.domain.restriction import PaperVersion
from boardtui.services.desk import Desk
from boardtui.store.reading import history
from boardtui.store.reading.kept_out import is_withheld

COLUMNS = ("entry", "at", "who", "role", "did", "undoes", "what", "record", "field", "before", "after")
"""The heads of the spreadsheet, the same names as in JSON."""


def as_csv(happened: Iterable[Happening]) -> bytes:
    """Return a CSV file with a line for each field that changed; no cell of it is ever a formula."""
    return table(COLUMNS, _lines(happened))


def as_json(happened: Iterable[Happening]) -> list[dict[str, Any]]:
    """Return every entry with its changes, newest first, as plain lists and dicts."""
    return [
        {
            "entry": one.sequence,
            "at": one.at,
            "who": one.who,
            "role": one.role,
            "did": one.sentence,
            "undoes": one.undoes,
            "changes": [
                {
                    "what": change.what,
                    "record": change.record,
                    "fields": [
                        {"field": field.name, "before": field.before or None, "after": field.after or None}
                        for field in change.fields
                    ],
                }
                for change in one.changes
            ],
        }
        for one in happened
    ]


def happened(
    desk: Desk, wanted: Wanted, of: Subject | None, version: PaperVersion = PaperVersion.OPEN
) -> tuple[list[Happening], int]:
    """Return the part of the history that is asked for in a version, and how many changes that leaves out."""
    found = desk.read(lambda db: list(history.every(db, wanted, of, version)))
    return found, sum(is_withheld(change) for one in found for change in one.changes)


def export(
    desk: Desk,
    wanted: Wanted,
    of: Subject | None,
    folder: Path | None = None,
    version: PaperVersion = PaperVersion.OPEN,
) -> Path:
    """Write the part of the history that is asked for as a CSV file and return where it is."""
    data = as_csv(happened(desk, wanted, of, version)[0])
    about = "-".join(of.named.replace("/", "-").split()) if of else "board"
    name = file_name(f"history-{about}-{desk.today.isoformat()}.csv", version)
    return save(data, folder or paths.documents_folder(), name)


def _lines(happened: Iterable[Happening]) -> Iterator[tuple[object, ...]]:
    for one in happened:
        head = (one.sequence, one.at, one.who, one.role, one.sentence, one.undoes)
        if not one.changes:
            yield (*head, "", "", "", "", "")
        for change in one.changes:
            for field in change.fields:
                yield (*head, change.what, change.record, field.name, field.before, field.after)
