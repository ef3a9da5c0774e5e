"""Starting a Board, its settings, its scheme, and what it works under."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boardtui.domain.ratings import DEFAULT_SCHEME
from boardtui.domain.views import Board
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import board, notice
from boardtui.services.desk import Desk
from boardtui.store.reading import board as reading
from boardtui.store.reading import calendar
from boardtui.store.reading.notice import obligations, requirements, sources
from tests.services.small import SECOND, nothing_changed

COMMENCED = date(2012, 11, 26)


def shown(desk: Desk) -> Board:
    return desk.read(reading.board)


def test_a_new_board_has_its_notice_its_duties_and_the_default_scheme(
    empty_file: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(empty_file)
    desk.do(lambda work: board.start_board(work, name=" The  Board ", council="C", commenced=COMMENCED))
    found = shown(desk)
    assert (found.name, found.council, found.commenced, found.interval_days) == ("The Board", "C", COMMENCED, 42)
    assert (found.instrument_kind, found.sample, found.today) == ("notice", None, None)
    assert desk.read(reading.scheme) == DEFAULT_SCHEME
    due = {one.ref: one.due for one in desk.read(lambda db: obligations(db, desk.today))}
    assert date(2013, 1, 26) in due.values()
    assert date(2013, 5, 26) in due.values()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "The Board's name is missing"),
        ({"council": "\x00"}, "The council's name is missing"),
        ({"interval_days": 6}, "6 days cannot be right"),
        ({"interval_days": 10**30}, "days cannot be right"),
    ],
)
def test_a_board_that_cannot_be_right_is_not_started(
    empty_file: Path, open_desk: Callable[..., Desk], wrong: dict[str, Any], sentence: str
) -> None:
    desk = open_desk(empty_file)
    given: dict[str, Any] = {"name": "B", "council": "C", "commenced": COMMENCED} | wrong
    with pytest.raises(BoardError, match=sentence):
        desk.do(lambda work: board.start_board(work, **given))
    with pytest.raises(NotFoundError):
        shown(desk)


def test_settings_are_read_from_what_was_typed(small: Desk) -> None:
    small.do(
        lambda work: board.change_settings(
            work,
            name=" New  name ",
            council="Council",
            interval_days=35,
            at_risk_days=7,
            meeting_starts=" 9.05 ",
            place="Town\nHall",
            quorum=" 2 / 6 ",
            quorum_needs_chair=True,
            quorum_agencies=2,
            addressee="Minister",
            addressee_address=" Line one\nLine two ",
            chair_signs_as="J Smith",
        )
    )
    found = shown(small)
    assert (found.name, found.interval_days, found.at_risk_days, found.meeting_starts) == ("New name", 35, 7, "09:05")
    assert (found.place, found.quorum, found.quorum_needs_chair, found.quorum_agencies) == ("Town Hall", "1/3", True, 2)
    assert found.addressee_address == "Line one\nLine two"


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("name", ""),
        ("council", " "),
        ("interval_days", 0),
        ("interval_days", 367),
        ("at_risk_days", -1),
        ("meeting_starts", "later"),
        ("quorum", "most"),
        ("quorum", "3/2"),
    ],
)
def test_a_setting_that_cannot_be_right_is_refused(small: Desk, setting: str, value: object) -> None:
    with nothing_changed(small), pytest.raises(BoardError):
        small.do(lambda work: board.change_settings(work, **{setting: value}))


def test_a_setting_there_is_not_is_a_fault_of_the_program(small: Desk) -> None:
    with nothing_changed(small), pytest.raises(KeyError):
        small.do(lambda work: board.change_settings(work, today=SECOND))


def test_the_scheme_is_replaced_as_a_whole(small: Desk) -> None:
    small.do(lambda work: board.set_scheme(work, DEFAULT_SCHEME[:3]))
    assert small.read(reading.scheme) == DEFAULT_SCHEME[:3]
    assert small.do(board.scheme).value == DEFAULT_SCHEME[:3]


def test_closed_days_and_warning_periods_are_kept(small: Desk) -> None:
    small.do(lambda work: board.close_day(work, SECOND, "Election"))
    small.do(lambda work: board.warn_of(work, SECOND, date(2013, 3, 1), "Half term"))
    assert small.read(calendar.closed_days) == {SECOND: "Election"}
    assert [one.why for one in small.read(calendar.warning_periods)] == ["Half term"]


def test_sources_requirements_and_duties_are_added_once(small: Desk) -> None:
    small.do(lambda work: notice.add_source(work, code="O", kind="inspection", title="Ofsted", published=SECOND))
    small.do(lambda work: notice.add_requirement(work, ref="O 3.1", source="O", text="Do it", own_number=True))
    small.do(lambda work: notice.add_obligation(work, ref="N 6.2", title="Review", due=SECOND, requirement="O 3.1"))
    small.do(lambda work: notice.meet_obligation(work, "N 6.2", SECOND, "Minutes of the review"))
    assert [one.code for one in small.read(sources)] == ["N", "O"]
    assert small.read(requirements)[-1].ref == "O 3.1"
    duty = next(one for one in small.read(lambda db: obligations(db, small.today)) if one.ref == "N 6.2")
    assert (duty.state, duty.met_on, duty.evidence) == ("met", SECOND, "Minutes of the review")
    for again in (
        lambda work: notice.add_source(work, code="O", kind="inspection", title="x"),
        lambda work: notice.add_requirement(work, ref="O 3.1", source="O", text="x"),
        lambda work: notice.add_obligation(work, ref="N 6.2", title="x"),
    ):
        with nothing_changed(small), pytest.raises(BoardError, match="There already is"):
            small.do(again)
    for missing in (
        lambda work: notice.add_requirement(work, ref="X 1", source="X", text="x"),
        lambda work: notice.meet_obligation(work, "X 1", SECOND),
    ):
        with nothing_changed(small), pytest.raises(NotFoundError):
            small.do(missing)
