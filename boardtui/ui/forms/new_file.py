"""Where a new Board's file goes, as it is typed: a name that is free, and never one that is taken."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from boardtui import config
from boardtui.domain.text import clean, one_line


def file_of(typed: Mapping[str, str]) -> Path:
    """Return where the file goes."""
    return new_file(typed.get("path") or proposed_path(typed))


def proposed_path(typed: Mapping[str, str]) -> str:
    """Return a name that is free, in the folder of Boards, after the council."""
    said = clean(typed.get("council", "")).casefold().removesuffix(" council")
    name = "-".join("".join(one if one.isalnum() else " " for one in said).split())[:40] or "our"
    folder = config.read(config.where())[0].new_boards()
    free = (folder / f"{name}{more}.board" for more in ("", *(f"-{n}" for n in range(2, 1000))))
    return str(next(path for path in free if not path.exists()))


def new_file(typed: str) -> Path:
    """Read where the file goes; ValueError where one of that name is there already."""
    path = Path(one_line(typed)).expanduser()
    path = path if path.suffix else path.with_suffix(".board")
    if path.exists():
        raise ValueError("There is already a file of that name. It stays as it is: choose another name.")
    return path.absolute()


def picture_file(typed: str) -> str:
    """Read the path of a picture; empty stays empty."""
    path = Path(typed.strip()).expanduser()
    if typed.strip() and not path.is_file():
        raise ValueError("there is no such file")
    return str(path) if typed.strip() else ""
