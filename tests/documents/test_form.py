"""What every document has in common: language, page numbers, real headings, tables that break well."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import Cm

from boardtui.documents.package import CORE, unpack
from tests.documents import samples
from tests.documents.papers import PAPERS, render
from tests.documents.reading_back import bookmarks, opened, text_of


@pytest.fixture(scope="module", params=list(PAPERS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def data(kind: str) -> bytes:
    return render(kind)


def test_the_paper_is_a4(data: bytes) -> None:
    section = opened(data).sections[0]
    assert sorted((round(section.page_width / Cm(1), 1), round(section.page_height / Cm(1), 1))) == [21.0, 29.7]


def test_the_language_is_british_english(data: bytes) -> None:
    document = opened(data)
    assert document.core_properties.language == "en-GB"
    languages = document.styles.element.xpath("//w:docDefaults//w:lang/@w:val | //w:style//w:lang/@w:val")
    assert len(languages) >= 2
    assert set(languages) == {"en-GB"}


def test_title_subject_author_and_dates_come_from_the_paper(kind: str, data: bytes) -> None:
    core = opened(data).core_properties
    assert "Blackpool Children's Improvement Board" in core.title
    assert core.author == "Blackpool Children's Improvement Board"
    assert core.subject
    day = {"agenda": "2013-06-27", "minutes": "2013-05-16", "actions": "2013-05-20", "letter": "2013-05-24"}[kind]
    assert str(core.created).startswith(day)
    assert core.created == core.modified


def test_every_page_says_page_x_of_y(data: bytes) -> None:
    section = opened(data).sections[0]
    for footer in (section.first_page_footer, section.footer):
        codes = [e.text.strip() for e in footer._element.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]
        assert "Page 1 of 1" in footer.paragraphs[0].text


def test_header_rows_repeat_and_no_row_splits(data: bytes) -> None:
    tables = opened(data).tables
    assert tables
    for table in tables:
        for row in table.rows:
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None
        if table.style.name == "Board Table":
            assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_headings_are_real_and_stay_with_what_follows(data: bytes) -> None:
    headings = [p for p in opened(data).paragraphs if p.style.element.xpath("./w:pPr/w:outlineLvl")]
    assert headings
    assert all(p.style.paragraph_format.keep_with_next for p in headings)


def test_space_comes_from_styles_and_not_from_empty_paragraphs(data: bytes) -> None:
    assert [p for p in opened(data).paragraphs if not p.text.strip()] == []


def test_no_tag_of_the_template_is_left(data: bytes) -> None:
    for name, part in unpack(data).items():
        if name.startswith("word/") and name.endswith(".xml"):
            assert b"{{" not in part, name
            assert b"{%" not in part, name


def test_shading_stands_after_the_borders_and_widths_of_a_cell(data: bytes) -> None:
    order = [qn(f"w:{n}") for n in ("tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign")]
    for properties in opened(data).element.body.iter(qn("w:tcPr")):
        tags = [order.index(child.tag) for child in properties]
        assert tags == sorted(tags)


def test_every_cell_ends_with_a_paragraph(data: bytes) -> None:
    for cell in opened(data).element.body.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p")


def test_bookmarks_have_numbers_and_names_of_their_own(data: bytes) -> None:
    starts = list(opened(data).element.body.iter(qn("w:bookmarkStart")))
    assert len({s.get(qn("w:id")) for s in starts}) == len(starts)
    assert len(bookmarks(data)) == len(starts)


def test_the_same_record_gives_the_same_bytes(kind: str, data: bytes) -> None:
    assert render(kind) == data


def test_another_record_gives_other_bytes(kind: str, data: bytes) -> None:
    assert render(kind, board=samples.board(name="Another Board")) != data


def test_a_sample_says_so_near_the_top_and_in_the_footer(kind: str) -> None:
    made = render(kind, board=samples.board(sample="Sample data. All invented."))
    assert "Sample data. All invented." in text_of(made)[:700]
    section = opened(made).sections[0]
    for footer in (section.first_page_footer, section.footer):
        assert " · Sample" in footer.paragraphs[0].text
    assert "Sample" not in text_of(render(kind))


def test_a_draft_says_so_on_every_page() -> None:
    section = opened(render("minutes")).sections[0]
    for header in (section.first_page_header, section.header):
        assert header.paragraphs[0].text.endswith("DRAFT")
    signed: Any = samples.meeting(state="signed off")
    section = opened(render("minutes", meeting=signed)).sections[0]
    assert "DRAFT" not in section.header.paragraphs[0].text


def test_the_identifier_is_in_the_core_properties_alone(data: bytes) -> None:
    named = [name for name, part in unpack(data).items() if b"boardtui:sha256:" in part]
    assert named == [CORE]
