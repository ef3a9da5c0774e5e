"""What a report tells a Minister: targets plainly met or missed, each with its reason; what fails, in words (N 8.1)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from boardtui.documents import report
from boardtui.documents.drafting.indicators import compared
from boardtui.documents.report_tables import duties as duty_rows
from boardtui.documents.report_tables import lines as line_rows
from boardtui.documents.reporting import draft
from boardtui.documents.reporting.causes import causes
from boardtui.documents.reporting.material import material_of
from boardtui.documents.reporting.measures import can_be_projected
from boardtui.domain.dataset import Indicator
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.figure_values import figure_value
from boardtui.domain.line_words import NOT_SAID
from boardtui.domain.measures import deciding_target
from boardtui.domain.papers import ReportPaper
from boardtui.domain.states import Role
from boardtui.services.desk import Desk
from boardtui.store.reading.report_paper import report_paper
from tests.conftest import NOON
from tests.documents.reading_back import opened


@pytest.fixture(scope="module")
def paper(built_sample: Path) -> ReportPaper:
    """Return the paper of the sample's six-month report."""
    desk = Desk(built_sample, who="Test", role=Role.SECRETARY, clock=lambda: NOON)
    found = desk.read(lambda db: report_paper(db, 2, desk.today))
    desk.close()
    return found


@pytest.fixture(scope="module")
def told(paper: ReportPaper) -> dict[str, str]:
    """Return the text of every block as it is drafted."""
    return {block.key: block.text for block in draft(paper)}


def indicator(paper: ReportPaper, ref: str) -> Indicator:
    return next(one for one in paper.indicators if one.ref == ref)


def test_n_7_3_the_first_page_counts_the_targets_missed_met_and_unknown(
    told: dict[str, str], paper: ReportPaper
) -> None:
    assert (
        "Of the 14 six-month targets, which fall due on 26 May 2013, the latest figures reach four and fall short of "
        "nine; one cannot be told for want of a figure."
    ) in told["summary"]
    found = {one.ref: (one.said, one.value) for block in draft(paper) for one in block.figures}
    assert found["targets 6 missed"] == ("nine", "9")
    assert found["targets 6 met"] == ("four", "4")
    assert found["targets 6 unknown"] == ("one", "1")


def test_n_7_3_the_counts_follow_the_figures(paper: ReportPaper) -> None:
    five = indicator(paper, "I5")
    better = replace(five, values=(*five.values[:-1], replace(five.values[-1], value=Decimal(85))))
    now = replace(paper, indicators=tuple(better if one.ref == "I5" else one for one in paper.indicators))
    assert figure_value("targets 6 missed", now) == "8"
    assert figure_value("targets 6 met", now) == "5"
    assert figure_value("targets 12 met", now) == "1"
    assert "is reached" in next(block.text for block in draft(now) if block.key == "I5")


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(2013, 4, 24), None),
        (date(2013, 4, 25), 6),
        (date(2013, 5, 26), 6),
        (date(2013, 6, 26), 6),
        (date(2013, 6, 27), None),
        (date(2013, 10, 26), 12),
        (date(2014, 5, 1), 12),
    ],
)
def test_n_7_3_a_target_decides_within_a_month_of_its_date_and_the_last_one_after_it(
    paper: ReportPaper, day: date, months: int | None
) -> None:
    found = deciding_target(indicator(paper, "I1").measure, day)
    assert (found[0] if found else None) == months


def test_n_7_3_nothing_is_missed_before_its_day_and_after_it_is_said_to_be(
    told: dict[str, str], paper: ReportPaper
) -> None:
    of_targets = [told["summary"], told["targets"], *(text for key, text in told.items() if key.startswith("I"))]
    assert not re.search(r"\bmiss(?:es|ed)? (?:by|the target)|(?:is|are) missed", " ".join(of_targets))
    assert "; the target for 26 May 2013 is 85 per cent, 12 percentage points away." in told["I5"]
    later = {one.key: one.text for one in draft(replace(paper, letter=replace(paper.letter, dated=date(2013, 6, 3))))}
    assert "nine are missed on the latest figures, four are met and one is unknown" in later["summary"]
    assert "and the target for 26 May 2013 was 85 per cent: it is missed by 12 percentage points" in later["I5"]


