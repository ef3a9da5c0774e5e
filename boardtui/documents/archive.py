"""A Board's archive: one zip of everything it wrote, with an index in Word and a checksum for every file (DESIGN 4)."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from boardtui.documents import word
from boardtui.documents.frame import frame, head_said
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.text import plural

_SUMS = "SHA256SUMS.txt holds a checksum for every file, with which any change to one can be found."
_NOTES = {
    PaperVersion.RESTRICTED: f"The archive holds everything, what is restricted included. {_SUMS}",
    PaperVersion.OPEN: "The archive is for the public: what is restricted is left out of every paper and register, "
    "which say where and why, and so is the Board file, which holds it. The restricted version of the archive holds "
    f"everything. {_SUMS}",
}
_HEADINGS = {PaperVersion.OPEN: "Archive", PaperVersion.RESTRICTED: "Archive, restricted version"}

MOMENT = (2000, 1, 1, 0, 0, 0)
"""The time every file in the zip bears, so that the same records give the same bytes."""


@dataclass(frozen=True)
class Filed:
    """One file of the archive: where it is in the zip, what it is, and its bytes."""

    path: str
    what: str
    data: bytes


def file_name(on: date) -> str:
    """Return the name of the archive: `archive-2013-05-20.zip`."""
    return f"archive-{on.isoformat()}.zip"


def bundle(board: views.Board, on: date, files: Iterable[Filed], version: PaperVersion = PaperVersion.OPEN) -> bytes:
    """Return the zip: the index first, then every file, then the checksums of all of them."""
    filed = list(files)
    index = Filed("index.docx", "Index", word.render("archive", context(board, on, filed, version)))
    sums = "".join(f"{hashlib.sha256(one.data).hexdigest()}  {one.path}\n" for one in (index, *filed))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for one in (index, *filed, Filed("SHA256SUMS.txt", "Checksums", sums.encode())):
            entry = zipfile.ZipInfo(one.path, MOMENT)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            packed.writestr(entry, one.data)
    return made.getvalue()


def context(board: views.Board, on: date, filed: list[Filed], version: PaperVersion = PaperVersion.OPEN) -> Context:
    """Return what the index's template is filled in with."""
    closed = f"The Board was closed on {show(board.closed_on)}." if board.closed_on else "The Board is still open."
    made = frame(board, _HEADINGS[version], "Index of the archive", on, f"As at {show(on)}", draft=False)
    made |= {
        "intro": f"{plural(len(filed), 'file')}. {closed}",
        "folders": [
            {"heading": folder, "files": [{"path": one.path, "what": one.what} for one in files]}
            for folder, files in _by_folder(filed).items()
        ],
        "note": _NOTES[version],
    }
    made["said"] = [*head_said(made), [made["intro"]], *([one.path, one.what] for one in filed)]
    return made


def _by_folder(filed: list[Filed]) -> dict[str, list[Filed]]:
    folders: dict[str, list[Filed]] = {}
    for one in filed:
        folder, _, _ = one.path.rpartition("/")
        folders.setdefault(folder.capitalize() or "Board", []).append(one)
    return folders
