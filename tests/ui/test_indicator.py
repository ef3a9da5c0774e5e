"""One indicator: a chart that reads without colour, and the same figures as text."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.services import indicators as services
from boardtui.services.desk import Desk
from boardtui.store.reading.indicators import indicator
from boardtui.ui.screens.indicator_words import standing
from tests.ui.seeing import BOTH, LARGE, Seat, seated


async def opened(seat: Seat, ref: str) -> None:
    """Open one indicator."""
    await seat.press("5")
    seat.app.open_record("indicator", ref)
    await seat.settle()


@pytest.mark.parametrize("size", BOTH)
async def test_each_part_of_the_chart_has_a_sign_of_its_own_and_a_legend(desk: Desk, size: tuple[int, int]) -> None:
    async with seated(desk, size) as seat:
        await opened(seat, "I9")
        drawn, _, said = seat.sees.partition("● value")
        assert said
        for sign in "●■◆○·─-":
            assert sign in drawn
        for words in ("trajectory", "■ baseline 17%", "◆ targets 16%, 14%", "○ projected"):
            assert words in said
        assert "Oct 12" in drawn
        assert "16%" in drawn


async def test_the_values_say_in_words_what_the_chart_shows(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await opened(seat, "I9")
        for words in ("Apr 2013    17.9%     16.1%  60 of 335  meeting 5", "Baseline", "17% at 31 Oct 2012"):
            assert words in seat.sees
        for words in ("16% by 26 May 2013", "14% by 26 Nov 2013", "from the last 6 values", "statistical neighbours"):
            assert words in seat.sees


async def test_the_analysis_of_a_failing_indicator_stands_beside_its_chart(desk: Desk) -> None:
    sentence = desk.read(lambda db: indicator(db, "I9", desk.today)).analysis
    async with seated(desk, LARGE) as seat:
        await opened(seat, "I9")
        assert "What the figures say (N 7.3)" in seat.sees
        assert sentence[:40] in seat.sees
        assert "3.2, 3.6, 3.7" in seat.sees
        await opened(seat, "I1")
        assert "What the figures say" not in seat.sees


async def test_a_restated_value_keeps_what_was_first_reported_and_where_it_was_seen(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await opened(seat, "I1")
        assert "Dec 2012      81%*" in seat.sees
        assert "Dec 2012 was first reported as 84%, seen at" in seat.sees
        assert "booked as well" in seat.sees


async def test_a_period_without_a_value_says_what_to_press(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await opened(seat, "I10")
        assert "Jan 2013  no value: press a" in seat.sees


async def test_a_value_added_here_is_in_the_table_at_once(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await opened(seat, "I12")
        await seat.press("a", "tab")
        await seat.type("45")
        await seat.press("ctrl+s")
        assert "Apr 2013      45%" in seat.sees


@pytest.mark.parametrize("size", BOTH)
async def test_an_indicator_without_values_or_targets_has_no_chart_and_says_what_to_press(
    new_desk: Desk, size: tuple[int, int]
) -> None:
    new_desk.do(lambda work: services.add_indicator(work, ref="I1", title="T"))
    async with seated(new_desk, size) as seat:
        await opened(seat, "I1")
        assert "No target is set: press e" in seat.sees
        assert "no data" in seat.sees
        assert "none: press e" in seat.sees


@pytest.mark.parametrize("size", BOTH)
async def test_a_single_value_of_any_size_can_be_drawn(new_desk: Desk, size: tuple[int, int]) -> None:
    values = {"I1": "0", "I2": "0.001", "I3": "-4", "I4": "123456789012"}
    for ref, value in values.items():
        new_desk.do(lambda work, r=ref: services.add_indicator(work, ref=r, title="T", unit="days"))  # type: ignore[misc]  # a lambda with defaults
        new_desk.do(lambda work, r=ref, v=value: services.add_value(work, r, date(2012, 12, 31), v))  # type: ignore[misc]  # a lambda with defaults
    async with seated(new_desk, size) as seat:
        for ref, value in values.items():
            await opened(seat, ref)
            assert "●" in seat.sees, value
            await seat.press("escape")


async def test_the_chart_follows_the_theme(desk: Desk) -> None:
    async with seated(desk) as seat:
        await opened(seat, "I9")
        for theme in ("light", "high contrast"):
            seat.app.theme = theme
            await seat.settle()
            assert "◆" in seat.sees


async def test_a_projection_past_a_hundred_per_cent_says_so(new_desk: Desk) -> None:
    new_desk.do(
        lambda work: services.add_indicator(
            work, ref="I1", title="T", target_12="99", baseline="50", baseline_on=date(2012, 10, 31)
        )
    )
    for day, value in ((date(2012, 11, 30), "70"), (date(2012, 12, 31), "95")):
        new_desk.do(lambda work, d=day, v=value: services.add_value(work, "I1", d, v))  # type: ignore[misc]  # a lambda with defaults
    async with seated(new_desk, LARGE) as seat:
        await opened(seat, "I1")
        assert "100%" in seat.sees
        assert "38" not in seat.sees.partition("projected")[2].split("\n")[0]


async def test_the_standing_goes_on_under_itself_where_the_line_ends(desk: Desk) -> None:
    found = desk.read(lambda db: indicator(db, "I9", desk.today))
    assert standing(found, 48).plain.split("\n") == [" F  failing   17.9% for the year to Apr 2013", "  ▼ worse"]


async def test_an_indicator_is_copied_with_its_title_and_its_standing(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await opened(seat, "I9")
        await seat.press("C")
        assert "lines: I9 Children with a second or later protection plan" in seat.told
