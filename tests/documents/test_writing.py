"""A document appears whole or not at all, and never over one that somebody has edited."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from boardtui.documents import minutes
from boardtui.documents.package import is_untouched
from boardtui.documents.writing import save
from boardtui.errors import BoardError
from tests.documents import samples
from tests.documents.reading_back import edited

NAME = "minutes-5-2013-05-16-draft.docx"


@pytest.fixture(scope="module")
def data() -> bytes:
    return minutes.render(samples.minutes())


@pytest.fixture(scope="module")
def later() -> bytes:
    return minutes.render(samples.minutes(entries=(samples.entry(1, 1, "Something else."),)))


def test_a_document_is_written_under_its_name_into_a_folder_made_for_it(data: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "papers" / "May"
    assert save(data, folder, NAME) == folder / NAME
    assert (folder / NAME).read_bytes() == data
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_writing_the_same_again_changes_nothing(data: bytes, tmp_path: Path) -> None:
    first = save(data, tmp_path, NAME)
    before = first.stat()
    assert save(data, tmp_path, NAME) == first
    assert first.stat().st_ino == before.st_ino
    assert first.stat().st_mtime_ns == before.st_mtime_ns


def test_an_untouched_document_of_ours_is_replaced(data: bytes, later: bytes, tmp_path: Path) -> None:
    save(data, tmp_path, NAME)
    assert save(later, tmp_path, NAME) == tmp_path / NAME
    assert (tmp_path / NAME).read_bytes() == later


def test_an_edited_document_is_never_overwritten(data: bytes, later: bytes, tmp_path: Path) -> None:
    theirs = edited(data)
    (tmp_path / NAME).write_bytes(theirs)
    assert save(later, tmp_path, NAME) == tmp_path / "minutes-5-2013-05-16-draft-2.docx"
    assert (tmp_path / NAME).read_bytes() == theirs
    assert save(data, tmp_path, NAME) == tmp_path / "minutes-5-2013-05-16-draft-2.docx"
    (tmp_path / "minutes-5-2013-05-16-draft-2.docx").write_bytes(theirs)
    assert save(data, tmp_path, NAME) == tmp_path / "minutes-5-2013-05-16-draft-3.docx"


@pytest.mark.parametrize("content", [b"", b"somebody's own notes", b"PK\x03\x04 half a file"])
def test_a_file_that_is_not_ours_is_never_overwritten(data: bytes, tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    assert save(data, tmp_path, NAME).name == "minutes-5-2013-05-16-draft-2.docx"
    assert (tmp_path / NAME).read_bytes() == content


def test_a_folder_of_that_name_is_passed_over(data: bytes, tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    assert save(data, tmp_path, NAME).name == "minutes-5-2013-05-16-draft-2.docx"


@pytest.mark.parametrize("lock", [f"~${NAME[2:]}", f".~lock.{NAME}#"])
def test_a_document_open_in_a_word_processor_is_left_alone(
    data: bytes, later: bytes, tmp_path: Path, lock: str
) -> None:
    save(data, tmp_path, NAME)
    (tmp_path / lock).write_bytes(b"")
    assert save(later, tmp_path, NAME).name == "minutes-5-2013-05-16-draft-2.docx"
    assert (tmp_path / NAME).read_bytes() == data


def test_only_an_unedited_document_of_ours_is_untouched(data: bytes) -> None:
    assert is_untouched(data)
    assert not is_untouched(edited(data))
    assert not is_untouched(b"")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EROFS, "can only be read"),
        (errno.EACCES, "open in another program"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_write_that_fails_says_why_and_leaves_nothing_behind(
    data: bytes, later: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    save(data, tmp_path, NAME)

    def fail(_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(BoardError) as problem:
        save(later, tmp_path, NAME)
    assert said in problem.value.message
    assert [path.name for path in tmp_path.iterdir()] == [NAME]
    assert (tmp_path / NAME).read_bytes() == data


def test_a_document_held_open_by_windows_says_so(
    data: bytes, later: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(data, tmp_path, NAME)

    def refuse(_: Path, __: Path) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(BoardError, match="open in another program"):
        save(later, tmp_path, NAME)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_file_where_the_folder_should_be_is_an_error_in_words(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "papers").write_bytes(b"")
    with pytest.raises(BoardError, match="is not a folder"):
        save(data, tmp_path / "papers", NAME)
