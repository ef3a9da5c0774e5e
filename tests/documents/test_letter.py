"""The Chair's letter is the Chair's: her heading, her judgement, her own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boardtui.documents import letter
from boardtui.domain.papers import LetterPaper
from tests.documents import samples
from tests.documents.reading_back import bookmarks, opened, rows_of, text_of


@pytest.fixture(scope="module")
def data() -> bytes:
    return letter.render(samples.letter())


def _with(**changes: object) -> LetterPaper:
    paper = samples.letter()
    return replace(paper, letter=replace(paper.letter, **changes))  # type: ignore[arg-type]


def test_the_heading_is_the_boards_and_never_the_councils(data: bytes) -> None:
    first, second, *_ = (paragraph.text for paragraph in opened(data).paragraphs)
    assert first == "Blackpool Children's Improvement Board"
    assert second == "From the Independent Chair"
    paper = _with(subject="Progress", copies="")
    assert "Blackpool Borough Council" not in text_of(letter.render(paper))


def test_addressee_reference_date_and_salutation_are_there(data: bytes) -> None:
    address = "Parliamentary Under Secretary of State for Children and Families\nDepartment for Education\n"
    assert [f"{address}Great Smith Street\nLondon SW1P 3BT", "Reference: BCIB/2\nDate: 24 May 2013"] in rows_of(data)
    assert "Dear Minister" in text_of(data)
    assert "Yours sincerely" in text_of(data)


def test_the_judgement_is_visibly_empty_until_the_chair_writes_it(data: bytes) -> None:
    empty = next(p for p in opened(data).paragraphs if p.text == letter.UNWRITTEN)
    assert empty.style.name == "Letter Placeholder"
    assert "DRAFT" in text_of(data)
    blocks = (samples.block("judgement", "The pace is too slow."), *samples.letter().letter.blocks[1:])
    written = text_of(letter.render(_with(blocks=blocks)))
    assert letter.UNWRITTEN not in written
    assert "The pace is too slow." in written


def test_what_is_asked_is_a_marked_place_in_a_draft_and_nothing_in_a_signed_letter() -> None:
    blocks = (*samples.letter().letter.blocks, samples.block("asks", ""))
    draft = opened(letter.render(_with(blocks=blocks)))
    empty = next(p for p in draft.paragraphs if p.text == letter.UNASKED)
    assert empty.style.name == "Letter Placeholder"
    signed = _with(blocks=blocks, state="signed", signed_on=date(2013, 5, 24), signed_by="A. Chair", signed_how="paper")
    assert "What is asked of the Department" not in text_of(letter.render(signed))


def test_blank_lines_part_paragraphs_and_dashes_are_a_real_list(data: bytes) -> None:
    styles = {p.text: p.style.name for p in opened(data).paragraphs}
    assert styles["I write as the Notice asks."] == "Letter Text"
    assert styles["Children are seen sooner than they were."] == "Letter Text"
    assert styles["the South locality"] == "List Bullet"
    assert styles["Off track"] == "Letter Heading"


def test_a_block_without_text_is_left_out_with_its_heading(data: bytes) -> None:
    assert "Nothing here" not in text_of(data)


def test_each_block_carries_its_identity_round_all_of_its_paragraphs(data: bytes) -> None:
    marks = bookmarks(data)
    found = {block.key: marks.get(f"_b{block.id.replace('-', '')}") for block in samples.letter().letter.blocks}
    assert found["why"] == "I write as the Notice asks.Children are seen sooner than they were."
    assert found["reds"] == "Two things worry me:the South localitythe needs analysis"
    assert found["judgement"] == letter.UNWRITTEN
    assert found["empty"] is None


@pytest.mark.parametrize("how", ["program", "e-mail"])
def test_a_letter_signed_electronically_has_a_name_where_a_hand_would_have_signed(how: str) -> None:
    data = letter.render(
        _with(state="signed", signed_on=date(2013, 5, 24), signed_by="Jane Smith CBE", signed_how=how, signs_as="")
    )
    told = [one for one in opened(data).paragraphs if one.text]
    place = next(at for at, one in enumerate(told) if one.text == "Yours sincerely")
    assert told[place].style.name == "Signature Words"
    assert told[place + 1].text.startswith("Jane Smith CBE\nIndependent Chair\n")
    draft = next(one for one in opened(letter.render(_with())).paragraphs if one.text == "Yours sincerely")
    assert draft.style.name == "Letter Close"


def test_post_nominals_only_if_they_were_entered(data: bytes) -> None:
    assert "Independent Chair\nBlackpool Children's Improvement Board" in text_of(data)
    signed = text_of(letter.render(_with(signs_as="A. Chair OBE")))
    assert "A. Chair OBE\nIndependent Chair\nBlackpool Children's Improvement Board" in signed


def test_the_annex_has_every_line_with_the_worst_first_and_its_path(data: bytes) -> None:
    rows = rows_of(data)
    header = rows.index(["Line", "What it is to achieve", "Rating", "Movement", "Reason and path to green"])
    assert [row[0] for row in rows[header + 1 : header + 5]] == ["5.4", "3.2", "1.1", "6.1"]
    assert rows[header + 2] == [
        "3.2", "Children seen in time\nLead: ADC. Due 28 Jun 2013, moved once", "A Amber", "↓ Worse\nWas Green",
        "Visits slipped.\nPath to green: two agency workers from 3 June.",
    ]  # fmt: skip
    assert rows[header + 4][2:] == ["Not rated", "–", "–"]
    assert "4 lines, as rated by the Board: 1 Red, 1 Amber, 1 Green and 1 not rated." in text_of(data)


def test_movement_in_the_annex_is_since_the_last_letter() -> None:
    paper = samples.letter()
    earlier = replace(paper.letter, number=1, dated=date(2013, 1, 25))
    line = replace(samples.line("2.1", "Visits", "G"), history=((1, "A"), (2, "R"), (3, "A"), (4, "G"), (5, "G")))
    made = letter.render(replace(paper, earlier=earlier, lines=(line,)))
    assert "Movement is since my letter of 25 Jan 2013." in text_of(made)
    assert any(row[0] == "2.1" and row[3] == "↑ Better\nWas Amber" for row in rows_of(made))


def test_a_reason_given_under_a_restriction_stays_out_of_the_letter() -> None:
    given = samples.rating("3.2", reason="visits slipped", restricted="Staffing")
    paper = samples.letter()
    lines = tuple(replace(one, restricted="Staffing") if one.ref == "3.2" else one for one in paper.lines)
    text = text_of(letter.render(replace(paper, changed=(given,), lines=lines)))
    assert "Withheld: Staffing." in text
    assert "isits slipped" not in text
    assert "agency workers" not in text


def test_the_annex_begins_on_a_new_page(data: bytes) -> None:
    annex = next(p for p in opened(data).paragraphs if p.text.startswith("Annex A"))
    assert annex.style.paragraph_format.page_break_before


def test_the_meetings_covered_are_listed_with_who_came(data: bytes) -> None:
    away = "Apologies: CCG (deputy sent). Absent: PRO"
    assert ["4", "4 Apr 2013", "4 of 6, and 1 by deputy", away] in rows_of(data)


def test_a_signed_letter_is_no_draft_and_says_how_it_was_signed() -> None:
    paper = _with(state="signed", signed_on=date(2013, 5, 24), signed_by="Jane Smith CBE", signed_how="paper")
    text = text_of(letter.render(paper))
    assert "DRAFT" not in text
    assert "Signed: Jane Smith CBE, 24 May 2013, on paper." in text


def test_the_name_has_number_date_and_draft() -> None:
    assert letter.file_name(samples.letter()) == "letter-2-2013-05-24-draft.docx"
    assert letter.file_name(_with(state="sent")) == "letter-2-2013-05-24.docx"
    assert letter.file_name(_with(dated=None)) == "letter-2-2013-05-20-draft.docx"


def test_an_undated_draft_leaves_the_date_to_the_signing() -> None:
    assert "Date: to be entered when the letter is signed" in text_of(letter.render(_with(dated=None)))