def test_every_line_to_be_looked_at_again_on_the_first_day_is_named(told: dict[str, str]) -> None:
    assert "The Board next looks again at lines 1.5, 3.6 and 4.1, on 19 September 2013." in told["position"]


def test_an_open_challenge_of_which_the_minutes_have_more_is_not_said_to_wait_in_silence(told: dict[str, str]) -> None:
    assert (
        "In May the Board was told that the county's analyst began on 22 April, and the Chief Executive had answered "
        "for the last date in writing; that is not recorded as the answer." in told["concerns"]
    )


def test_lines_whose_path_comes_after_their_date_are_named(told: dict[str, str]) -> None:
    assert (
        "What was agreed or last minuted of lines 2.2, 2.4 and 3.5 comes after that date, which has not been moved."
        in told["next"]
    )


def test_the_audit_and_the_indicator_of_missing_children_do_not_contradict_each_other(told: dict[str, str]) -> None:
    assert "both services' records agreed on who had been missing" in told["validation"]
    assert "records differ" not in told["I12"]


def test_n_8_1_each_target_missed_has_the_reason_that_was_rated_or_minuted(told: dict[str, str]) -> None:
    assert "Line 1.4 is red for this reason: reviews held on time fell to 58 per cent when" in told["I10"]
    assert "Line 2.5 is red for the reason given on 21 February: core assessments inside timescale" in told["I5"]
    assert "traces a third of re-referrals to families who had moved within the town" in told["I3"]
    assert "(minute 5/6.3)" in told["I3"]
    assert "April cannot be reported: the two services' counts of interviews differ by a fifth" in told["I12"]


def test_a_reason_about_one_measure_is_not_given_for_another_on_the_same_line(
    told: dict[str, str], paper: ReportPaper
) -> None:
    assert "core assessments" not in told["I6"]
    assert causes(material_of(paper), indicator(paper, "I6")) == []


def test_only_an_action_that_speaks_of_a_measure_is_told_with_it(told: dict[str, str]) -> None:
    assert "Action 5/02, due by 30 May 2013" in told["I13"]
    assert "1/07" not in told["I13"]
    assert "Action 3/07" not in told["I3"]
    assert "Action 4/01, due by 10 May 2013 and still open" in told["I5"]


def test_a_figure_below_its_baseline_is_no_gain_whatever_its_polarity(told: dict[str, str], paper: ReportPaper) -> None:
    assert compared(indicator(paper, "I5")) < 0
    assert compared(indicator(paper, "I9")) < 0
    assert compared(indicator(paper, "I14")) > 0
    assert "(I5) fell from 76 per cent at 31 October 2012 to 73 per cent" in told["difference"]


def test_two_values_are_too_few_to_say_where_they_lead(told: dict[str, str], paper: ReportPaper) -> None:
    assert not can_be_projected(indicator(paper, "I7"))
    assert "three of the seven that can be projected" in told["targets"]


@pytest.mark.parametrize("ref", ["I1", "I5", "I10", "I13"])
def test_a_projection_that_the_last_moves_contradict_or_that_ends_at_a_bound_is_left_out(
    ref: str, told: dict[str, str], paper: ReportPaper
) -> None:
    assert not can_be_projected(indicator(paper, ref))
    assert not re.search(r"last \w+ figures", told[ref])


def test_the_watch_is_on_the_largest_misses_too(told: dict[str, str]) -> None:
    assert "Those that need watching until then are" in told["next"]
    assert "audited assessments with a good analysis of risk (I7)" in told["next"]


def test_a_comparison_names_the_figure_that_it_compares(told: dict[str, str]) -> None:
    assert "At 27 per cent it is not as good as statistical neighbours (26 per cent)" in told["I3"]
    assert "The figure of 21 cases is behind statistical neighbours (18.5 cases)" in told["I14"]


