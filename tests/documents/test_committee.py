"""The scrutiny committee's report: the committee's own headings in their order, always complete, open only (S)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boardtui.documents import committee, scrutiny
from boardtui.domain import views
from boardtui.domain.plan_papers import ScrutinyPaper
from boardtui.domain.views import Block, Letter
from boardtui.store.engine import connect
from boardtui.store.reading.plan_papers import scrutiny_paper
from tests.documents import samples
from tests.documents.reading_back import text_of

TODAY = date(2013, 5, 20)


@pytest.fixture(scope="module")
def paper(built_sample: Path) -> Iterator[ScrutinyPaper]:
    with closing(connect(built_sample)) as db:
        yield scrutiny_paper(db, None, TODAY)


def started(paper: ScrutinyPaper, **texts: str) -> ScrutinyPaper:
    """Return the paper with a report begun for agenda item 6 of a committee, with some sections edited."""
    drafted = {one.key: one for one in committee.draft(paper)}
    edited = {key.replace("_", "."): text for key, text in texts.items()}
    blocks = tuple(
        Block(f"b{key}", 1, key, one.heading, edited.get(f"s{key}", one.text), one.text, edited=f"s{key}" in edited)
        for key, one in drafted.items()
    )
    report: Letter = replace(
        samples.letter().letter,
        series="scrutiny",
        number=1,
        addressee="Resilient Communities and Children's Scrutiny Committee",
        signs_as="Assistant Director, Children's Social Care",
        reference="6",
        dated=date(2013, 6, 6),
        subject="Children's social care update",
        state="draft",
        blocks=blocks,
    )
    return replace(paper, letter=report)


def lines_of(paper: ScrutinyPaper) -> list[str]:
    return text_of(scrutiny.render(paper)).split("\n")


def test_the_fourteen_headings_stand_in_the_committees_order(paper: ScrutinyPaper) -> None:
    found = [line.split("\t")[0] for line in lines_of(paper) if re.match(r"[0-9]+\.0\t", line)]
    assert found == [f"{number}.0" for number in range(1, 15)]


@pytest.mark.parametrize(("place", "answer"), [("3.2", "No"), ("3.3", "Yes"), ("6.7", "No")])
def test_the_three_questions_are_always_answered(paper: ScrutinyPaper, place: str, answer: str) -> None:
    asked = next(line for line in lines_of(paper) if line.startswith(f"{place}\t"))
    assert asked.endswith(f"? {answer}")


def test_a_question_whose_answer_was_emptied_is_answered_all_the_same(paper: ScrutinyPaper) -> None:
    assert any(line.startswith("6.7\t") and line.endswith("? No") for line in lines_of(started(paper, s6_7="  ")))


def test_an_answer_of_the_officers_own_is_kept(paper: ScrutinyPaper) -> None:
    answered = lines_of(started(paper, s3_3="Yes, from the improvement reserve."))
    assert any(line.startswith("3.3\t") and line.endswith("Yes, from the improvement reserve.") for line in answered)


def test_an_empty_section_says_so_in_the_draft_and_when_it_is_signed(paper: ScrutinyPaper) -> None:
    lines = lines_of(paper)
    assert f"5.1\t{scrutiny.UNWRITTEN}" in lines
    signed = started(paper)
    assert signed.letter is not None
    lines = lines_of(replace(signed, letter=replace(signed.letter, state="signed")))
    assert f"5.1\t{scrutiny.NOTHING}" in lines
    assert f"12.1\t{scrutiny.NOTHING}" in lines


def test_the_background_is_six_paragraphs_so_that_the_question_is_the_seventh(paper: ScrutinyPaper) -> None:
    numbers = [line.split("\t")[0] for line in lines_of(paper) if re.match(r"6\.[0-9]+\t", line)]
    assert numbers == ["6.0", "6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7"]


def test_more_than_six_paragraphs_of_background_are_all_printed_and_the_question_stays_the_seventh(
    paper: ScrutinyPaper,
) -> None:
    text = "\n\n".join(f"Paragraph {n}." for n in range(1, 10))
    lines = lines_of(started(paper, s6=text))
    numbers = [line.split("\t")[0] for line in lines if re.match(r"6\.[0-9]+\t", line)]
    assert numbers[-1] == "6.7"
    assert all(any(f"Paragraph {n}." in line for line in lines) for n in range(1, 10))


def test_the_appendix_is_numbered_by_the_agenda_item(paper: ScrutinyPaper) -> None:
    text = text_of(scrutiny.render(started(paper, s7="Appendix 6(a): the plan.")))
    assert "Appendix 6(a): the improvement plan" in text
    assert "Resilient Communities and Children's Scrutiny Committee" in text
    assert "6 June 2013" in text


def test_what_is_restricted_stays_out(paper: ScrutinyPaper) -> None:
    lines = tuple(replace(line, restricted="child", reason="SECRET", path="SECRET") for line in paper.plan.lines)
    assert "SECRET" not in text_of(scrutiny.render(replace(paper, plan=replace(paper.plan, lines=lines))))


def test_a_board_with_nothing_in_it_yet_still_makes_a_whole_report(paper: ScrutinyPaper) -> None:
    plan = replace(paper.plan, lines=(), changed=(), moved=(), indicators=(), last=None, next=None)
    bare = replace(paper, plan=plan, sources=(), meetings=(), actions=(), obligations=(), requirements=())
    lines = lines_of(bare)
    assert sum(1 for line in lines if re.match(r"[0-9]+\.0\t", line)) == 14
    assert any("has not met yet" in line for line in lines)


def part(paper: ScrutinyPaper, number: str) -> str:
    """Return one numbered paragraph of the report with the list that belongs to it."""
    lines = lines_of(paper)
    first = next(place for place, line in enumerate(lines) if line.startswith(f"{number}\t"))
    rest = lines[first + 1 :]
    last = next(place for place, line in enumerate(rest) if re.match(r"[0-9]+\.[0-9]+\t|Appendix", line))
    return "\n".join([lines[first], *rest[:last]])


def test_the_purpose_names_who_inspected_and_when(paper: ScrutinyPaper) -> None:
    told = part(paper, "1.1")
    assert "the Improvement Notice of the Department for Education (26 November 2012)" in told
    assert "the inspection by Ofsted (13 July 2012)" in told


def test_the_background_names_what_the_inspectors_named_and_the_plans_themes(paper: ScrutinyPaper) -> None:
    told = part(paper, "6.1")
    assert "(Ofsted, 13 July 2012): contact and referral; management oversight; assessments;" in told
    assert "The plan's seven themes are early help and thresholds;" in told
    assert "“Audit of all case files, open and closed” (14 February 2013): closing cases." in told
    assert "Twelve reviewers" not in told


def test_a_few_areas_and_aims_are_told_in_full(paper: ScrutinyPaper) -> None:
    one = paper.requirements[0]
    asked = tuple(
        replace(one, source="S", heading=heading, text=text)
        for heading, text in (
            ("Areas for improvement", "A better response to neglect."),
            ("Areas for improvement", "Enough of the right homes."),
            ("The two aims", "More children live with their families."),
            ("The two aims", "More children take part in education."),
        )
    )
    told = part(replace(paper, requirements=asked), "6.1")
    assert "Areas for improvement. A better response to neglect. Enough of the right homes." in told
    assert "The two aims. More children live with their families. More children take part in education." in told


def test_each_measure_behind_or_close_has_its_value_target_and_date(paper: ScrutinyPaper) -> None:
    told = part(paper, "6.5")
    assert (
        "Re-referrals within twelve months: 27 per cent in April 2013 against a target of 25 per cent by 26 May 2013 "
        "(not reached yet)." in told
    )
    assert "21 cases in April 2013 against a target of 20 cases by 26 May 2013 (not reached yet, and close)." in told
    assert "Of 14 indicators, four reach the target that falls due now." in told
    assert "(not known). April cannot be reported:" in told
    assert "Initial assessments finished within timescale: 84 per cent" in told
    short = [one for one in paper.plan.indicators if one.state not in ("met", "on trajectory")]
    assert all(f"{one.title}: " in told for one in short)


def test_the_overdue_actions_are_named_and_a_restricted_one_is_not(paper: ScrutinyPaper) -> None:
    assert "Action 3/08, due on 26 April 2013: Agree how a school tells" in part(paper, "6.6")
    kept = tuple(replace(one, restricted="child") for one in paper.actions)
    assert "Action 3/08" not in part(replace(paper, actions=kept), "6.6")


def test_money_that_the_plan_speaks_of_is_named_and_never_denied(paper: ScrutinyPaper) -> None:
    told = part(paper, "8.1")
    assert "(1.1): What it costs has still to be agreed." in told
    assert "A full draft has been out since mid-March" not in told
    quiet = replace(paper, plan=replace(paper.plan, lines=without_money(paper)), entries=())
    assert part(quiet, "8.1") == f"8.1\t{scrutiny.UNWRITTEN}"
    secret = tuple(replace(one, restricted="staffing") for one in paper.plan.lines)
    assert "costs" not in part(replace(paper, plan=replace(paper.plan, lines=secret), entries=()), "8.1")


def without_money(paper: ScrutinyPaper) -> tuple[views.PlanLine, ...]:
    """Return the plan's lines with words that speak of no money."""
    return tuple(replace(one, reason="Going well.", path="") for one in paper.plan.lines)


