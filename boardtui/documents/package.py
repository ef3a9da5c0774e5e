"""A Word file as a package of parts: packed alike every time, and able to tell that nobody edited it since."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

CORE = "docProps/core.xml"
"""The part that holds title, author, dates and the identifier."""

_STAMP = (1980, 1, 1, 0, 0, 0)
_IDENTIFIER = re.compile(rb"<dc:identifier>([^<]*)</dc:identifier>|<dc:identifier\s*/>")
_PREFIX = "boardtui:sha256:"
_LARGEST = 200 * 1024 * 1024

Parts = Mapping[str, bytes]
"""The parts of a package by their names."""

UNREADABLE = (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError)
"""What `zipfile` raises for bytes that are no sound zip: a bad list or sum, a part cut off, an unknown way of packing,
a part that is encrypted."""


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file; raises ValueError when it is not one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > _LARGEST:
                raise ValueError("It is too large to be a document of ours.")
            return {name: package.read(name) for name in package.namelist()}
    except UNREADABLE as problem:
        raise ValueError(str(problem)) from problem


def pack(parts: Parts) -> bytes:
    """Return the parts as a Word file: sorted, with one fixed time, so that equal parts give equal bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            package.writestr(entry, parts[name])
    return made.getvalue()


def identified(parts: Parts) -> dict[str, bytes]:
    """Return the parts with the digest of all the others in the identifier of the core properties."""
    text = f"<dc:identifier>{escape(_PREFIX + digest(parts))}</dc:identifier>".encode()
    core, found = _IDENTIFIER.subn(text, parts[CORE], count=1)
    if not found:
        core = core.replace(b"</cp:coreProperties>", text + b"</cp:coreProperties>")
    return {**parts, CORE: core}


def digest(parts: Parts) -> str:
    """Return the SHA-256 over every part but the core properties, each with its name."""
    running = hashlib.sha256()
    for name in sorted(parts):
        if name != CORE:
            running.update(f"{name}\0{len(parts[name])}\0".encode())
            running.update(parts[name])
    return running.hexdigest()


def is_untouched(data: bytes) -> bool:
    """Say whether a file is one of ours, and still as it was written."""
    try:
        parts = unpack(data)
    except ValueError:
        return False
    found = _IDENTIFIER.search(parts.get(CORE, b""))
    return bool(found and found[1] == (_PREFIX + digest(parts)).encode())
