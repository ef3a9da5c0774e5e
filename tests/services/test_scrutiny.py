"""The report to the scrutiny committee: started, edited block by block, exported under the committee's headings (S)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boardtui.domain.states import Series
from boardtui.domain.views import Letter
from boardtui.services import export, letters
from boardtui.services import scrutiny as service
from boardtui.services.desk import Desk
from boardtui.store.reading.letters import letter
from tests.documents.reading_back import text_of

COMMITTEE = "Children and Young People's Scrutiny Committee"


@pytest.fixture
def report(small: Desk) -> Letter:
    """Return a report begun for the committee's meeting of 14 March 2013, as its item 6."""
    small.do(
        lambda work: service.start_scrutiny(
            work, committee=COMMITTEE, officer="Assistant Director", item="6", dated=date(2013, 3, 14)
        )
    )
    return small.read(lambda db: letter(db, 1, Series.SCRUTINY))


def test_it_is_drafted_under_the_fourteen_headings_and_three_questions(report: Letter) -> None:
    keys = [block.key for block in report.blocks]
    assert [key for key in keys if "." not in key] == [str(number) for number in range(1, 15)]
    assert [key for key in keys if "." in key] == ["3.2", "3.3", "6.7"]


def test_the_officers_words_stay_when_it_is_drafted_again(small: Desk, report: Letter) -> None:
    block = next(one for one in report.blocks if one.key == "8")
    small.do(lambda work: letters.edit_block(work, block.id, block.version, "Met from the improvement reserve."))
    small.do(lambda work: letters.redraft(work, 1, Series.SCRUTINY))
    again = small.read(lambda db: letter(db, 1, Series.SCRUTINY))
    assert next(one for one in again.blocks if one.key == "8").text == "Met from the improvement reserve."


def test_it_is_exported_with_its_committee_officer_date_and_appendix(
    small: Desk, report: Letter, tmp_path: Path
) -> None:
    path = export.export(small, "scrutiny", tmp_path, number=report.number)
    text = text_of(path.read_bytes())
    assert path.name == "scrutiny-1-2013-03-14-draft.docx"
    assert COMMITTEE in text
    assert "Appendix 6(a)" in text


def test_without_one_started_it_is_drafted_from_the_records_alone(small: Desk, tmp_path: Path) -> None:
    path = export.export(small, "scrutiny", tmp_path)
    assert "[to be entered]" in text_of(path.read_bytes())


def test_letters_reports_and_committee_reports_are_numbered_apart(small: Desk, report: Letter) -> None:
    assert report.name == "scrutiny 1"
    assert small.do(lambda work: letters.start_letter(work)).value == 1
