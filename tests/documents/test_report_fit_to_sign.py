"""What a Chair would otherwise have to mend before signing a report, looked for in the Word files themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boardtui.documents import report
from boardtui.documents.drafting.said import is_relative
from boardtui.documents.reporting import draft
from boardtui.documents.reporting.children import tells_of_lives
from boardtui.documents.reporting.material import material_of
from boardtui.domain.papers import ReportPaper
from boardtui.domain.states import SignedHow
from boardtui.services import letters, reports
from boardtui.services.desk import Desk
from boardtui.services.export import export
from boardtui.store.engine import connect
from boardtui.store.reading.letters import letter
from boardtui.store.reading.report_paper import report_paper
from tests.documents.reading_back import opened, rows_of, text_of

TODAY = date(2013, 5, 20)
DATED = date(2013, 5, 24)
_DAY = re.compile(r"\b[Oo]n \d{1,2} (?:January|February|April|May)\b|[Aa]t the meeting of \d{1,2} ")


@pytest.fixture(scope="module")
def paper(built_sample: Path) -> Iterator[ReportPaper]:
    """Return the paper of the six-month report, dated four days after it is drafted."""
    with closing(connect(built_sample)) as db:
        yield report_paper(db, 2, TODAY)


@pytest.fixture(scope="module")
def text(paper: ReportPaper) -> str:
    """Return the words of its Word file, drafted from today's records."""
    return text_of(report.render(as_drafted(paper), drawn=False))


def as_drafted(paper: ReportPaper) -> ReportPaper:
    """Return the paper with its blocks as they are drafted now."""
    new = {block.key: block.text for block in draft(paper)}
    blocks = tuple(replace(block, text=new.get(block.key, block.text)) for block in paper.letter.blocks)
    return replace(paper, letter=replace(paper.letter, blocks=blocks))


def dated(paper: ReportPaper, day: date) -> ReportPaper:
    """Return the paper of the same report, bearing another day."""
    return replace(paper, letter=replace(paper.letter, dated=day))


def test_an_older_reason_is_told_with_its_day_and_the_figure_that_is_newer(text: str) -> None:
    told = next(line for line in text.split("\n") if "(2.5) has fallen to red" in line)
    assert "for the reason given on 21 February: core assessments inside timescale were down to 64 per cent" in told
    assert "The latest figure (I5), for April 2013, is 73 per cent." in told


def test_a_reason_of_the_latest_meeting_is_told_as_it_stands(text: str) -> None:
    assert "(1.4) has fallen to red: reviews held on time fell to 58 per cent" in text


def test_words_that_are_true_on_one_day_only_stand_with_that_day(text: str) -> None:
    found = [line for line in text.split("\n") if is_relative(line)]
    assert any("this month" in line for line in found)
    for line in found:
        for sentence in re.split(r"(?<=\.) (?=[A-Z“])", line):
            if is_relative(sentence):
                assert _DAY.search(sentence), sentence


@pytest.mark.parametrize(
    ("said", "relative"),
    [
        ("The contract was awarded this month.", True),
        ("It was said last week.", True),
        ("To report at the next meeting.", True),
        ("To report to next meeting.", True),
        ("36 used it in the last week of March.", False),
        ("Visits rose in March.", False),
    ],
)
def test_words_that_need_a_day_are_known(said: str, relative: bool) -> None:
    assert is_relative(said) is relative


def test_no_two_paragraphs_stand_on_one_line(paper: ReportPaper, text: str) -> None:
    for paragraph in opened(report.render(as_drafted(paper), drawn=False)).paragraphs:
        assert not re.search(r"[a-z0-9)”]\.[A-Z“]|[.;:] {2}", paragraph.text), paragraph.text
        assert len(re.findall(r"^\d+\.\d+\t", paragraph.text, re.MULTILINE)) <= 1
        assert not re.search(r"\S \d{1,2}\.\d{1,2}\t", paragraph.text)


def test_recorded_paragraphs_do_not_run_into_each_other(paper: ReportPaper) -> None:
    told = material_of(paper).told("Files were read in full\n\nTwo were handed back", 20)
    assert told == "files were read in full; two were handed back"


@pytest.mark.parametrize(
    ("note", "of_lives"),
    [
        ("Fifty families were followed for six months; eight were referred again.", True),
        ("The Chair took this item early, so that two young people could be heard first.", False),
        ("The agenda was changed; three children spoke.", False),
        ("Two managers reported that files were read, because nine children had waited.", False),
    ],
)
def test_only_what_became_of_children_or_families_is_a_difference_made_to_them(note: str, of_lives: bool) -> None:
    assert tells_of_lives(note) is of_lives


def test_what_was_done_about_the_agenda_is_not_told_as_a_difference(text: str) -> None:
    part = text[text.rindex("The difference made to children") : text.rindex("Where the Council stands")]
    assert "took this item" not in part
    assert "thirty-three were doing well" in part


def test_every_open_challenge_is_told_the_weightiest_first(text: str) -> None:
    assert "are in the minutes (" not in text
    told = next(line for line in text.split("\n") if "twelve-month targets were still believed" in line)
    order = ["twelve-month targets", "third date", "recovering", "no analyst", "who was leaving"]
    assert [told.index(one) for one in order] == sorted(told.index(one) for one in order)


