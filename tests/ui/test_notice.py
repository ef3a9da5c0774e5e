"""Notice: coverage, dated duties, compliance."""

from __future__ import annotations

import pytest

from boardtui.services.desk import Desk
from boardtui.store.reading.notice import obligations
from tests.ui.seeing import LARGE, SMALL, seated


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_requirements_stand_under_their_source_with_what_answers_them(desk: Desk, size: tuple[int, int]) -> None:
    async with seated(desk, size) as seat:
        await seat.press("6")
        assert "N  Improvement Notice" in seat.sees.replace("N Improvement", "N  Improvement")
        assert "1.1, 1.3" in seat.sees
        assert "50 requirements" in seat.sees


async def test_sections_follow_each_other_both_ways(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("6", "t")
        assert "[duties]" in seat.sees
        assert "! due soon" in seat.sees
        await seat.press("right")
        assert "[compliance]" in seat.sees
        assert "Meetings every six weeks" in seat.sees
        await seat.press("left", "left")
        assert "[requirements]" in seat.sees


async def test_home_leads_to_the_section_behind_a_figure(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("1", "down", "enter")
        assert "[duties]" in seat.sees
        await seat.press("1", "6")
        assert "[duties]" in seat.sees


async def test_a_duty_is_noted_as_met(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("6", "t", "down", "down", "down", "d", "tab")
        await seat.type("Board paper of 16 May")
        await seat.press("ctrl+s")
        met = [duty for duty in desk.read(lambda db: obligations(db, desk.today)) if duty.met_on == desk.today]
        assert [duty.evidence for duty in met] == ["Board paper of 16 May"]


async def test_a_record_is_read_in_full(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("6", "enter")
        assert "Binds the council" in seat.sees
        await seat.press("escape", "t", "t", "enter")
        assert "Compliance check" in seat.sees
