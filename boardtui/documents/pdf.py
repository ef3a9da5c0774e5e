"""Word files as one PDF, made by the LibreOffice of this computer where it has one; nothing leaves the computer."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from boardtui.errors import BoardError

_NAMES = ("soffice", "libreoffice")
_SECONDS = 300


def writer() -> str | None:
    """Return the program that turns Word files into PDF, or None where there is none."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


def joined(papers: Mapping[str, bytes], title: str) -> bytes:
    """Return Word files (by name) as one PDF in their order, each with a bookmark of its name.

    Raises BoardError when LibreOffice cannot do it. It runs with a profile of its own, so that one that is open or set
    up otherwise does no harm, and its files are gone afterwards.
    """
    from pypdf import PdfReader, PdfWriter

    with tempfile.TemporaryDirectory(prefix="boardtui-") as folder, PdfWriter() as whole:
        for name, made in _converted(Path(folder), papers).items():
            whole.append(PdfReader(made), outline_item=Path(name).stem)
        whole.add_metadata({"/Title": title})
        data = io.BytesIO()
        whole.write(data)
        return data.getvalue()


def _converted(folder: Path, papers: Mapping[str, bytes]) -> dict[str, Path]:
    """Convert all of them in one run of LibreOffice, which takes longest to start."""
    program = writer()
    if program is None:
        raise BoardError("There is no LibreOffice on this computer.", "No PDF was made.", "The Word files are there.")
    sources = {name: folder / name for name in papers}
    for name, path in sources.items():
        path.write_bytes(papers[name])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *map(str, sources.values()),
    ]
    try:
        subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise _failed() from problem
    made = {name: path.with_suffix(".pdf") for name, path in sources.items()}
    if not all(path.is_file() for path in made.values()):
        raise _failed()
    return made


def _failed() -> BoardError:
    return BoardError(
        "LibreOffice made no PDF of these papers.", "The Word files are there.", "Open them and print them."
    )