def test_an_open_challenge_says_what_was_undertaken_and_by_which_day_its_answer_is_due(text: str) -> None:
    assert "will begin the new one there. That was the reply, and the Board has still to see it done." in text
    assert "whose conference is next week. The answer is due on 27 June." in text
    assert "No answer is recorded" not in text


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (SignedHow.PAPER, "Signed: Jane Smith CBE, 24 May 2013, on paper."),
        (SignedHow.EMAIL, "Signed: Jane Smith CBE, 24 May 2013, by e-mail."),
        (SignedHow.PROGRAM, "Signed: Jane Smith CBE, 24 May 2013, electronically."),
    ],
)
def test_a_signed_report_says_by_whom_when_and_how(paper: ReportPaper, how: str, said: str) -> None:
    signed = replace(paper.letter, state="signed", signed_on=DATED, signed_by="Jane Smith CBE", signed_how=how)
    kept = replace(signed, blocks=tuple(one for one in signed.blocks if one.key in ("judgement", "asks")))
    assert said in text_of(report.render(replace(paper, letter=kept), drawn=False))
    assert "Signed:" not in text_of(report.render(replace(paper, letter=replace(kept, state="draft")), drawn=False))


def test_runway_is_counted_from_the_day_the_report_bears_and_says_so(paper: ReportPaper) -> None:
    early = dated(paper, date(2013, 4, 24))
    text = text_of(report.render(as_drafted(early), drawn=False))
    assert "Runway is counted from 24 April 2013, the date of this report." in text
    assert "Runway to 26 May 2013\t1.1 months" in text
    refs = {one.ref for block in draft(early) for one in block.figures}
    assert {"I1 runway on 2013-04-24", "I5 needed on 2013-04-24"} <= refs
    assert "(records as at 20 May 2013)" in "\n".join(map("\t".join, rows_of(report.render(paper, drawn=False))))


def test_n_8_1_a_target_within_a_month_of_the_report_is_met_or_missed_and_has_no_runway(
    paper: ReportPaper, text: str
) -> None:
    assert not re.search(r"Runway|Still needed|Projected by 26 May", text)
    assert not any("runway" in one.ref or "needed" in one.ref for block in draft(paper) for one in block.figures)
    assert "Target by 26 May 2013\t92%, reached" in text
    assert "Target by 26 May 2013\t85%, not yet" in text
    assert "Target by 26 May 2013\t75%, not known" in text


def test_another_date_on_a_report_renews_the_figures_of_its_tables(desk: Desk) -> None:
    desk.do(lambda work: letters.edit_letter(work, 2, series="report", dated=date(2013, 4, 22)))
    found = desk.read(lambda db: letter(db, 2, "report", desk.today))
    refs = {figure.ref for block in found.blocks for figure in block.figures if figure.tabled}
    assert "I1 runway on 2013-04-22" in refs
    assert not [ref for ref in refs if "runway on" in ref and not ref.endswith("2013-04-22")]


def test_every_target_has_its_figures_beside_its_chart_in_one_row(paper: ReportPaper) -> None:
    tables = [table for table in opened(report.render(paper)).tables if "Target by" in table._element.xml]
    assert len(tables) == len(paper.indicators)
    for table, one in zip(tables, paper.indicators, strict=True):
        (row,) = table.rows
        assert f'name="{one.ref}"' in row.cells[0]._element.xml
        said = row.cells[1].text
        for label in ("Standing", "Baseline", "Target by", "Against the one before"):
            assert label in said


def test_a_line_of_the_plan_stands_in_one_table_only(paper: ReportPaper, text: str) -> None:
    refs = {line.ref for line in paper.lines}
    rows = [row[0] for row in rows_of(report.render(paper, drawn=False)) if row[0] in refs]
    assert sorted(rows) == sorted(refs)
    assert "also answer an earlier section; they stand in the table there." in text


def test_no_sentence_of_a_report_is_said_twice_after_its_summary(text: str) -> None:
    parts = text[text.index("Contents") :]
    said = [one for line in parts.split("\n") for one in re.split(r"(?<=[.?]) (?=[A-Z“])", line) if len(one) > 70]
    assert not {one for one in said if said.count(one) > 1}


def test_the_leader_speaks_of_the_councils_own_work_under_the_councils_own_name(desk: Desk, tmp_path: Path) -> None:
    number = desk.do(lambda work: reports.start_report(work, "Leader's", dated=DATED)).value
    found = desk.read(lambda db: report_paper(db, number, desk.today))
    assert found.letter.reference == "LDR/1"
    blocks = {block.key: block.text for block in found.letter.blocks}
    assert "lines that we lead are off track" in blocks["leadership"]
    assert not re.search(r"\b(?:I|my|me)\b|the Board (?:noted|heard)|we were told", blocks["leadership"])
    said = text_of(export(desk, "report", tmp_path, number=number).read_bytes())
    assert said.startswith("Blackpool Borough Council\nThe Leader's report on progress")
    assert "BCIB" not in said