def test_a_rating_is_told_with_the_newest_word_the_minutes_have_on_it(told: dict[str, str]) -> None:
    position = " ".join(told.values())
    assert "(3.4) is still amber: in April the Assistant Director asked for Green" in position
    assert "14 names" not in position
    assert "In May the Board was told that responsibility was agreed and in force since 1 May" in position
    assert NOT_SAID not in position


def test_a_step_names_the_rating_of_the_last_report_too(told: dict[str, str]) -> None:
    assert "(7.2) went from red to green (amber at my last report)" in told["difference"]


def test_a_figure_that_is_not_in_is_no_gain(told: dict[str, str]) -> None:
    assert "(I12)" not in told["difference"]


def test_a_letter_is_named_by_its_date_in_the_table_of_duties(paper: ReportPaper) -> None:
    assert "Letter of 25 Apr 2013" in {row["ref"] for row in duty_rows(paper)}


def test_the_first_lines_to_fall_due_are_all_named(told: dict[str, str]) -> None:
    assert "The first eight, by 31 May 2013, are" in told["next"]
    assert "and lines 3.5, 3.7, 4.3 and 7.1" in told["next"]


def test_rule_5_a_step_told_with_a_meetings_day_starts_from_the_rating_in_force_before_it(
    told: dict[str, str], paper: ReportPaper
) -> None:
    assert re.search(r"On 16 May “[^”]+” \(7\.2\) went from red to green", told["difference"])
    assert re.search(r"On 16 May “[^”]+” \(7\.4\) went from amber to green", told["difference"])
    assert "from red to green 4.4 and 7.4" in told["changes"]
    for found in re.finditer(r"On 16 May “[^”]+” \((\d\.\d)\) went from (\w+) to", told["difference"]):
        assert (figure_value(f"{found[1]} rating at 4", paper) or "").lower() == found[2]


def test_a_line_that_fell_back_within_the_period_is_told_with_its_reason(told: dict[str, str]) -> None:
    assert "(6.1) rose to green and has fallen back to amber: three senior offices" in told["N 6"]
    assert "(6.4) was first rated green and is now amber: audits graded poor" in told["N 4"]


def test_a_line_first_rated_in_the_period_says_so_and_no_other_does(told: dict[str, str], paper: ReportPaper) -> None:
    assert "Three lines were rated for the first time: 1.3 (first green, now amber)" in told["changes"]
    rows = {row["ref"]: row["direction"] for row in line_rows(paper, paper.lines)}
    assert (rows["1.3"], rows["7.2"]) == ("New, was Green", "↑ was Amber")
    new = {ref for ref, said in rows.items() if said.startswith(("New", "First"))}
    assert all(figure_value(f"{ref} rating at 2", paper) is None for ref in new)


def test_every_restatement_since_the_last_report_is_named_and_so_is_a_restated_baseline(told: dict[str, str]) -> None:
    assert "both targets were lowered, from 80 and 95 to 75 and 90" in told["changes"]
    assert (
        "(I2) was restated before that, and stands at 70 per cent; it was first reported at meeting 1 as 96"
        in (told["changes"])
    )


def test_the_programs_own_questions_do_not_go_to_a_minister(told: dict[str, str]) -> None:
    assert "?" not in told["concerns"]
    assert "Four good ratings sit uneasily with the facts behind them: line 2.1 is green" in told["concerns"]
    assert "; lines 1.1 and 5.3 have had their dates moved twice or more;" in told["concerns"]
    assert "restricted" not in told["concerns"]


def test_actions_reported_done_are_counted_as_the_record_counts_them(told: dict[str, str], paper: ReportPaper) -> None:
    assert figure_value("actions done", paper) == "4"
    assert "four of them reported done" in told["concerns"]
    assert Quoted("four of them reported done", "actions done", "4") in next(
        block.figures for block in draft(paper) if block.key == "concerns"
    )


