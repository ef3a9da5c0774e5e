"""Which Word template a document is made from: the council's own copy, or the one that came with the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from boardtui import paths
from boardtui.errors import BoardError

WORD = (
    "agenda",
    "minutes",
    "actions",
    "plan",
    "letter",
    "report",
    "scrutiny",
    "changes",
    "forward",
    "brief",
    "archive",
)
"""The Word templates there are, each named as its paper is."""

LARGEST = 20 << 20
"""Bytes of a template, its letterhead picture included."""


@dataclass(frozen=True)
class Template:
    """A Word template as it was read: its name, where it is, its bytes, and whether it is the council's own."""

    name: str
    path: Path
    data: bytes
    own: bool


def template(name: str) -> Template:
    """Return the template of that name (`minutes`); the council's own copy wins over the shipped one."""
    own = own_path(name)
    data = read(own)
    if data is not None:
        return Template(name, own, data, own=True)
    shipped = shipped_path(name)
    data = read(shipped)
    if data is not None:
        return Template(name, shipped, data, own=False)
    raise BoardError(
        f"The template {name}.docx is missing.",
        f"It was looked for at {own} and at {shipped}.",
        "Install the program again.",
    )


def own_path(name: str) -> Path:
    """Return where the council's own copy of a Word template belongs."""
    return paths.own_templates() / "word" / f"{name}.docx"


def shipped_path(name: str) -> Path:
    """Return where the Word template that came with the program is."""
    return paths.shipped_templates() / "word" / f"{name}.docx"


def read(path: Path) -> bytes | None:
    """Return a template's bytes, as many as may be looked at; None where there is no such file.

    A folder or file that is there and cannot be read is said in words: the shipped template never silently takes
    the place of the council's own.
    """
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as problem:
        raise BoardError(
            f"The template {path} cannot be read: {problem.strerror or problem}.",
            "Nothing was written.",
            "Ask for the right to read it, or move it elsewhere to use the template that came with the program.",
        ) from problem
