"""Opening a Word file that comes from elsewhere: within limits, without macros, without anything from outside it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml has no types

from boardtui.errors import BoardError

LARGEST_FILE = 50 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
LARGEST_PART = 60 * 1024 * 1024
MOST_PARTS = 5_000
MOST_TIMES = 400
"""How many times larger than packed a file may be."""

READ = ("word/document.xml", "word/comments.xml", "word/styles.xml")
"""The parts that are read; everything else in the file is left alone."""

_BROKEN = (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, KeyError, ValueError)
_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_MACROS = ("vbaproject.bin", "vbadata.xml")
_TYPES = "[Content_Types].xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"
_MACRO_TYPE = b"macroEnabled"


def read(path: Path) -> bytes:
    """Return the bytes of the file that came back; raises BoardError when it cannot be read or is too large."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _refused(path, f"it is larger than {LARGEST_FILE // 1024 // 1024} MB")
        return path.read_bytes()
    except OSError as problem:
        raise BoardError(
            f"{path} cannot be read: {problem.strerror}.",
            "Nothing was read back.",
            "Check the name of the file, that you may read it, and that Word has it closed.",
        ) from problem


def parts(data: bytes, path: Path) -> dict[str, Any]:
    """Return the parts that are read, as XML; raises BoardError for anything but a plain Word file."""
    if data[:4] == _ENCRYPTED:
        raise _refused(path, "it is an old .doc, or protected with a password", "Save it as .docx without one.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _within_limits(package, path, len(data))
            return {name: _xml(package.read(name), path) for name in READ if name in package.namelist()}
    except _BROKEN as problem:
        raise _refused(
            path, "it is damaged, or is no Word file (.docx)", "Save it again in Word as .docx."
        ) from problem


def _within_limits(package: zipfile.ZipFile, path: Path, packed: int) -> None:
    infos = package.infolist()
    unpacked = sum(one.file_size for one in infos)
    if len(infos) > MOST_PARTS or unpacked > min(LARGEST_UNPACKED, packed * MOST_TIMES):
        raise _refused(path, "it unpacks to far more than a paper of the Board holds")
    if any(one.file_size > LARGEST_PART for one in infos if one.filename in READ):
        raise _refused(path, "its text is far longer than a paper of the Board")
    names = {one.filename for one in infos}
    if any(name.casefold().endswith(_MACROS) for name in names):
        raise _refused(path, "it holds macros", "Save it as .docx, without macros.")
    types = package.read(_TYPES) if _TYPES in names else b""
    if _MACRO_TYPE in types:
        raise _refused(path, "it holds macros", "Save it as .docx, without macros.")
    if _DOCUMENT not in types or READ[0] not in names:
        raise _refused(path, "it is no Word file (.docx)", "Save it in Word as .docx.")


def _xml(data: bytes, path: Path) -> Any:
    """Parse one part: no entity is expanded, nothing is fetched, and a document type is refused at all."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        raise _refused(path, "it is damaged", "Open it in Word, save it again, and try once more.") from problem
    if root.getroottree().docinfo.doctype:
        raise _refused(path, "it declares entities, which no word processor writes")
    return root


def _refused(path: Path, why: str, hint: str = "") -> BoardError:
    return BoardError(f"{path.name} was not read back: {why}.", "Nothing was changed.", hint)
