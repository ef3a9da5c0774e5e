"""The picture at the head of the Board's papers, which is kept in the Board's own file."""

from __future__ import annotations

import base64
from pathlib import Path

from sqlmodel import select

from boardtui.documents import letterhead
from boardtui.domain.text import one_line
from boardtui.errors import BoardError
from boardtui.store.models import LetterheadPicture
from boardtui.store.unit import Work


def show(work: Work, path: str) -> None:
    """Put the picture at a path at the head of the papers; with no path, take off what is there."""
    if path:
        set_picture(work, Path(path))
    else:
        remove_picture(work)


def set_picture(work: Work, path: Path) -> None:
    """Put the picture in a file (PNG or JPEG) at the head of every paper but the Chair's own."""
    name = one_line(path.name)
    try:
        with path.open("rb") as file:
            data = file.read(letterhead.MOST + 1)
    except OSError as problem:
        raise BoardError(
            f"The picture {name} could not be read.",
            "The letterhead was left as it is.",
            "Check the path, and that the file is there.",
        ) from problem
    letterhead.checked(data, name)
    work.say(f"Put the picture {name} at the head of the papers")
    row = work.first(select(LetterheadPicture)) or LetterheadPicture(file_name="", data="")
    row.file_name, row.data = name, base64.b64encode(data).decode("ascii")
    work.add(row, "letterhead")


def remove_picture(work: Work) -> None:
    """Take the picture off the head of the papers."""
    pictures = work.all(select(LetterheadPicture))
    if not pictures:
        raise BoardError(
            "There is no picture at the head of the papers.",
            "Nothing was changed.",
            "Put one there with {home-particulars} on Home, or boardtui letterhead FILE PICTURE.",
        )
    for row in pictures:
        work.say(f"Take the picture {row.file_name} off the head of the papers")
        work.delete(row)
