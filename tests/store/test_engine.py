"""A Board file is opened safely, or refused in words with not a byte of it changed (DESIGN 8, *The file*)."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from boardtui.errors import BoardError
from boardtui.store import create
from boardtui.store.engine import APPLICATION_ID, SCHEMA, connect, explained, writing_engine
from boardtui.store.reading.reader import Reader

WANTED = {
    "journal_mode": "delete",
    "synchronous": 3,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "busy_timeout": 5000,
}
"""The pragmas of DESIGN 8, as SQLite reads them back."""


def read_back(db: sqlite3.Connection) -> dict[str, Any]:
    return {pragma: db.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in WANTED}


def test_a_plain_connection_sets_every_pragma(empty_file: Path) -> None:
    with closing(connect(empty_file)) as db:
        assert read_back(db) == WANTED


def test_a_reading_connection_sets_every_pragma_and_cannot_write(empty_file: Path) -> None:
    assert Reader(empty_file).read(read_back) == WANTED
    with pytest.raises(BoardError, match="cannot be written"):
        Reader(empty_file).read(lambda db: db.execute("DELETE FROM board"))


def test_the_writing_connection_sets_every_pragma(empty_file: Path) -> None:
    with writing(empty_file) as db:
        assert read_back(db) == WANTED


def test_a_writing_transaction_locks_at_once(empty_file: Path) -> None:
    opened = writing_engine(empty_file)
    with opened.begin() as transaction, closing(connect(empty_file)) as other:
        other.execute("PRAGMA busy_timeout=0")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        raw = transaction.connection.driver_connection
    opened.dispose()
    assert raw is not None
    raw.close()


class writing:  # noqa: N801  (a context manager reads as a phrase)
    """The raw connection of a writing engine, closed afterwards."""

    def __init__(self, path: Path) -> None:
        self._engine = writing_engine(path)
        self._raw: Any = self._engine.raw_connection()

    def __enter__(self) -> sqlite3.Connection:
        found: sqlite3.Connection = self._raw.driver_connection
        return found

    def __exit__(self, *_: object) -> None:
        found = self._raw.driver_connection
        self._raw.close()
        self._engine.dispose()
        found.close()


def test_a_new_file_is_the_persons_alone_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "new.board"
    create.create(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with closing(connect(path)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA,)


def test_one_file_at_rest(empty_file: Path) -> None:
    with closing(connect(empty_file)) as db:
        db.execute("INSERT INTO local_draft VALUES ('x', 'y', 0, '')")
    assert [path.name for path in empty_file.parent.iterdir()] == [empty_file.name]


def test_creating_over_an_existing_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("keep me")
    with pytest.raises(BoardError, match="already a file"):
        create.create(path)
    with pytest.raises(BoardError, match="already a file"), create.whole(path):
        pass
    assert path.read_text() == "keep me"


def test_a_whole_new_file_appears_at_the_end_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new.board"
    with pytest.raises(KeyError), create.whole(path):
        raise KeyError
    assert list(tmp_path.iterdir()) == []
    with create.whole(path) as half:
        assert half.is_file()
        assert not path.exists()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["missing.board", "no/such/folder/x.board", "", ".", "x" * 5000])
def test_a_path_without_a_file_is_refused_and_nothing_is_created(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BoardError):
        connect(Path(name))
    assert list(tmp_path.iterdir()) == []


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE t (x)")
        db.commit()


def foreign_in_wal_mode(path: Path) -> None:
    """Leave what a program that crashed leaves: a log that has not been folded into the file yet."""
    script = (
        "import os, sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute('PRAGMA journal_mode=WAL');"
        "db.execute('PRAGMA wal_autocheckpoint=0');"
        "db.execute('CREATE TABLE t (x)'); db.commit(); db.execute('INSERT INTO t VALUES (1)'); db.commit();"
        "os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
    assert Path(f"{path}-wal").stat().st_size > 0


def newer(path: Path) -> None:
    create.create(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version={SCHEMA + 1}")


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "another program's database": (foreign, "is not a Board file"),
    "another program's database in WAL mode": (foreign_in_wal_mode, "is not a Board file"),
    "a newer schema": (newer, "was written by a newer boardtui"),
    "text": (lambda path: path.write_text("Dear Minister\n" * 100), "is not a Board file"),
    "a picture": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000)), "is not a Board file"),
    "nothing": (lambda path: path.touch(), "is not a Board file"),
    "a folder": (lambda path: path.mkdir(), "There is no Board file"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_board_of_this_program_is_refused_untouched(tmp_path: Path, what: str) -> None:
    make, sentence = REFUSED[what]
    path = tmp_path / "file.board"
    make(path)
    before = contents(tmp_path)
    for attempt in (connect, writing_engine, lambda path: Reader(path).read(read_back)):
        with pytest.raises(BoardError, match=sentence):
            attempt(path)
    assert contents(tmp_path) == before


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {p.name: (p.read_bytes() if p.is_file() else b"", p.stat().st_mtime_ns) for p in folder.rglob("*")}


def test_a_damaged_file_is_refused_in_words(built_sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "damaged.board"
    raw = bytearray(built_sample.read_bytes())
    raw[5000:] = bytes(len(raw) - 5000)
    path.write_bytes(raw)
    with pytest.raises(BoardError, match="damaged"):
        Reader(path).read(lambda db: db.execute("SELECT count(*) FROM entry").fetchall())


def test_a_file_that_another_program_holds_is_said_to_be_in_use(empty_file: Path) -> None:
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sqlite3, sys; db = sqlite3.connect(sys.argv[1], isolation_level=None);"
            "db.execute('BEGIN EXCLUSIVE'); print('held', flush=True); sys.stdin.read()",
            str(empty_file),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline() == b"held\n"
        with (
            pytest.raises(BoardError, match="in use by another program"),
            explained(empty_file),
            closing(bare(empty_file)) as db,
        ):
            db.execute("BEGIN IMMEDIATE")
    finally:
        holder.stdin.close()
        holder.wait(10)
        holder.stdout.close()
    with closing(connect(empty_file)) as db:
        assert db.execute("SELECT count(*) FROM board").fetchone() == (0,)


def bare(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=0.01)


AS_NOBODY = """
import os, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from boardtui.errors import BoardError
from boardtui.store.engine import connect, explained
from boardtui.store.reading.reader import Reader
os.setgroups([]); os.setgid(65534); os.setuid(65534)
path = Path(sys.argv[1])
try:
    print(Reader(path).read(lambda db: db.execute("SELECT count(*) FROM board").fetchone()))
    with explained(path):
        db = connect(path)
        db.execute("INSERT INTO local_draft VALUES ('x', 'y', 0, '')")
