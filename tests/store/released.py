"""A small Board as each released schema wrote it: the text of its file, one for each; the newest is built.

When a schema is released, `python -m tests.store.released` writes down the Board of that schema, before the next one
is begun.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from boardtui.store import engine
from tests.store import full_board

FOLDER = Path(__file__).parent / "released"


def write(schema: int, path: Path, newest: Path) -> None:
    """Write the Board of a schema to `path`; the newest schema's is a copy of `newest`."""
    text = FOLDER / f"{schema:04d}.sql"
    if not text.exists():
        shutil.copyfile(newest, path)
        return
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(text.read_text(encoding="utf-8"))


def text_of(path: Path) -> str:
    """Return a Board file as SQL text, its marks included."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        with closing(sqlite3.connect(path)) as file:
            file.backup(db)
        index = [db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0] for name in _INDEX]
        for name in reversed(_INDEX):  # the index of words is made anew: what SQLite keeps of it is not text
            db.execute(f"DROP TABLE {name}")
        marks = [f"PRAGMA {name} = {db.execute(f'PRAGMA {name}').fetchone()[0]};" for name in _MARKS]
        made = [f"{sql};" for sql in (*index, "INSERT INTO fts_word (fts_word) VALUES ('rebuild')")]
        return "\n".join(["PRAGMA foreign_keys = OFF;", *db.iterdump(), *made, *marks]) + "\n"


_MARKS = ("application_id", "user_version")
_INDEX = ("fts_word", "fts_vocabulary")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        board = Path(made) / "full.board"
        full_board.build(board)
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{engine.SCHEMA:04d}.sql").write_text(text_of(board), encoding="utf-8")
