"""Which Word template a document is made from: the council's own copy, or the one that came with the program."""

from __future__ import annotations

from pathlib import Path

from boardtui import paths
from boardtui.errors import BoardError


def template(name: str) -> Path:
    """Return the template of that name (`minutes`); the council's own copy wins over the shipped one."""
    own = paths.own_templates() / "word" / f"{name}.docx"
    if own.is_file():
        return own
    shipped = paths.shipped_templates() / "word" / f"{name}.docx"
    if shipped.is_file():
        return shipped
    raise BoardError(
        f"The template {name}.docx is missing.",
        f"It was looked for at {own} and at {shipped}.",
        "Install the program again.",
    )
