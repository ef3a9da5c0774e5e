"""Reads of the Board itself."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.domain.ratings import DEFAULT_SCHEME, Level
from boardtui.errors import NotFoundError
from boardtui.store import models
from boardtui.store.reading import board as reading
from boardtui.store.reading import calendar
from tests.store.reading.conftest import Boardfile


def test_a_file_without_a_board_says_what_to_do(file: Boardfile) -> None:
    with pytest.raises(NotFoundError, match="boardtui new"):
        file.read(reading.board)


def test_the_board_is_read_with_its_instrument_and_the_journal_position(file: Boardfile) -> None:
    with file.building() as b:
        b.board(quorum="1/3", quorum_needs_chair=True, today=date(2013, 5, 20))
    board = file.read(reading.board)
    assert (board.name, board.quorum, board.quorum_needs_chair) == ("Improvement Board", "1/3", True)
    assert (board.instrument_kind, board.commenced) == ("notice", date(2012, 11, 26))
    assert (board.today, board.journal, board.at_risk_days) == (date(2013, 5, 20), 1, 14)


def test_a_board_without_an_instrument_has_none(file: Boardfile) -> None:
    with file.building() as b:
        b.add(models.Board(name="Committee", council="Leeds"), "board")
    board = file.read(reading.board)
    assert (board.instrument, board.instrument_kind, board.commenced) == ("", "none", None)


def test_the_scheme_is_the_boards_own_in_the_order_of_its_key(file: Boardfile) -> None:
    assert file.read(reading.scheme) == DEFAULT_SCHEME
    with file.building() as b:
        for position, letter in ((2, "G"), (1, "X")):
            row = models.RatingLevel(
                position=position, letter=letter, word="w", meaning="m", colour="#000", rank=position
            )
            b.add(row, letter)
    assert file.read(reading.scheme) == (Level("X", "w", "m", "#000", 1), Level("G", "w", "m", "#000", 2))


def test_the_calendar_is_read_in_order_of_date(file: Boardfile) -> None:
    early, late = date(2012, 12, 27), date(2013, 12, 27)
    with file.building() as b:
        for day in (late, early):
            b.add(models.ClosedDay(day=day, why="Christmas"), str(day))
            b.add(models.WarningPeriod(first=day, last=day, why="Holiday"), str(day))
            b.add(models.Variation(days=56, applies_from=day, agreed_on=day, agreed_by="DfE"), str(day))
    assert list(file.read(calendar.closed_days).items()) == [(early, "Christmas"), (late, "Christmas")]
    assert [period.first for period in file.read(calendar.warning_periods)] == [early, late]
    assert [(v.days, v.applies_from) for v in file.read(calendar.variations)] == [(56, early), (56, late)]
