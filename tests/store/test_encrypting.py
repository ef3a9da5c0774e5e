"""An encrypted Board is a Board like any other to those who know its passphrase, and noise to the others."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from boardtui.domain.backups import Why
from boardtui.domain.states import Role
from boardtui.errors import BoardError, EncryptedError
from boardtui.services import encrypting, handover, undo
from boardtui.services.check import check
from boardtui.services.desk import Desk
from boardtui.services.export import export
from boardtui.services.holding import Holding
from boardtui.store import backups, engine, library
from boardtui.store.reading.board import board
from boardtui.store.reading.reader import Reader
from tests.faults import boards

NOON = datetime(2013, 5, 20, 12, 0)
PASSPHRASE = "four words, x'y, £ and \"z"


@pytest.fixture(autouse=True)
def no_keys_are_left() -> Iterator[None]:
    """Forget every key, as a new process has none."""
    library._keys.clear()
    yield
    library._keys.clear()


@pytest.fixture
def locked(built_small: Path, tmp_path: Path) -> Path:
    """Return the small Board, encrypted, as another process finds it."""
    path = Path(shutil.copyfile(built_small, tmp_path / "small.board"))
    encrypting.encrypt(path, PASSPHRASE)
    library._keys.clear()
    return path


def texts(path: Path) -> list[str]:
    return [
        text for (text,) in Reader(path).read(lambda db: db.execute("SELECT text FROM entry ORDER BY id").fetchall())
    ]


def test_nothing_of_the_record_can_be_read_in_the_file(locked: Path, built_small: Path) -> None:
    data = locked.read_bytes()
    assert b"The Chair welcomed everybody." in built_small.read_bytes()
    for known in (b"SQLite", b"CREATE TABLE", b"welcomed", b"Director"):
        assert known not in data
    assert locked.stat().st_mode & 0o777 == 0o600


def test_without_its_passphrase_it_is_refused_in_a_calm_sentence_and_left_as_it_is(locked: Path) -> None:
    before = locked.read_bytes()
    with pytest.raises(EncryptedError, match="is encrypted, or is not a Board file"):
        Reader(locked).read(board)
    with pytest.raises(EncryptedError, match="does not open small"):
        library.open_with(locked, "another one")
    with pytest.raises(EncryptedError):
        Reader(locked).read(board)
    assert locked.read_bytes() == before


def test_with_it_everything_works_as_in_a_plain_file(locked: Path, built_small: Path, tmp_path: Path) -> None:
    library.open_with(locked, PASSPHRASE)
    assert texts(locked) == texts(built_small)
    with closing(boards.desk(locked)) as desk:
        assert Holding(desk).claim().result() is None
        boards.minute(desk, 0)
        desk.do(lambda work: undo.undo(work))
        desk.do(lambda work: undo.redo(work))
        desk.keep_draft("live:2", "half", 4).result()
        made = export(desk, "minutes", tmp_path / "papers", number=1)
        assert made.read_bytes()[:2] == b"PK"
        assert desk.read_as_at(3, board).name == "Improvement Board"
    assert boards.minuted(locked) == [boards.line(0)]
    assert Reader(locked).read(check) == []


def test_a_refused_change_is_said_in_the_same_words(locked: Path) -> None:
    library.open_with(locked, PASSPHRASE)
    with closing(boards.desk(locked)) as desk:
        desk.on_file(lambda db: db.execute("PRAGMA busy_timeout=20").fetchall()).result()
        with closing(engine.connect(locked)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(BoardError, match="in use by another program"):
                boards.minute(desk, 1)
            other.execute("ROLLBACK")
        with pytest.raises(BoardError, match="signed"):
            desk.on_file(lambda db: db.execute("UPDATE entry SET text = 'x'").fetchall()).result()


def test_backups_and_copies_of_it_are_encrypted_and_open_with_the_same_passphrase(locked: Path, tmp_path: Path) -> None:
    library.open_with(locked, PASSPHRASE)
    backup = backups.keep(locked, Why.ASKED, NOON)
    with closing(Desk(locked, who="A", role=Role.ADMINISTRATOR, clock=lambda: NOON)) as desk:
        handed = handover.hand_over(desk, Role.CHAIR, out=tmp_path / "chair.board").copy
    for copy in (backup, handed):
        library._keys.clear()
        assert b"welcomed" not in copy.read_bytes()
        with pytest.raises(EncryptedError):
            Reader(copy).read(board)
        library.open_with(copy, PASSPHRASE)
        assert texts(copy) == texts(copy)
        assert Reader(copy).read(check) == []


def test_a_copy_opens_by_itself_once_the_board_is_open(locked: Path) -> None:
    library.open_with(locked, PASSPHRASE)
    backup = backups.keep(locked, Why.ASKED, NOON)
    library.forget(backup)
    assert backups.looked_into(backups.named_in(locked)[0]).problem == ""
    assert texts(backup) == texts(locked)


def test_another_passphrase_ends_the_old_one_for_the_board_and_its_backups(locked: Path) -> None:
    library.open_with(locked, PASSPHRASE)
    backup = backups.keep(locked, Why.ASKED, NOON)
    assert encrypting.rekey(locked, "another long one") == 1
    for path in (locked, backup):
        library._keys.clear()
        with pytest.raises(EncryptedError):
            library.open_with(path, PASSPHRASE)
        library.open_with(path, "another long one")
        assert Reader(path).read(check) == []


def test_decrypted_it_is_the_plain_board_it_was(locked: Path, built_small: Path) -> None:
    library.open_with(locked, PASSPHRASE)
    encrypting.decrypt(locked)
    library._keys.clear()
    assert texts(locked) == texts(built_small)
    assert Reader(locked).read(check) == []


def test_while_it_is_open_elsewhere_it_is_not_written_anew(built_small: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(built_small, tmp_path / "small.board"))
    with closing(boards.desk(path)) as desk:
        Holding(desk).claim().result()
        before = path.read_bytes()
        with pytest.raises(BoardError, match="has this Board open"):
            encrypting.encrypt(path, PASSPHRASE)
        assert path.read_bytes() == before
        boards.minute(desk, 0)


def test_what_waits_to_write_to_the_old_file_is_refused_and_not_lost_in_it(built_small: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(built_small, tmp_path / "small.board"))
    with closing(boards.desk(path)) as desk:
        boards.minute(desk, 0)
        encrypting.encrypt(path, PASSPHRASE)
        with pytest.raises(BoardError, match="cannot be written"):
            boards.minute(desk, 1)


def test_a_short_passphrase_is_refused(built_small: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(built_small, tmp_path / "small.board"))
    with pytest.raises(BoardError, match="at least 8 characters"):
        encrypting.encrypt(path, "short")
    assert path.read_bytes() == built_small.read_bytes()


def test_without_the_extra_the_file_says_what_to_install(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(library, "import_module", absent)
    with pytest.raises(BoardError, match=r"boardtui\[encrypted\]"):
        library.open_with(locked, PASSPHRASE)


def test_killed_while_it_is_written_anew_the_board_is_whole_plain_or_encrypted(
    built_small: Path, tmp_path: Path
) -> None:
    from tests.faults.forks import killed

    for number in range(6):
        path = Path(shutil.copyfile(built_small, tmp_path / f"{number}.board"))

        def act(tell: Callable[[str], None], path: Path = path) -> None:
            tell("begins")
            encrypting.encrypt(path, PASSPHRASE)

        killed(act, 1, 0.02 + number * 0.06)
        library._keys.clear()
        try:
            found = Reader(path).read(check)
        except EncryptedError:
            library.open_with(path, PASSPHRASE)
            found = Reader(path).read(check)
        assert found == []
