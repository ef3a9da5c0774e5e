"""The plan report: ratings and direction, what changed, red and amber with their path to green."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from boardtui.documents import plan
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
    assert told[better.ref]
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


def test_an_empty_plan_is_printed_and_says_so(paper: PlanPaper) -> None:
    text = text_of(plan.render(replace(paper, lines=(), changed=(), moved=(), indicators=())))
    assert "The plan has no lines yet." in text
    assert "No line is off track." in text


def test_the_same_plan_gives_the_same_bytes(paper: PlanPaper, data: bytes) -> None:
    assert plan.render(paper) == data
    assert plan.file_name(paper) == "plan-2013-05-20.docx"