except BoardError as problem:
    print(problem)
"""


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize(
    ("mode", "sentence"), [(0o444, "(0,)\n{path} cannot be written."), (0o600, "{path} may not be opened by you.")]
)
def test_a_file_that_is_not_ones_own_is_read_if_it_may_be_and_said_not_to_be_writable(
    blank: Path, tmp_path_factory: pytest.TempPathFactory, mode: int, sentence: str
) -> None:
    folder = Path("/tmp") / tmp_path_factory.mktemp("shared").name
    folder.mkdir(mode=0o755, exist_ok=True)
    path = folder / f"{mode:o}.board"
    path.write_bytes(blank.read_bytes())
    path.chmod(mode)
    here = Path(__file__).parents[2]
    try:
        said = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(path), str(here)], capture_output=True, text=True, check=False
        )
        assert said.stdout.startswith(sentence.format(path=path)), said.stderr
        assert path.read_bytes() == blank.read_bytes()
    finally:
        path.unlink()
        folder.rmdir()


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (sqlite3.OperationalError("database or disk is full"), "The disk is full."),
        (sqlite3.DatabaseError("database disk image is malformed"), "damaged"),
        (sqlite3.OperationalError("attempt to write a readonly database"), "cannot be written"),
        (sqlite3.IntegrityError("FOREIGN KEY constraint failed"), "Other records rest on this one."),
        (sqlite3.IntegrityError("UNIQUE constraint failed: source.code"), "already a record"),
        (PermissionError(13, "Permission denied"), "may not be opened by you"),
        (OSError(5, "Input/output error"), "could not be used"),
    ],
)
def test_what_goes_wrong_on_disk_is_said_in_words(problem: Exception, sentence: str) -> None:
    with pytest.raises(BoardError, match=sentence) as said, explained(Path("x.board")):
        raise problem
    assert said.value.message
    assert said.value.hint


def test_a_file_whose_change_was_cut_short_is_known_by_its_journal_and_recovered(
    small_file: Path, tmp_path: Path
) -> None:
    cut = tmp_path / "cut.board"
    with closing(connect(small_file)) as db:
        named = db.execute("SELECT name FROM board").fetchone()
        db.execute("PRAGMA cache_size=1")  # so that pages reach the file before the commit
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE office SET title = title || printf('%.9000c', 'x')")
        data = bytearray(small_file.read_bytes())
        cut.with_name("cut.board-journal").write_bytes(small_file.with_name("small.board-journal").read_bytes())
        db.execute("ROLLBACK")
    data[:4096] = bytes(4096)  # the first page did not reach the disk whole
    cut.write_bytes(data)
    with closing(connect(cut)) as db:
        assert db.execute("SELECT name FROM board").fetchone() == named
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_another_programs_file_with_a_journal_beside_it_is_left_as_it_is(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign, isolation_level=None)) as db:
        db.execute("CREATE TABLE theirs (text)")
        db.execute("INSERT INTO theirs VALUES ('kept')")
        db.execute("PRAGMA cache_size=1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE theirs SET text = printf('%.90000c', 'x')")
        copies = {
            tmp_path / f"copy.db{end}": foreign.with_name(f"foreign.db{end}").read_bytes() for end in ("", "-journal")
        }
        db.execute("ROLLBACK")
    for path, data in copies.items():
        path.write_bytes(data)
    with pytest.raises(BoardError, match="not a Board file"):
        connect(tmp_path / "copy.db")
    assert {path: path.read_bytes() for path in copies} == copies
