"""Files that are cut off, zeroed, foreign, flipped in a bit or of a newer schema: refused or found, always in words."""

from __future__ import annotations

import contextlib
import io
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from boardtui import cli
from boardtui.store.engine import SCHEMA
from tests.faults.forks import Tell, ended
from tests.faults.tally import Ground, Tally

COMMANDS = (
    ("status",),
    ("list", "actions"),
    ("history",),
    ("export", "minutes"),
    ("check",),
)
"""What is tried on each file; the last one says whether it is sound."""

UNTOLD = ("Traceback", "it should have")
"""What a person must never read: a traceback, or that the program itself did not expect this."""

RENEWED = "The search index did not agree with the records, and was made anew."
"""What the check says where a sound file's index of words was the damaged part: it is made from the records again."""

Contents = dict[str, list[tuple[object, ...]]]


def truncated(ground: Ground, tries: int) -> Tally:
    """Cut the file off anywhere."""
    return _damaged(ground, tries, "truncated file", lambda data: data[: ground.chance.randrange(len(data))])


def zeroed(ground: Ground, tries: int) -> Tally:
    """Put zeros over a stretch of the file, as a failing disk does."""

    def zero(data: bytes) -> bytes:
        start = ground.chance.randrange(len(data))
        length = ground.chance.choice((512, 4096, 65_536))
        return data[:start] + bytes(min(length, len(data) - start)) + data[start + length :]

    return _damaged(ground, tries, "zeroed file", zero)


def flipped(ground: Ground, tries: int) -> Tally:
    """Flip one bit anywhere."""

    def flip(data: bytes) -> bytes:
        at = ground.chance.randrange(len(data))
        return data[:at] + bytes([data[at] ^ (1 << ground.chance.randrange(8))]) + data[at + 1 :]

    return _damaged(ground, tries, "bit-flipped file", flip)


def foreign(ground: Ground, tries: int) -> Tally:
    """Give it files of other programs."""
    tally = Tally("foreign file")
    for _ in range(tries):
        path = ground.copy(ground.small)
        path.unlink()
        ground.chance.choice(FOREIGN)(path, ground)
        _refused(path, tally)
    return tally


def newer(ground: Ground, tries: int) -> Tally:
    """Give it a Board of a newer schema."""
    tally = Tally("newer schema")
    for _ in range(tries):
        path = ground.copy(ground.small)
        with closing(sqlite3.connect(path)) as db:
            db.execute(f"PRAGMA user_version={SCHEMA + ground.chance.randint(1, 1000)}")
        _refused(path, tally)
    return tally


def _damaged(ground: Ground, tries: int, name: str, damage: Callable[[bytes], bytes]) -> Tally:
    tally = Tally(name)
    sound = ground.small.read_bytes()
    known = contents(ground.small)
    for _ in range(tries):
        path = ground.copy(ground.small)
        data = damage(sound)
        path.write_bytes(data)
        said = ended(partial(_look, path))
        wrong = _in_words(said)
        if contents(path) != known and said[-1].startswith("0 "):
            wrong.append(f"the content differs, and the check finds nothing: {path}")
        if path.read_bytes() != data and RENEWED not in said[-1]:
            wrong.append("the file was changed by looking at it")
        tally.count(*wrong)
    return tally


def _refused(path: Path, tally: Tally) -> None:
    """Look at a file that must be refused, unchanged."""
    before = path.read_bytes()
    said = ended(partial(_look, path))
    wrong = [*_in_words(said), *(f"it was not refused: {one}" for one in said if not one.startswith("1 "))]
    if path.read_bytes() != before:
        wrong.append("the file was changed")
    tally.count(*wrong)


def _look(path: Path, tell: Tell) -> None:
    """Run the commands on a file and tell how each ended, and its last words."""
    for command in COMMANDS:
        to = ["--to", str(path.parent / "out")] if "export" in command else []
        sys.argv = ["boardtui", *command, str(path), *to]
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            try:
                cli.main()
            except SystemExit as end:
                code = end.code or 0
        tell(f"{code} {' '.join(out.getvalue().split())[-400:]}")


def _in_words(said: list[str]) -> list[str]:
    wrong = [one for one in said if one[:2] not in ("0 ", "1 ", "2 ") or any(word in one for word in UNTOLD)]
    return wrong if len(said) == len(COMMANDS) else [*wrong, f"it ended early: {said}"]


def contents(path: Path) -> Contents | None:
    """Return every row of every table that the journal keeps; None if they cannot all be read."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            db.text_factory = bytes
            tables = [name.decode() for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            kept = [name for name in tables if not name.startswith(("local_", "fts_", "sqlite_", "alembic_"))]
            return {name: sorted(db.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in sorted(kept)}
    except (sqlite3.Error, UnicodeError):
        return None


def _text(path: Path, ground: Ground) -> None:
    path.write_text("Minutes of the Improvement Board\n" * ground.chance.randint(1, 500), encoding="utf-8")


def _noise(path: Path, ground: Ground) -> None:
    path.write_bytes(ground.chance.randbytes(ground.chance.randint(1, 60_000)))


def _zip(path: Path, ground: Ground) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>" * ground.chance.randint(1, 50))


def _database(path: Path, ground: Ground) -> None:
    with closing(sqlite3.connect(path)) as db:
        if ground.chance.random() < 0.5:
            db.execute("PRAGMA journal_mode=WAL")
        db.execute("CREATE TABLE board (name)")
        db.execute("INSERT INTO board VALUES ('another program')")
        db.execute(f"PRAGMA user_version={ground.chance.randint(0, 3)}")
        db.commit()


def _header(path: Path, ground: Ground) -> None:
    path.write_bytes(b"SQLite format 3\x00" + ground.chance.randbytes(ground.chance.randint(0, 9_000)))


def _empty(path: Path, ground: Ground) -> None:
    path.touch()


FOREIGN: tuple[Callable[[Path, Ground], None], ...] = (_text, _noise, _zip, _database, _header, _empty)
