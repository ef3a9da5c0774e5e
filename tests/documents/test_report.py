"""The report as a Word file, made from the sample: its parts, tables, charts, and what a draft marks (DESIGN 6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from boardtui.documents import report
from boardtui.documents.charts import charts
from boardtui.domain.papers import ReportPaper
from boardtui.domain.states import Role
from boardtui.domain.views import Figure
from boardtui.errors import BoardError
from boardtui.paths import shipped_templates
from boardtui.services import letters, reports
from boardtui.services.desk import Desk
from boardtui.services.export import export
from boardtui.store.reading.letters import letter
from boardtui.store.reading.report_paper import report_paper
from tests.conftest import NOON
from tests.documents.reading_back import opened, rows_of, text_of


@pytest.fixture(scope="module")
def paper(built_sample: Path) -> ReportPaper:
    """Return the paper of the sample's six-month report."""
    desk = Desk(built_sample, who="Test", role=Role.SECRETARY, clock=lambda: NOON)
    found = desk.read(lambda db: report_paper(db, 2, desk.today))
    desk.close()
    return found


@pytest.fixture(scope="module")
def made(paper: ReportPaper) -> bytes:
    """Return it as a Word file."""
    return report.render(paper)


def with_blocks(paper: ReportPaper, *keys: str) -> ReportPaper:
    """Return the paper with some blocks only, so that it is rendered fast."""
    kept = tuple(one for one in paper.letter.blocks if one.key in keys)
    return replace(paper, letter=replace(paper.letter, blocks=kept))


def test_the_first_page_shows_that_the_judgement_is_unwritten(made: bytes) -> None:
    text = text_of(made)
    assert "[The Chair's own judgement of pace and of whether the targets will be met" in text
    assert text.index("My judgement") < text.index("In short") < text.index("Contents")


def test_parts_are_numbered_and_listed_and_paragraphs_count_through_them(made: bytes) -> None:
    text = text_of(made)
    for line in ("1\tThe difference made to children", "2\tWhere the Council stands against the Notice"):
        assert text.count(line) == 2
    assert "\n2.1\tThe first duty of the Notice" in text
    assert "\n7.1\tThe six-month target is reached by I1, I2, I8 and I11, not reached yet by" in text


def test_every_indicator_has_its_chart_with_words_for_those_who_hear_it(made: bytes) -> None:
    pictures = [one.get("descr") for one in opened(made).element.body.iter(qn("wp:docPr"))]
    assert len(pictures) == 14
    assert pictures[0].startswith("Chart of Children on protection plans visited within timescale: Oct 2012 74%")
    assert "target 92% by 26 May 2013" in pictures[0]
    assert len({one.get("id") for one in opened(made).element.body.iter(qn("wp:docPr"))}) == 14


def test_tables_hold_every_duty_partner_and_line(made: bytes, paper: ReportPaper) -> None:
    rows = rows_of(made)
    first = {row[0] for row in rows}
    assert {line.ref for line in paper.lines} <= first
    assert {one.ref for one in paper.indicators} <= first
    assert [
        "N 5.7",
        "Audit of all case files, open and closed",
        "Council",
        "26 Jan 2013",
        "14 Feb 2013",
        "Met late",
    ] in rows
    assert any(row[0].startswith("Lancashire Constabulary") for row in rows)


def test_the_same_paper_gives_the_same_bytes(paper: ReportPaper) -> None:
    short = with_blocks(paper, "judgement", "I1")
    assert report.render(short) == report.render(short)


def test_a_changed_figure_is_marked_in_a_draft_and_nowhere_else(paper: ReportPaper) -> None:
    short = with_blocks(paper, "judgement", "concerns")
    block = short.letter.blocks[1]
    stale = replace(block, text="Seven are late.", figures=(Figure("Seven", "actions overdue", "7", "9"),))
    draft = replace(short, letter=replace(short.letter, blocks=(short.letter.blocks[0], stale)))
    mark = "Changed since this was drafted: “Seven” (actions overdue) was 7, now 9"
    assert mark in text_of(report.render(draft))
    signed = replace(draft, letter=replace(draft.letter, state="signed", signed_on=date(2013, 5, 24)))
    assert "Changed since" not in text_of(report.render(signed))
    assert report.file_name(signed) == "report-2-2013-05-24.docx"
    assert report.file_name(draft) == "report-2-2013-05-24-draft.docx"