def test_n_8_2_the_departments_review_is_its_own_and_never_late(told: dict[str, str], paper: ReportPaper) -> None:
    assert "The Department's review of progress after six months is planned for 10 June 2013." in told["duties"]
    later = replace(
        paper,
        obligations=tuple(
            replace(one, state="overdue") if one.binds == "department" else one for one in paper.obligations
        ),
    )
    rows = {row["title"]: row for row in duty_rows(later)}
    assert rows["Department's review of progress after six months"]["state"] == "Planned 10 Jun 2013"
    assert rows["Department's review of progress after twelve months"]["state"] == "To follow"
    blocks = {block.key: block.text for block in draft(later)}
    assert "Nothing that the Notice dates is overdue" in blocks["summary"]
    assert "Department" not in " ".join(one for one in blocks["duties"].split(". ") if "still to be done" in one)


def test_the_table_of_duties_leaves_out_this_report_and_the_letter_it_answers(
    told: dict[str, str], paper: ReportPaper
) -> None:
    rows = {(row["ref"], row["title"]): row["state"] for row in duty_rows(paper)}
    titles = {title for _, title in rows}
    assert "Chair's 6-month progress report to the Minister" not in titles
    assert not [title for title in titles if "behind each percentage" in title]
    assert "This report answers the Department's letter of 4 February 2013, which asked for the" in told["duties"]
    assert rows["N 7.2", "Improvement Board meets every six weeks"] == "Kept throughout"
    assert rows["N 7.3", "6-month targets met"] == "4 of 14 met"


def test_checks_that_fail_are_said_in_words(told: dict[str, str]) -> None:
    for key in ("summary", "duties"):
        assert "practice standards have not been agreed (N 5.1)" in told[key]
        assert re.search(r"the audit “Children who go missing[^”]*” of 22 March 2013 has not been reported", told[key])


def test_n_5_7_the_audit_of_all_files_is_told_with_what_it_found(told: dict[str, str]) -> None:
    assert (
        "19 days late. It found this: of 4,790 cases, 412 files needed something further; 58 children"
        in (told["duties"])
    )


def test_children_are_heard_in_their_own_words(told: dict[str, str], paper: ReportPaper) -> None:
    assert "In May young people spoke to the Board themselves. They read eleven things" in told["difference"]
    assert "(minute 5/9.2)" in told["difference"]
    silent = replace(paper, notes=tuple(one for one in paper.notes if (one.meeting, one.item) != (5, 9)))
    assert "spoke to the Board themselves" not in next(b.text for b in draft(silent) if b.key == "difference")


def test_what_is_planned_is_named_with_its_day_and_who_validates(told: dict[str, str]) -> None:
    assert "the Department's review of progress after six months (10 June 2013)" in told["next"]
    assert "a peer review by the Local Government Association (16 September 2013)" in told["next"]
    assert "is a peer review by the Local Government Association: it was commissioned on" in told["validation"]
    assert "24 May 2013" not in told["next"]


def test_what_was_minuted_of_money_is_told(told: dict[str, str]) -> None:
    assert "set £640,000 aside for this plan in 2013-14" in told["leadership"]


def test_nothing_is_said_of_money_where_nothing_was_minuted(paper: ReportPaper) -> None:
    silent = replace(paper, notes=tuple(one for one in paper.notes if "£" not in one.text))
    text = {block.key: block.text for block in draft(silent)}["leadership"]
    assert "about money" not in text
    assert "and what it will cost" in text


def test_the_software_does_not_speak_in_a_report(told: dict[str, str]) -> None:
    text = " ".join(told.values())
    assert not re.search(r"[Tt]he record (?:holds|knows)|No outcome is recorded|is recorded since|the other two", text)


def test_no_heading_of_a_table_is_wider_than_its_column(paper: ReportPaper) -> None:
    widest = 0.205
    for table in opened(report.render(paper, drawn=False)).tables:
        widths = [int(one.get(one.keys()[0])) / 567 for one in table._tbl.tblGrid]
        for width, cell in zip(widths, table.rows[0].cells, strict=False):
            longest = max((len(word) for word in re.split(r"[\s-]", cell.text)), default=0)
            if cell.paragraphs[0].style is not None and cell.paragraphs[0].style.name == "Table Head":
                assert longest * widest <= width, (cell.text, width)