def test_money_that_was_minuted_is_told_with_its_paragraph_unless_it_is_restricted(paper: ScrutinyPaper) -> None:
    last = paper.meetings[-1].number
    note = next(one for one in paper.entries if one.meeting == last and one.paragraph and one.restricted is None)
    fees = replace(
        note,
        text="Eleven children moved. They are the fees of homes. Fees for homes are three per cent above forecast.",
    )
    bare = replace(paper, plan=replace(paper.plan, lines=without_money(paper)), entries=(fees,))
    told = part(bare, "8.1")
    assert f"Fees for homes are three per cent above forecast. (Minute {note.ref})" in told
    assert "Eleven children" not in told
    assert "They are" not in told
    kept = replace(fees, restricted="staffing")
    assert "Fees" not in part(replace(bare, entries=(kept,)), "8.1")


def test_the_duties_of_the_notice_are_counted_apart_from_the_dates_of_the_inspection_n_9(paper: ScrutinyPaper) -> None:
    told = part(paper, "9.1")
    assert "None of the Notice's own dated duties is overdue." in told
    assert "Apart from the Notice, 12 of the 16 dates set by Ofsted (13 July 2012) are overdue" in told
    late = tuple(replace(one, state="overdue") if one.requirement == "N 5.7" else one for one in paper.obligations)
    assert "One duty of the Notice is overdue, since" in part(replace(paper, obligations=late), "9.1")


