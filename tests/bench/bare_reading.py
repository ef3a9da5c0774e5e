"""The reference for the command line: a bare Typer program that reads the actions with sqlite3 and prints JSON."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def actions(file: Path, statement: Path) -> None:
    """Print what a statement finds in a Board as one JSON document."""
    db = sqlite3.connect(file)
    found = db.execute(statement.read_text(encoding="utf-8"))
    names = [column[0] for column in found.description]
    print(json.dumps([dict(zip(names, row, strict=True)) for row in found], ensure_ascii=False, indent=2))


if __name__ == "__main__":
    app()
