"""A Word file with one changed character is called changed; one that was only opened and saved is not."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document

from boardtui.documents.package import pack, unpack
from boardtui.domain.seals import short
from boardtui.errors import BoardError
from boardtui.services.desk import Desk
from boardtui.services.export import export
from boardtui.services.verifying import Verdict, judged, verify
from boardtui.store.reading.seals import seals

SOFFICE = shutil.which("soffice")


@pytest.fixture
def minutes(small: Desk, tmp_path: Path) -> Path:
    """Return the signed minutes of meeting 1 as a Word file."""
    return export(small, "minutes", tmp_path, number=1)


def retyped(path: Path, old: str, new: str) -> Path:
    """Return a copy in which words of one paragraph were retyped in the word processor."""
    document = Document(str(path))
    (run,) = [run for paragraph in document.paragraphs for run in paragraph.runs if old in run.text]
    run.text = run.text.replace(old, new)
    copy = path.with_name("retyped.docx")
    document.save(str(copy))
    return copy


@pytest.mark.parametrize("new", ["Why is the plan late.", "Why is the plan 1ate?", "Why is  the plan late?"])
def test_one_changed_character_is_named_by_its_paragraph(small: Desk, minutes: Path, new: str) -> None:
    found = verify(small, retyped(minutes, "Why is the plan late?", new))
    assert found.verdict is Verdict.CHANGED
    assert [one.named for one in found.changed] == ["paragraph 4.1"]
    assert found.sealed is not None


def test_a_file_saved_again_by_another_program_is_unchanged(small: Desk, minutes: Path) -> None:
    saved = io.BytesIO()
    Document(str(minutes)).save(saved)
    copy = minutes.with_name("saved.docx")
    copy.write_bytes(saved.getvalue())
    assert copy.read_bytes() != minutes.read_bytes()
    assert verify(small, copy).verdict is Verdict.UNCHANGED


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed here; .ci/run installs it")
def test_a_file_opened_and_saved_by_libreoffice_is_unchanged(small: Desk, minutes: Path, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "docx", "--outdir", str(folder), str(minutes)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = verify(small, folder / minutes.name)
    assert (found.verdict, found.changed) == (Verdict.UNCHANGED, ())


def test_a_row_taken_out_of_a_table_is_found(small: Desk, minutes: Path) -> None:
    document = Document(str(minutes))
    row = document.tables[1].rows[-1]
    row._tr.getparent().remove(row._tr)
    copy = minutes.with_name("shorter.docx")
    document.save(str(copy))
    found = verify(small, copy)
    assert [str(one.difference) for one in found.changed] == ["removed"]


def test_a_file_whose_seal_was_removed_is_not_called_unchanged(small: Desk, minutes: Path) -> None:
    parts = unpack(minutes.read_bytes())
    printed = short(small.read(seals)[0].seal).encode()
    bare = {name: data.replace(printed, b"") for name, data in parts.items()}
    copy = minutes.with_name("bare.docx")
    copy.write_bytes(pack(bare))
    found = verify(small, copy)
    assert (found.verdict, found.changed) == (Verdict.CHANGED, ())
    assert "bears no seal" in found.note


def test_a_paper_of_another_board_is_not_of_this_one(small: Desk, desk: Desk, tmp_path: Path) -> None:
    path = export(desk, "minutes", tmp_path, number=1)
    found = verify(small, path)
    assert (found.verdict, found.sealed) == (Verdict.FOREIGN, None)
    assert "not in this record" in found.note


def test_a_file_without_a_seal_that_is_like_nothing_signed_is_not_of_this_board(small: Desk) -> None:
    assert judged(["Dear all,", "Lunch is at one."], "", small.read(seals)).verdict is Verdict.FOREIGN
    assert judged(["Dear all,"], "", []).verdict is Verdict.FOREIGN


@pytest.mark.parametrize(
    "data", [b"", b"not a zip", pack({"word/other.xml": b"<a/>"}), pack({"word/document.xml": b"<"})]
)
def test_what_is_no_word_file_is_refused_in_words(small: Desk, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(data)
    with pytest.raises(BoardError, match="could not be read as a Word file"):
        verify(small, path)


def test_a_missing_file_is_refused_in_words(small: Desk, tmp_path: Path) -> None:
    with pytest.raises(BoardError, match="No such file"):
        verify(small, tmp_path / "gone.docx")
