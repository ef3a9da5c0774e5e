"""Rendering: what is wrong with a template is said in words, and a sentence that would be lost stops it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from boardtui import paths
from boardtui.documents import minutes, word
from boardtui.documents.package import pack, unpack
from boardtui.documents.reopening import verify
from boardtui.documents.templates import template
from boardtui.errors import BoardError
from tests.documents import samples
from tests.documents.reading_back import text_of

Change = Callable[[str, str], Path]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the council a folder of its own templates."""
    monkeypatch.setattr(paths, "own_templates", lambda: tmp_path / "own")
    folder = tmp_path / "own" / "word"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def changed(own: Path) -> Change:
    """Return a way to make the council's copy of the minutes with some words replaced."""

    def change(old: str, new: str) -> Path:
        document = Document(str(paths.shipped_templates() / "word" / "minutes.docx"))
        section = document.sections[0]
        for paragraph in (*document.paragraphs, *section.footer.paragraphs, *section.first_page_footer.paragraphs):
            for run in paragraph.runs:
                run.text = run.text.replace(old, new) if old in run.text else run.text
        target = own / "minutes.docx"
        document.save(str(target))
        return target

    return change


def test_the_councils_own_copy_wins_over_the_shipped_template(changed: Change) -> None:
    path = changed("Proceedings", "What was said")
    assert template("minutes").path == path
    assert "What was said" in text_of(minutes.render(samples.minutes()))


@pytest.mark.parametrize("content", [b"", b"not a Word file", b"PK\x05\x06" + bytes(18)])
def test_a_template_that_is_no_word_file_is_an_error_in_words(own: Path, content: bytes) -> None:
    (own / "minutes.docx").write_bytes(content)
    with pytest.raises(BoardError, match=r"minutes\.docx cannot be used"):
        minutes.render(samples.minutes())


def test_a_missing_template_says_where_it_was_looked_for(own: Path) -> None:
    with pytest.raises(BoardError, match=r"poster\.docx is missing"):
        template("poster")


def test_a_template_may_leave_out_what_is_not_the_record(changed: Change) -> None:
    changed("{{ quorum }}", "")
    assert "Quorum:" not in text_of(minutes.render(samples.minutes()))


def test_the_same_sentence_said_twice_must_be_there_twice() -> None:
    data = minutes.render(samples.minutes(entries=(samples.entry(1, 1, "Noted."),)))
    verify(data, [["1.1", "Noted."]], "minutes.docx")
    with pytest.raises(BoardError, match="missing"):
        verify(data, [["Noted."], ["Noted."]], "minutes.docx")


def test_strings_that_belong_together_must_stand_in_one_paragraph_or_row() -> None:
    data = minutes.render(samples.minutes())
    verify(data, [["5/02", "Share the rota with all members", "27 Jun 2013"]], "minutes.docx")
    with pytest.raises(BoardError, match="missing"):
        verify(data, [["5/02", "Bring a staffing plan"]], "minutes.docx")


def test_a_context_of_anything_but_plain_text_is_refused() -> None:
    context = minutes.context(samples.minutes())
    with pytest.raises(TypeError):
        word.render("minutes", {**context, "next": 5})


def test_parts_are_sorted_and_all_have_one_time() -> None:
    with zipfile.ZipFile(io.BytesIO(minutes.render(samples.minutes()))) as package:
        names = package.namelist()
        assert names == sorted(names)
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_packing_again_gives_the_same_bytes() -> None:
    data = minutes.render(samples.minutes())
    assert pack(unpack(data)) == data
