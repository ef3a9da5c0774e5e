"""The head of a council's papers: the lines of its address, and where its picture is."""

from __future__ import annotations

from pathlib import Path

from boardtui.domain.text import one_line

PICTURES = (".png", ".jpg", ".jpeg")
"""Kinds of pictures that Word shows everywhere."""


def read_picture(typed: str) -> str:
    """Return where a picture is, in full; raises ValueError with a sentence where there is none."""
    path = Path(one_line(typed)).expanduser()
    if not path.is_file():
        raise ValueError("There is no such file.")
    if path.suffix.lower() not in PICTURES:
        raise ValueError("Choose a picture: .png or .jpg.")
    return str(path.absolute())
