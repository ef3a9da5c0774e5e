"""What a Notice in force may lead to, and what ends it (N 8.2, 9)."""

from dataclasses import replace
from datetime import date

import pytest

from boardtui.domain.lifting import if_missed, notice_in_force, notice_lifted
from boardtui.domain.views import Board

TODAY = date(2013, 5, 20)
BOARD = Board(
    name="Board",
    council="Council",
    sample=None,
    today=None,
    interval_days=42,
    at_risk_days=14,
    meeting_starts="14:00",
    place="",
    quorum="",
    quorum_needs_chair=False,
    quorum_agencies=None,
    addressee="",
    addressee_address="",
    chair_signs_as="",
    instrument="Improvement Notice",
    instrument_kind="notice",
    commenced=date(2012, 11, 26),
    version=1,
    journal=1,
)


def test_missing_the_assessment_date_may_bring_a_direction_under_section_497a_n_9() -> None:
    said = if_missed(BOARD, TODAY)
    assert "section 497A of the Education Act 1996" in said
    assert "N 9" in said


@pytest.mark.parametrize(
    "without",
    [
        {"instrument_kind": "commissioner"},
        {"instrument_kind": "none"},
        {"lifted_on": date(2013, 5, 1)},
        {"commenced": date(2013, 5, 21)},
    ],
)
def test_without_a_notice_in_force_nothing_is_attached_to_the_date_n_9(without: dict[str, object]) -> None:
    board = replace(BOARD, **without)  # type: ignore[arg-type]
    assert not notice_in_force(board, TODAY)
    assert if_missed(board, TODAY) == ""


def test_a_notice_is_in_force_from_its_day_on() -> None:
    assert notice_in_force(replace(BOARD, commenced=TODAY), TODAY)


def test_a_lifted_notice_says_when() -> None:
    assert notice_lifted(date(2014, 3, 4)) == "The Notice was lifted on 4 Mar 2014."
