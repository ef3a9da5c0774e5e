"""A report's words: figures that keep their source, sentences that vary, nothing told that may not be."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from boardtui.documents.drafting.letter import DraftBlock
from boardtui.documents.reporting import draft
from boardtui.documents.reporting.figures import figure, marked, paragraph, sentence, taken_out
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.papers import ReportPaper
from boardtui.domain.states import Role
from boardtui.services.desk import Desk
from boardtui.store.reading.report_paper import report_paper
from tests.conftest import NOON


@pytest.fixture(scope="module")
def paper(built_sample: Path) -> ReportPaper:
    """Return the paper of the sample's six-month report."""
    desk = Desk(built_sample, who="Test", role=Role.SECRETARY, clock=lambda: NOON)
    found = desk.read(lambda db: report_paper(db, 2, desk.today))
    desk.close()
    return found


@pytest.fixture(scope="module")
def drafted(paper: ReportPaper) -> dict[str, DraftBlock]:
    """Return the six-month report as it is drafted."""
    return {block.key: block for block in draft(paper)}


def test_a_figure_keeps_its_source_through_a_sentence(paper: ReportPaper) -> None:
    text, figures = taken_out(paragraph(f"of the plan's {figure('42 lines', 'plan lines')}, some are red"), paper)
    assert text == "Of the plan's 42 lines, some are red."
    assert figures == (Quoted("42 lines", "plan lines", "42"),)


def test_a_figure_that_opens_a_sentence_is_spelt_out_and_keeps_its_source(paper: ReportPaper) -> None:
    text, figures = taken_out(sentence(f"{figure('42 lines', 'plan lines')} are in the plan"), paper)
    assert text == "Forty-two lines are in the plan."
    assert figures[0].said == "Forty-two lines"


def test_a_figure_whose_record_is_gone_is_told_without_a_source(paper: ReportPaper) -> None:
    assert taken_out(figure("3 lines", "9.9 rating"), paper) == ("3 lines", ())


def test_figures_are_marked_in_text_that_others_wrote_but_never_inside_a_number(paper: ReportPaper) -> None:
    text, figures = taken_out(marked("It rose by 2.93%, to 93%.", [("93%", "I1 2013-04")]), paper)
    assert text == "It rose by 2.93%, to 93%."
    assert [one.ref for one in figures] == ["I1 2013-04"]


def test_impact_comes_before_activity(drafted: dict[str, DraftBlock]) -> None:
    keys = list(drafted)
    assert keys.index("difference") < keys.index("position") < keys.index("duties") < keys.index("targets")
    assert "children" in drafted["difference"].text.lower()


def test_the_two_duties_of_notice_1_head_the_position(drafted: dict[str, DraftBlock]) -> None:
    first, second, *_, table = drafted["position"].text.split("\n\n")
    assert first.startswith("The first duty of the Notice is to put right")
    assert second.startswith("The second duty is to sustain and build on")
    assert "lines in this table carry out what the inspection asked" in table


def test_no_line_is_told_with_its_reason_twice(drafted: dict[str, DraftBlock]) -> None:
    told = [text for key, block in drafted.items() if key.startswith("N ") for text in block.text.split("\n\n")]
    assert max(Counter(told).values()) == 1


def test_no_two_indicators_are_commented_on_in_the_same_words(drafted: dict[str, DraftBlock]) -> None:
    openings = Counter(
        re.sub(r"\d[\d.,]*", "#", block.text.split(". ")[0]) for key, block in drafted.items() if key[0] == "I"
    )
    assert max(openings.values()) <= 2


def test_an_indicator_off_its_trajectory_has_its_analysis(drafted: dict[str, DraftBlock], paper: ReportPaper) -> None:
    for one in paper.indicators:
        if one.state in ("off trajectory", "failing", "no data"):
            assert len(drafted[one.ref].text) > 150
    assert "wrong way in each of the last three months" in drafted["I9"].text


def test_restated_figures_are_told_with_what_was_first_reported(drafted: dict[str, DraftBlock]) -> None:
    assert "first reported at meeting 2 as 84 per cent, is now 81 per cent" in drafted["changes"].text


def test_a_restricted_reason_challenge_or_audit_is_not_told(paper: ReportPaper) -> None:
    line = next(one for one in paper.lines if one.rating == "R" and one.reason)
    secret = "a reason nobody outside may read"
    hidden = replace(
        paper,
        lines=tuple(
            replace(one, reason=secret, path=secret, restricted="staffing") if one.ref == line.ref else one
            for one in paper.lines
        ),
        assurance=tuple(replace(one, summary=secret, restricted="staffing") for one in paper.assurance),
        notes=tuple(replace(one, text=secret, restricted="staffing") for one in paper.notes),
        challenges=tuple(replace(one, text=secret, restricted="staffing") for one in paper.challenges),
    )
    assert all(secret not in block.text for block in draft(hidden))


def test_abbreviations_are_spelt_out_before_they_are_used(drafted: dict[str, DraftBlock]) -> None:
    text = "\n".join(block.text for block in drafted.values())
    for short in set(re.findall(r"\b[A-Z]{3,5}\b", text)):
        assert f"({short})" in text


def test_nothing_half_made_is_left_in_a_draft(drafted: dict[str, DraftBlock]) -> None:
    for block in drafted.values():
        assert not re.search(r"[\ue000-\ue2ff]|None|\(\)|\s,|\.\.(?!\.)|  ", block.text)
        assert all(text[:1].isupper() or text[:1] in "“0123456789" for text in block.text.split("\n\n") if text)


def test_a_board_without_a_notice_reports_by_source(paper: ReportPaper) -> None:
    board = replace(paper.board, instrument_kind="none", instrument="")
    sources = tuple(one for one in paper.sources if one.kind != "notice")
    plan = tuple(one for one in paper.requirements if one.source != "N")
    blocks = draft(replace(paper, board=board, sources=sources, requirements=plan))
    text = "\n".join(block.text for block in blocks)
    assert "O" in {block.key for block in blocks}
    assert "the Notice" not in "\n".join(block.text for block in blocks if block.key in ("summary", "position"))
    assert "The first question is whether" in text
