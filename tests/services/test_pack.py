"""The pack of a meeting: its papers in order in one zip, and as one PDF where LibreOffice is."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from boardtui.documents import pdf
from boardtui.domain.restriction import PaperVersion
from boardtui.errors import BoardError
from boardtui.services import meetings
from boardtui.services.desk import Desk
from boardtui.services.pack import export
from tests.documents.reading_back import opened, text_of

NAMES = ["1 agenda-6", "2 minutes-5", "3 actions-", "4 plan-"]


def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_NAMES", ("no-such-program",))


def test_the_pack_holds_the_papers_in_order(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_office(monkeypatch)
    (path,) = export(desk, None, tmp_path / "out")
    with zipfile.ZipFile(path) as packed:
        assert [name[: len(start)] for name, start in zip(packed.namelist(), NAMES, strict=True)] == NAMES
        for name in packed.namelist():
            opened(packed.read(name))
        assert "Agenda" in text_of(packed.read(packed.namelist()[0]))
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_restricted_pack_is_made_of_restricted_papers(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_office(monkeypatch)
    (path,) = export(desk, 6, tmp_path / "out", PaperVersion.RESTRICTED)
    assert path.stem.endswith("-restricted")
    with zipfile.ZipFile(path) as packed:
        assert all(name.endswith("-restricted.docx") for name in packed.namelist())


def test_a_first_meeting_has_no_minutes_before_it(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_office(monkeypatch)
    number = desk.do(lambda work: meetings.plan_meeting(work, date(2013, 8, 8))).value
    with zipfile.ZipFile(export(desk, number, tmp_path / "out")[0]) as packed:
        assert not any("minutes" in name for name in packed.namelist())


@pytest.mark.skipif(pdf.writer() is None, reason="there is no LibreOffice here")
def test_the_pdf_holds_every_paper_with_a_bookmark_and_leaves_nothing_behind(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    packed, joined = export(desk, 6, tmp_path / "out")
    assert packed.suffix == ".zip"
    made = PdfReader(io.BytesIO(joined.read_bytes()))
    outline = [str(item.title) for item in made.outline if not isinstance(item, list)]
    assert [title[: len(start)] for title, start in zip(outline, NAMES, strict=True)] == NAMES
    assert "papers for meeting 6" in str(made.metadata and made.metadata.title)
    assert len(made.pages) >= 4
    assert list((tmp_path / "tmp").iterdir()) == []


def test_an_office_that_fails_is_said_in_words_and_the_zip_is_there(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_NAMES", ("true",))
    with pytest.raises(BoardError, match="LibreOffice made no PDF"):
        export(desk, 6, tmp_path / "out")
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".zip"]
