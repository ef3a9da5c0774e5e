"""The dataset: values with their standing in letter and word, values added and restated, indicators added."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from boardtui.domain.dataset import Indicator
from boardtui.domain.figures import number
from boardtui.domain.indicators import IndicatorState
from boardtui.services import indicators as services
from boardtui.services.desk import Desk
from boardtui.store.reading.indicators import indicator, indicators
from boardtui.ui.widgets.sparkline import sparkline
from tests.ui.seeing import BOTH, LARGE, Seat, seated


def named(desk: Desk, ref: str) -> Indicator:
    return desk.read(lambda db: indicator(db, ref, desk.today))


async def to(seat: Seat, ref: str) -> None:
    """Go to one indicator of the list."""
    seat.app.show_place("indicators", f"at:{ref}")
    await seat.settle()


@pytest.mark.parametrize("size", BOTH)
async def test_each_indicator_shows_its_last_values_and_its_standing_in_letter_and_word(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with seated(desk, size) as seat:
        await seat.press("5")
        for ref, standing in (("I9", " F  failing"), ("I1", " M  met"), ("I12", " N  no data")):
            found = named(desk, ref)
            shown = next(text for text in seat.sees.splitlines() if text.split()[:1] == [ref])
            assert shown.rstrip().endswith(standing.rstrip())
            assert sparkline(found, 7) in shown
            assert found.latest is not None
            assert f"{number(found.latest.value)}%" in shown


async def test_a_wide_list_adds_the_period_the_target_in_hand_with_its_date_and_the_runway(desk: Desk) -> None:
    async with seated(desk, (140, 40)) as seat:
        await seat.press("5")
        shown = next(text for text in seat.sees.splitlines() if text.startswith(" I9"))
        for words in ("Apr 13", "16%", "26 May 13", "6 days, -1.9"):
            assert words in shown


async def test_standings_narrow_the_dataset(desk: Desk) -> None:
    states = [one.state for one in desk.read(lambda db: indicators(db, desk.today))]
    failing, off = states.count(IndicatorState.FAILING), states.count(IndicatorState.OFF_TRAJECTORY)
    async with seated(desk) as seat:
        await seat.press("5", "slash")
        await seat.type("is:failing")
        assert f"{failing} indicators" in seat.sees
        await seat.press("escape", "escape", "slash")
        await seat.type("is:off")
        assert f"{off + failing} indicators" in seat.sees
        await seat.press("escape", "escape", "slash")
        await seat.type("is:no owner:ppu re-referrals")
        assert "Nothing has these words" in seat.sees


async def test_a_restated_indicator_says_under_the_list_what_was_first_reported(desk: Desk) -> None:
    async with seated(desk) as seat:
        await to(seat, "I1")
        assert "Dec 2012 was first reported as 84%, seen at meeting 2; now 81%" in seat.sees


async def test_a_value_is_added_for_the_latest_period_that_is_missing(desk: Desk) -> None:
    async with seated(desk) as seat:
        await to(seat, "I12")
        await seat.press("a")
        assert "Apr 2013" in seat.sees
        await seat.press("tab", "tab")
        await seat.type("9")
        await seat.press("tab")
        await seat.type("20")
        await seat.press("ctrl+s")
        latest = named(desk, "I12").latest
        assert latest is not None
        assert (latest.period, latest.value) == (date(2013, 4, 30), Decimal("45"))
        assert (latest.numerator, latest.denominator) == (Decimal(9), Decimal(20))


async def test_a_value_without_any_figure_is_not_saved(desk: Desk) -> None:
    before = named(desk, "I12").values
    async with seated(desk) as seat:
        await to(seat, "I12")
        await seat.press("a", "ctrl+s")
        assert "Give the figure, or its numerator and denominator" in seat.sees
        assert named(desk, "I12").values == before


async def test_a_second_value_for_a_period_shows_the_first_and_needs_a_reason(desk: Desk) -> None:
    async with seated(desk) as seat:
        await to(seat, "I1")
        await seat.press("a")
        assert "Apr 2013: reported as 93% on 14 May 2013" in seat.sees
        await seat.press("tab")
        await seat.type("90")
        await seat.press("ctrl+s")
        assert "Say why it is restated" in seat.sees
        await seat.press("tab", "tab", "tab", "tab")
        await seat.type("Two visits were counted twice")
        await seat.press("ctrl+s")
        latest = named(desk, "I1").latest
        assert latest is not None
        assert (latest.first, latest.value, latest.because) == (
            Decimal(93),
            Decimal(90),
            "Two visits were counted twice",
        )
        row = next(text for text in seat.sees.splitlines() if text.startswith(" I1 "))
        assert "90%*" in row


async def test_an_indicator_is_added_with_a_baseline_and_targets_whose_dates_follow_the_board(new_desk: Desk) -> None:
    async with seated(new_desk, LARGE) as seat:
        await seat.press("5")
        assert "Press n to add one" in seat.sees
        await seat.press("a")
        assert "Add an indicator" in seat.sees
        await seat.press("tab")
        await seat.type("Visits in time")
        for answer in ("", "", "", "", "", "74", "31/10/2012", "92", "", "97"):
            await seat.press("tab")
            if answer:
                await seat.type(answer)
        await seat.press("ctrl+s")
        measure = named(new_desk, "I1").measure
        assert (measure.baseline, measure.target_6, measure.target_12) == (Decimal(74), Decimal(92), Decimal(97))
        assert (measure.on_6, measure.on_12) == (date(2013, 5, 26), date(2013, 11, 26))
        assert "no data" in seat.sees


async def test_an_indicator_is_changed_and_its_targets_keep_following_the_board(desk: Desk) -> None:
    async with seated(desk) as seat:
        await to(seat, "I3")
        await seat.press("e")
        await seat.type("Re-referrals, all")
        await seat.press("ctrl+s")
        assert named(desk, "I3").title == "Re-referrals, all"
        dates = desk.read(lambda db: db.execute("SELECT six_on, twelve_on FROM indicator WHERE ref = 'I3'").fetchone())
        assert dates == (None, None)


async def test_an_indicator_serves_only_lines_that_there_are(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await to(seat, "I3")
        await seat.press("e", *["tab"] * 17)
        await seat.type("99.9")
        assert "There is no plan line “99.9”" in seat.sees


async def test_a_search_finds_an_indicator_and_opens_it(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("ctrl+f")
        await seat.type("I9 Children")
        await seat.press("enter")
        assert "17.9%" in seat.sees
        assert "trajectory" in seat.sees


def test_a_period_without_a_value_leaves_a_gap_among_the_bars(new_desk: Desk) -> None:
    new_desk.do(lambda work: services.add_indicator(work, ref="I1", title="T"))
    for period, value in ((date(2012, 9, 30), "10"), (date(2012, 11, 30), "20"), (date(2012, 12, 31), "15")):
        new_desk.do(lambda work, p=period, v=value: services.add_value(work, "I1", p, v))  # type: ignore[misc]  # a lambda with defaults
    assert sparkline(named(new_desk, "I1"), 7) == "▁·█▄"
    assert sparkline(named(new_desk, "I1"), 2) == "█▁"


def test_values_that_never_change_are_bars_of_the_same_height(new_desk: Desk) -> None:
    new_desk.do(lambda work: services.add_indicator(work, ref="I1", title="T"))
    assert sparkline(named(new_desk, "I1"), 7) == ""
    for period in (date(2012, 11, 30), date(2012, 12, 31)):
        new_desk.do(lambda work, p=period: services.add_value(work, "I1", p, "0"))  # type: ignore[misc]  # a lambda with defaults
    assert sparkline(named(new_desk, "I1"), 7) == "▅▅"


async def test_a_wide_screen_shows_what_neighbours_and_the_country_come_to(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await to(seat, "I14")
        row = next(line for line in seat.sees.splitlines() if line.startswith(" I14"))
        assert " 18.5    17 " in row
    async with seated(desk) as seat:
        await to(seat, "I14")
        assert "Nbrs" not in seat.sees
