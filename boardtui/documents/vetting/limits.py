"""Opening a template's zip: never more parts, bytes or unpacking than a Word file of a few pages has (DESIGN 8)."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from boardtui.documents.package import UNREADABLE
from boardtui.documents.templates import LARGEST
from boardtui.documents.vetting.faults import Fault, UnfitError

MOST_PARTS = 500
LARGEST_PART = 30 << 20
LARGEST_UNPACKED = 60 << 20
HIGHEST_RATIO = 200
_RATIO_MATTERS = 1 << 20
"""From so many bytes on; a short part of one repeated word is no attack."""

_ENTRY = b"PK\x01\x02"
"""What each entry of a zip's list begins with: counted before the list is read, which takes long if it is long."""

_SAFE_NAME = re.compile(r"(?!.*(^|/)\.\.(/|$))[^/\\:][^\\:]*")


@dataclass(frozen=True)
class Wanted:
    """What a package should be, and how a person makes it readable or smaller."""

    what: str
    readable: str
    smaller: str


TEMPLATE = Wanted(
    "a Word document",
    "Save it again from Word as a document (.docx).",
    "Use a smaller picture, or start from a fresh copy of the shipped template.",
)


def opened(data: bytes, wanted: Wanted = TEMPLATE) -> dict[str, bytes]:
    """Return the parts of a template, or of another package, by name; raises UnfitError."""
    if len(data) > LARGEST:
        raise UnfitError(Fault("the file", f"it is larger than {LARGEST >> 20} MB.", wanted.smaller))
    if (entries := data.count(_ENTRY)) > MOST_PARTS:
        raise UnfitError(Fault("the file", f"it has {entries:,} parts; at most {MOST_PARTS} are read."))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            listed = package.infolist()
            _within_limits(listed, wanted)
            return {one.filename: _read(package, one, wanted) for one in listed if not one.is_dir()}
    except (*UNREADABLE, ValueError) as problem:  # ValueError: a name or a date in the list that cannot be
        raise UnfitError(Fault("the file", f"it is not {wanted.what}, or it is damaged.", wanted.readable)) from problem


def _within_limits(listed: list[zipfile.ZipInfo], wanted: Wanted) -> None:
    """Refuse by what the zip says of itself, before anything is unpacked."""
    names = [one.filename for one in listed]
    for name in names:
        if not _SAFE_NAME.fullmatch(name):
            raise UnfitError(Fault(f"part {name}", "its name leads outside the document."))
    if len({name.casefold() for name in names}) < len(names):
        raise UnfitError(Fault("the file", "it has two parts of the same name.", wanted.readable))
    if sum(one.file_size for one in listed) > LARGEST_UNPACKED:
        raise UnfitError(Fault("the file", f"unpacked it is larger than {LARGEST_UNPACKED >> 20} MB.", wanted.smaller))


def _read(package: zipfile.ZipFile, part: zipfile.ZipInfo, wanted: Wanted) -> bytes:
    """Unpack one part, never more of it than the limits, whatever the zip says of its size."""
    place = f"part {part.filename}"
    if part.file_size > _RATIO_MATTERS and part.file_size > HIGHEST_RATIO * part.compress_size:
        raise UnfitError(Fault(place, f"it unpacks to more than {HIGHEST_RATIO} times its size."))
    with package.open(part) as stream:
        data = stream.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise UnfitError(Fault(place, f"unpacked it is larger than {LARGEST_PART >> 20} MB.", wanted.smaller))
    return data
