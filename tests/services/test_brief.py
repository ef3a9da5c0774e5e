"""The Chair's private brief: what it presses on, that it is private, and that it is one page."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from boardtui.documents import pdf
from boardtui.documents.reopening import blocks
from boardtui.services import brief, minutes
from boardtui.services.desk import Desk
from boardtui.services.export import KINDS
from tests.documents.reading_back import opened


def part(desk: Desk, title: str) -> dict[str, str]:
    found = next(one for one in brief.read(desk).parts if one.title.startswith(title))
    return {row.ref: row.text for row in found.rows}


def test_the_sample_is_pressed_on_what_its_record_shows(desk: Desk) -> None:
    found = brief.read(desk)
    assert found.meeting is not None
    assert (found.meeting.number, found.last and found.last.number) == (6, 5)
    assert "1/4.3" in part(desk, "Challenges")
    red = part(desk, "Plan lines rated Red")
    assert list(red) == ["1.4", "5.3", "2.3"]
    assert "16 May 2013: responsibility is agreed and in force since 1 May" in red["2.3"]
    assert part(desk, "Overdue")["CCG"] == "1/07 10 days, moved twice"
    assert "overdue: 3/08" in part(desk, "Ratings")["2.1"]
    assert part(desk, "Indicators")["I9"].endswith("failing")
    assert part(desk, "Members") == {
        "BHT": "Director of Nursing: away from 2 of the last 3 meetings; a deputy came once"
    }
    assert part(desk, "Duties")["N 8.1 6-month report"].endswith("due 26 May 2013")


def test_an_answered_challenge_is_not_in_it_and_restricted_words_never_are(small: Desk) -> None:
    assert part(small, "Challenges") == {"1/4.1": "Why is the plan late?"}
    small.do(lambda work: minutes.enter(work, 2, "> 1/4.1 answered: two posts were empty"))
    small.do(lambda work: minutes.enter(work, 2, "(restricted: child) ? What of the Smith family?"))
    found = part(small, "Challenges")
    assert list(found.values()) == ["restricted: open the record"]
    assert "See the family" not in "\n".join(row.text for one in brief.read(small).parts for row in one.rows)


def test_it_is_marked_private_and_is_no_paper_of_the_board(desk: Desk, tmp_path: Path) -> None:
    path = brief.export(desk, None, tmp_path)
    assert path.name == "private-brief-meeting-6-2013-05-20.docx"
    header = opened(path.read_bytes()).sections[0].first_page_header
    assert "PRIVATE: for the Chair alone" in "\n".join(one.text for one in header.paragraphs)
    assert "Overdue and slipped, by lead" in "\n".join(blocks(path.read_bytes()))
    assert "brief" not in KINDS


@pytest.mark.skipif(pdf.writer() is None, reason="there is no LibreOffice here")
def test_it_fits_one_page(desk: Desk, tmp_path: Path) -> None:
    path = brief.export(desk, None, tmp_path)
    data = pdf.joined({path.name: path.read_bytes()}, "Brief")
    made = tmp_path / "brief.pdf"
    made.write_bytes(data)
    assert len(PdfReader(made).pages) == 1