def test_what_is_restricted_is_left_out(paper: ReportPaper) -> None:
    secret = replace(paper.assurance[0], restricted="identifies a child", title="A hidden audit")
    hidden = replace(paper, assurance=(secret, *paper.assurance[1:]))
    assert "A hidden audit" not in text_of(report.render(with_blocks(hidden, "judgement", "validation")))


def test_a_template_that_leaves_a_chart_out_is_refused(paper: ReportPaper, own: Path) -> None:
    own.mkdir(parents=True)
    document = opened((shipped_templates() / "word" / "report.docx").read_bytes())
    for cell in (cell for table in document.tables for row in table.rows for cell in row.cells):
        for paragraph in cell.paragraphs:
            if "picture" in paragraph.text:
                paragraph.text = "No chart here"
    document.save(str(own / "report.docx"))
    with pytest.raises(BoardError, match="a picture would be missing"):
        report.render(with_blocks(paper, "judgement", "I1"))


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the council's own templates."""
    monkeypatch.setattr("boardtui.paths.own_templates", lambda: tmp_path / "own")
    return tmp_path / "own" / "word"


def test_a_chart_is_drawn_alike_each_time_and_only_of_what_has_a_value(
    paper: ReportPaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boardtui.documents.charts._kept", {})
    one, other = paper.indicators[:2]
    empty = replace(other, values=())
    first = charts([one, empty])
    assert list(first) == ["I1"]
    assert first["I1"].data.startswith(b"\x89PNG")
    kept = charts([one])["I1"].data
    monkeypatch.setattr("boardtui.documents.charts._kept", {})
    assert charts([other, one])["I1"].data == kept == first["I1"].data
    assert charts([empty]) == {}
    assert charts([replace(one, values=one.values[:-1])])["I1"].data != kept


def test_the_leaders_report_is_in_the_councils_voice(desk: Desk) -> None:
    number = desk.do(lambda work: reports.start_report(work, "Leader's")).value
    found = desk.read(lambda db: letter(db, number, "report"))
    text = "\n".join(one.text for one in found.blocks)
    assert "asks us for this report" in text
    assert " I " not in text
    assert " my " not in text
    desk.read(lambda db: report.render(report_paper(db, number, desk.today)))


def test_a_sent_report_is_exported_with_the_tables_of_its_day(desk: Desk, tmp_path: Path) -> None:
    path = export(desk, "report", tmp_path, number=1)
    assert path.name == "report-1-2013-01-25.docx"
    data = path.read_bytes()
    text = text_of(data)
    assert "I cannot yet tell you that they are safe" in text
    assert "DRAFT" not in text
    rows = rows_of(data)
    assert any(row[0] == "N 5.7" and row[5] == "Due soon" for row in rows)


def test_exporting_the_newest_report_needs_one(new_desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BoardError, match="There is no report yet"):
        export(new_desk, "report", tmp_path)


@pytest.mark.parametrize("kind", ["initial", "Leader's"])
def test_a_report_of_a_new_board_says_what_is_not_there(new_desk: Desk, tmp_path: Path, kind: str) -> None:
    number = new_desk.do(lambda work: reports.start_report(work, kind)).value
    found = new_desk.read(lambda db: letter(db, number, "report"))
    assert found.blocks[0].text == ""
    assert "The Board has not met yet" in found.blocks[1].text
    new_desk.do(lambda work: letters.redraft(work, number, "report"))
    assert "No dataset of indicators" in text_of(export(new_desk, "report", tmp_path).read_bytes())
