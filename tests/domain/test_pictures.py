"""Pictures: the right letter in the right column, fitted to a width, and the same said in sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtui.domain.pictures.burndown import Life, bars, burn_down
from boardtui.domain.pictures.burndown import in_words as bars_in_words
from boardtui.domain.pictures.grid import Grid, Line, as_shape, as_table, fitted, in_words
from boardtui.domain.pictures.ratings import ratings
from boardtui.domain.pictures.timeline import timeline
from boardtui.domain.ratings import DEFAULT_SCHEME
from boardtui.domain.states import ObligationState
from boardtui.domain.views import Obligation

FIRST, SECOND = date(2013, 1, 10), date(2013, 2, 21)


def duty(ref: str, due: date | None, state: ObligationState, met_on: date | None = None) -> Obligation:
    return Obligation("1", 1, ref, f"Duty {ref}", None, "chair", due, None, met_on, state, "", "")


def wide(columns: int) -> Grid:
    names = tuple(str(number) for number in range(1, columns + 1))
    line = Line("1.1", "A line with a name that is rather long", ("R",) * columns, "all red")
    return Grid("ratings", "Ratings", "meeting", tuple(("", name) for name in names), names, (line,), {"R": "Red"})


def test_letters_stand_under_their_meeting() -> None:
    found = ratings(DEFAULT_SCHEME, (1, 2, 10), [("1.1", "Early help", ("R", None, "A"))])
    title, key, heads, row, *notes = as_table(found, 80)
    assert title == "Ratings of the plan"
    assert key.startswith("R Red   A Amber")
    assert [row[heads.index(name) + len(name) - 1] for name in ("1", "2", "10")] == ["R", "·", "A"]
    assert notes == ["After meeting 1: 1 Red.", "After meeting 10: 1 Amber."]


def test_a_record_is_said_in_a_sentence_with_words_for_its_letters() -> None:
    found = ratings(DEFAULT_SCHEME, (1, 2, 3), [("1.1", "Early help", ("R", "R", "A"))])
    assert list(in_words(found))[1] == "1.1 Early help: Red at meetings 1 to 2; Amber at meeting 3."


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_there_is_room_for(width: int) -> None:
    fit = fitted(wide(60), width)
    drawn = "".join((*fit.before(fit.grid.lines[0]), *fit.cells(fit.grid.lines[0]), fit.after(fit.grid.lines[0])))
    assert len(drawn) <= width
    assert fit.shown[-1] == 59


def test_earlier_columns_come_into_sight() -> None:
    assert fitted(wide(60), 80, 1).shown[0] == 0
    assert fitted(wide(60), 80, 30).shown[-1] == 29


def test_what_is_not_shown_is_said() -> None:
    assert any(line.endswith("of 1 to 60.") for line in as_table(wide(60), 80))


def test_nothing_is_said_where_there_is_nothing() -> None:
    assert list(as_table(ratings(DEFAULT_SCHEME, (), []), 80)) == ["Ratings of the plan", "Nothing here yet."]


def test_a_duty_stands_in_its_month_with_the_letter_of_its_state() -> None:
    duties = [
        duty("N 2", date(2013, 2, 28), ObligationState.OVERDUE),
        duty("N 1", date(2012, 12, 31), ObligationState.MET_LATE, date(2013, 1, 5)),
        duty("N 3", None, ObligationState.NOT_YET_DUE),
        duty("N 4", date(2013, 1, 1), ObligationState.NOT_APPLICABLE),
    ]
    found = timeline(duties, date(2013, 3, 5))
    assert found.columns == ("Dec 2012", "Jan 2013", "Feb 2013", "Mar 2013")
    assert [(line.ref, line.cells) for line in found.lines] == [
        ("N 1", ("L", "", "", "")),
        ("N 2", ("", "", "O", "")),
    ]
    assert found.now == 3
    assert found.notes == ("1 duty without a date is not drawn.", "1 duty that does not apply left out.")
    assert "N 1 Duty N 1: met late, due 31 Dec 2012, met 5 Jan 2013." in list(in_words(found))


def test_a_restricted_duty_says_so() -> None:
    kept = replace(duty("L1", date(2013, 2, 1), ObligationState.DUE_SOON), restricted="staffing")
    assert timeline([kept], FIRST).lines[0].name == "[restricted] Duty L1"


def test_actions_are_counted_from_the_day_they_were_raised_to_the_day_they_ended() -> None:
    lives = [
        Life(FIRST, None),
        Life(FIRST, SECOND),
        Life(FIRST, date(2013, 2, 22)),
        Life(date(2013, 2, 1), None, done=True),
    ]
    found = burn_down([(1, FIRST), (2, SECOND)], lives, date(2013, 3, 1))
    assert [(one.meeting, one.raised, one.ended, one.open) for one in found.stages] == [
        (1, 3, 0, 3),
        (2, 1, 1, 3),
        (None, 0, 1, 2),
    ]
    assert found.stages[-1].done == 1
    assert list(bars_in_words(found))[-1] == (
        "Today, 1 Mar 2013: 2 open, 1 of them reported done; 0 actions raised and 1 ended since the one before."
    )


DAYS = st.dates(date(2013, 1, 1), date(2013, 1, 20))


@given(st.lists(DAYS, max_size=5), st.lists(st.builds(Life, DAYS, st.none() | DAYS, st.booleans())), DAYS)
def test_actions_counted_by_their_days_come_to_what_each_of_them_says(
    held: list[date], lives: list[Life], today: date
) -> None:
    before = date.min
    for stage in burn_down(list(enumerate(sorted(held), 1)), lives, today).stages:
        assert stage.open == sum(one.is_open(stage.on) for one in lives)
        assert stage.raised == sum(before < one.raised_on <= stage.on for one in lives)
        assert stage.ended == sum(one.ended_on is not None and before < one.ended_on <= stage.on for one in lives)
        before = max(before, stage.on)


def test_the_longest_bar_takes_the_room_there_is_and_no_bar_is_hidden() -> None:
    lives = [Life(FIRST, SECOND) for _ in range(50)] + [Life(FIRST, None)]
    found = burn_down([(1, FIRST), (2, SECOND)], lives, date(2013, 3, 1))
    lengths = [len(left) + len(done) for _, left, done in bars(found, 30)]
    assert lengths == [30, 1, 1]


def test_a_program_gets_every_cell() -> None:
    assert as_shape(wide(3))["rows"] == [
        {"ref": "1.1", "name": "A line with a name that is rather long", "cells": ["R"] * 3, "sum": "all red"}
    ]
