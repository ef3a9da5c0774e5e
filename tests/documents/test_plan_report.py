"""The plan report: ratings and direction, what changed, red and amber with their path to green."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boardtui.documents import line_notes, plan
from boardtui.domain.named_days import passed
from boardtui.domain.plan_papers import PlanPaper
from boardtui.store.engine import connect
from boardtui.store.reading.plan_papers import plan_paper
from tests.documents.reading_back import rows_of, text_of

TODAY = date(2013, 5, 20)


@pytest.fixture(scope="module")
def paper(built_sample: Path) -> Iterator[PlanPaper]:
    with closing(connect(built_sample)) as db:
        yield plan_paper(db, TODAY)


@pytest.fixture(scope="module")
def data(paper: PlanPaper) -> bytes:
    return plan.render(paper)


def test_every_line_is_printed_once_in_its_theme_with_its_rating_and_last_ratings(
    paper: PlanPaper, data: bytes
) -> None:
    rows = {row[0]: row for row in rows_of(data) if len(row) == 8 and row[0] != "Line"}
    assert list(rows) == [line.ref for line in paper.lines]
    line = next(one for one in paper.lines if one.rating == "R")
    row = rows[line.ref]
    assert row[3].startswith("R Red")
    assert row[4].split() == [letter or "·" for _, letter in line.history]


def test_every_red_and_amber_is_printed_with_its_reason_and_path_to_green(paper: PlanPaper, data: bytes) -> None:
    rows = [row for row in rows_of(data) if len(row) == 6 and row[0] != "Line"]
    off = [line for line in paper.lines if line.rating in ("R", "A")]
    assert sorted(row[0] for row in rows) == sorted(line.ref for line in off)
    assert [row[1][0] for row in rows] == sorted((row[1][0] for row in rows), reverse=True)
    for row in rows:
        line = next(one for one in off if one.ref == row[0])
        assert row[5].lower().startswith(line.path.lower()[:40])


def test_what_the_last_meeting_changed_is_told_with_what_it_was(paper: PlanPaper) -> None:
    told = {one["ref"]: one["what"] for one in plan.changes(paper)}
    better = next(line for line in paper.lines if line.direction == "better")
    assert re.fullmatch(r"[RAGB] \w+ to [RAGB] \w+", told[better.ref])  # letter and word, beside the colour
    same = {line.ref for line in paper.lines if line.direction == "same"}
    moved = {ref for ref, _ in paper.moved}
    assert not (told.keys() & same) - moved


def test_a_reason_agreed_under_a_restriction_is_withheld(paper: PlanPaper) -> None:
    secret = [
        replace(line, restricted="staffing", reason="SECRET REASON", path="SECRET PATH") if line.rating == "R" else line
        for line in paper.lines
    ]
    text = text_of(plan.render(replace(paper, lines=tuple(secret), changed=())))
    assert "SECRET" not in text
    assert "Withheld: staffing." in text


def test_each_reason_and_path_bears_the_day_it_was_agreed_and_a_passed_day_is_marked(
    paper: PlanPaper, data: bytes
) -> None:
    line = next(one for one in paper.lines if one.ref == "2.3")
    assert line.agreed_on == date(2013, 4, 4)
    row = next(row for row in rows_of(data) if len(row) == 6 and row[0] == "2.3")
    assert "(Agreed 4 Apr 2013.)" in row[4]
    assert "Since then, 16 May 2013: responsibility is agreed and in force since 1 May" in row[5]
    assert "has passed" not in row[5]
    unheard = replace(line, since=())
    assert line_notes.path(unheard, TODAY).endswith(
        "10 May 2013 has passed, and the minutes do not say what came of it.)"
    )
    ahead = replace(unheard, path="Director to report by 14 June.")
    assert line_notes.path(ahead, TODAY).endswith("by 14 June. (Agreed 4 Apr 2013.)")


def test_a_day_from_which_something_goes_on_has_not_passed_it() -> None:
    assert passed("Analyst lent from 22 April, data by 10 May", date(2013, 4, 4), TODAY) == [date(2013, 5, 10)]
    assert passed("Analyst lent for twelve weeks from 22 April", date(2013, 4, 4), TODAY) == []
    assert passed("teams met in April", date(2013, 4, 4), TODAY) == [date(2013, 4, 30)]
    assert passed("teams met in April", date(2013, 5, 16), TODAY) == []


def test_lines_past_their_date_are_named_and_marked(paper: PlanPaper, data: bytes) -> None:
    past = [one for one in paper.lines if one.due and one.due < TODAY and one.rating != "B"]
    told = plan.late(paper)
    assert all(f"{one.ref} (" in told for one in past)
    assert "5.2 (30 Nov 2012, Amber, was Blue)" in told
    marked = [row[0] for row in rows_of(data) if len(row) == 8 and "past, not" in row[5]]
    assert marked == [one.ref for one in past]
    assert "One more line is past the date and not yet Blue, for want of evidence that it is complete" in told


def test_a_good_rating_with_a_late_action_or_an_indicator_behind_has_one_clause(paper: PlanPaper, data: bytes) -> None:
    rows = {row[0]: row for row in rows_of(data) if len(row) == 8}
    assert rows["2.1"][1].endswith("Green although action 3/08 is overdue")
    assert "Blue although I9 goes the wrong way" in rows["3.6"][1]
    assert "2.1 is Green although action 3/08 is overdue" in plan.against(paper)
    assert plan.against(replace(paper, flags=())) == ""


def test_rating_and_record_differ_by_the_flags_of_rule_7_and_evidence_in_words_is_evidence(paper: PlanPaper) -> None:
    told = plan.against(paper)
    assert "5.1 is Blue although it has not been looked at again as agreed" in told
    assert "1.2 is" not in told
    assert "1.5 is" not in told
    assert told.startswith("Rating and record differ on four lines: ")


def test_a_late_action_that_is_restricted_is_not_named(paper: PlanPaper) -> None:
    hidden = tuple(replace(one, restricted_actions=one.overdue_actions) for one in paper.lines)
    assert "3/08" not in plan.against(replace(paper, lines=hidden))


def test_a_line_without_a_rating_says_why(paper: PlanPaper, data: bytes) -> None:
    rows = {row[0]: row for row in rows_of(data) if len(row) == 8}
    assert rows["4.7"][3] == "Not rated\nGreen proposed, not yet agreed"
    assert rows["5.8"][3] == "Not rated\nBegan 20 May 2013, after the last meeting"
    later = replace(next(one for one in paper.lines if one.ref == "5.8"), starts=date(2013, 6, 3))
    assert line_notes.not_rated(paper.scheme, later, paper.last, TODAY) == "starts 3 Jun 2013"


def test_it_says_whose_report_it_is_for_which_meeting_and_what_the_columns_are(data: bytes) -> None:
    text = text_of(data)
    assert "Report of the Blackpool Children's Improvement Board, for its meeting 6 on 27 Jun 2013." in text
    assert "Meetings 1–5" in text
    assert "“Meetings 1–5” stand each line's ratings, the oldest first; a dot (·) means not yet rated." in text
    assert "I10 Common assessments reviewed on time" in text


def test_an_empty_plan_is_printed_and_says_so(paper: PlanPaper) -> None:
    text = text_of(plan.render(replace(paper, lines=(), changed=(), moved=(), indicators=())))
    assert "The plan has no lines yet." in text
    assert "No line is off track." in text


def test_the_same_plan_gives_the_same_bytes(paper: PlanPaper, data: bytes) -> None:
    assert plan.render(paper) == data
    assert plan.file_name(paper) == "plan-2013-05-20.docx"
