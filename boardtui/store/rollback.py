"""What a rollback journal beside a file says of it: the marks it had before a change that was cut short.

A file whose change was cut short may look like no database at all until SQLite has taken the change back. The first
page as it was before lies in the journal, so that the file can be known without a byte of it being touched.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import NamedTuple

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER = struct.Struct(">8s5I")  # magic, records, nonce, pages before, sector size, page size
_PAGE_NUMBER = struct.Struct(">I")
_USER_VERSION, _APPLICATION_ID = 60, 68  # where they stand in the first page
_MOST_RECORDS = 100_000


class Marks(NamedTuple):
    """Which program a SQLite file belongs to, and the schema it is written in."""

    application: int
    schema: int


def marks_before(path: Path) -> Marks | None:
    """Return the marks that the journal beside `path` keeps; None where there is no journal or no first page in it."""
    beside = path.with_name(f"{path.name}-journal")
    if not beside.is_file():
        return None
    with beside.open("rb") as journal:
        header = journal.read(_HEADER.size)
        if len(header) < _HEADER.size or not header.startswith(_MAGIC):
            return None
        *_, sector, page = _HEADER.unpack(header)
        journal.seek(sector)
        for _ in range(_MOST_RECORDS):
            number, image = journal.read(_PAGE_NUMBER.size), journal.read(page)
            if len(image) < _APPLICATION_ID + 4:
                return None
            if _PAGE_NUMBER.unpack(number) == (1,):
                return Marks(_at(image, _APPLICATION_ID), _at(image, _USER_VERSION))
            journal.seek(_PAGE_NUMBER.size, 1)  # its checksum
    return None


def _at(image: bytes, offset: int) -> int:
    return int(_PAGE_NUMBER.unpack_from(image, offset)[0])