def test_without_an_instrument_there_is_nothing_specific_in_law(paper: ScrutinyPaper) -> None:
    board = replace(paper.plan.board, instrument_kind="none")
    told = part(replace(paper, plan=replace(paper.plan, board=board)), "9.1")
    assert told == "9.1\tThere are no specific legal considerations."


def test_a_line_rated_well_past_its_date_says_what_is_missing(paper: ScrutinyPaper) -> None:
    told = part(paper, "6.3")
    assert "(7.2), due on 3 May 2013, is Green and not yet Blue, for want of evidence that it is complete" in told


def test_consultation_names_the_bodies_beside_the_council(paper: ScrutinyPaper) -> None:
    told = part(paper, "13.1")
    assert "Lancashire Constabulary" in told
    assert "Blackpool Council;" not in told
    assert "and the voluntary and community sector." in told


def test_months_are_written_in_full_in_the_fourteen_sections(paper: ScrutinyPaper) -> None:
    text = "\n".join(one.text for one in committee.draft(paper))
    assert not re.search(r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b", text)


def test_the_appendix_is_by_theme(paper: ScrutinyPaper) -> None:
    lines = lines_of(paper)
    themes = list(dict.fromkeys(line.theme for line in paper.plan.lines))
    places = [lines.index(theme) for theme in themes]
    assert places == sorted(places)
