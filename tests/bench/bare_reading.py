"""The reference for the command line: a bare Typer program that reads the actions with sqlite3 and prints JSON."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def actions(file: Path) -> None:
    """Print the actions of a Board as one JSON document."""
    from boardtui.store.reading.actions import _ACTIONS  # the same statement on both sides

    db = sqlite3.connect(file)
    found = db.execute(_ACTIONS)
    names = [column[0] for column in found.description]
    print(json.dumps([dict(zip(names, row, strict=True)) for row in found], ensure_ascii=False, indent=2))


if __name__ == "__main__":
    app()
