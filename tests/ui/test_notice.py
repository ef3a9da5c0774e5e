"""Notice: requirements with coverage, dated duties, compliance with the way to the mending place."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.domain.obligations import ObligationState
from boardtui.domain.views import Obligation
from boardtui.services import notice
from boardtui.services.desk import Desk
from boardtui.store.reading.compliance import compliance
from boardtui.store.reading.notice import obligations, requirements
from tests.ui.seeing import BOTH, HOSTILE, LARGE, seated


def duty(desk: Desk, ref: str) -> Obligation:
    return next(one for one in desk.read(lambda db: obligations(db, desk.today)) if one.ref == ref)


@pytest.mark.parametrize("size", BOTH)
async def test_requirements_stand_under_their_source_with_what_answers_them(desk: Desk, size: tuple[int, int]) -> None:
    required = desk.read(requirements)
    async with seated(desk, size) as seat:
        await seat.press("6")
        assert "N  Improvement Notice" in seat.sees.replace("N Improvement", "N  Improvement")
        assert "1.1, 1.3" in seat.sees
        assert f"{len(required)} requirements" in seat.sees


@pytest.mark.parametrize("size", BOTH)
async def test_every_section_is_named_and_reached_both_ways(desk: Desk, size: tuple[int, int]) -> None:
    names = ("requirements", "duties", "compliance", "agreed", "assurance", "support", "versions")
    async with seated(desk, size) as seat:
        await seat.press("6")
        assert all(name in seat.sees for name in names)
        for name in names[1:]:
            await seat.press("t")
            assert f"[{name}]" in seat.sees
        await seat.press("right")
        assert "[requirements]" in seat.sees
        await seat.press("left", "left")
        assert "[support]" in seat.sees


async def test_home_leads_to_the_section_behind_a_figure(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("1", "down", "enter")
        assert "[duties]" in seat.sees
        await seat.press("1", "6")
        assert "[duties]" in seat.sees


async def test_a_duty_is_noted_as_met_with_its_evidence(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("6")
        seat.app.screen.look_for("duties at:N 8.1 6-month report")  # type: ignore[attr-defined]
        await seat.press("d", "tab")
        await seat.type("Board paper of 16 May")
        await seat.press("ctrl+s")
        met = duty(desk, "N 8.1 6-month report")
        assert (met.met_on, met.evidence, met.state) == (desk.today, "Board paper of 16 May", ObligationState.MET)


async def test_a_duty_cannot_be_met_on_a_day_to_come_and_says_so_beside_the_date(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("6")
        seat.app.screen.look_for("duties at:N 8.1 6-month report")  # type: ignore[attr-defined]
        await seat.press("d", "ctrl+u", "ctrl+k")
        await seat.type("1 June 2013")
        await seat.press("ctrl+s")
        assert "✗ Sat 1 Jun 2013 has not come yet." in seat.sees
        assert duty(desk, "N 8.1 6-month report").met_on is None


async def test_a_duty_counted_in_months_that_comes_again_is_added(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("6", "t", "a")
        await seat.type("N 8.1 quarterly note")
        await seat.press("tab")
        await seat.type(f"A note each quarter {HOSTILE}")
        await seat.press("tab", "tab", "tab", "tab")
        await seat.type("3")
        assert "due Tue 26 Feb 2013" in seat.sees
        await seat.press("tab")
        await seat.type("3")
        await seat.press("ctrl+s")
        added = duty(desk, "N 8.1 quarterly note")
        assert (added.due, added.repeats_months, added.state) == (date(2013, 2, 26), 3, ObligationState.OVERDUE)


async def test_a_reference_of_no_requirement_is_refused_beside_its_field(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("6", "t", "a", "tab", "tab")
        await seat.type("N 99.9")
        assert "✗ There is no requirement “N 99.9”" in seat.sees


async def test_a_duty_is_set_aside_with_a_reason_and_brought_back(desk: Desk) -> None:
    ref = "N 7.3 targets at 12 months"
    async with seated(desk) as seat:
        await seat.press("6")
        seat.app.screen.look_for(f"duties at:{ref}")  # type: ignore[attr-defined]
        await seat.press("u")
        await seat.type("Agreed with the department")
        await seat.press("ctrl+s")
        assert duty(desk, ref).state == ObligationState.NOT_APPLICABLE
        assert "– not applicable" in seat.sees
        await seat.press("u")
        assert duty(desk, ref).state == ObligationState.NOT_YET_DUE


async def test_only_a_duty_never_met_can_be_removed(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("6")
        seat.app.screen.look_for("duties at:N 8.1 initial report")  # type: ignore[attr-defined]
        await seat.press("delete")
        assert "Remove the duty" not in seat.sees
        seat.app.screen.look_for("duties at:N 7.3 targets at 12 months")  # type: ignore[attr-defined]
        await seat.press("delete", "enter")
        assert "N 7.3 targets at 12 months" not in [
            one.ref for one in desk.read(lambda db: obligations(db, desk.today))
        ]


async def test_a_later_time_of_a_duty_that_comes_again_can_be_met(desk: Desk) -> None:
    desk.do(
        lambda work: notice.add_obligation(
            work, ref="N 8.1 note", title="A note", binds="chair", months=3, repeats_months=3
        )
    )
    later = next(
        one
        for one in desk.read(lambda db: obligations(db, desk.today))
        if one.ref.startswith("N 8.1 note") and not one.id
    )
    async with seated(desk) as seat:
        await seat.press("6")
        seat.app.screen.look_for(f"duties at:{later.ref}")  # type: ignore[attr-defined]
        await seat.press("d", "ctrl+s")
        assert duty(desk, later.ref).met_on == desk.today


async def test_a_requirement_is_added_and_withdrawn_with_a_reason(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("6", "a", "tab")
        await seat.type("N 9.9")
        await seat.press("tab")
        await seat.type("One more thing")
        await seat.press("ctrl+s")
        seat.app.screen.look_for("requirements at:N 9.9")  # type: ignore[attr-defined]
        await seat.press("w", "tab")
        await seat.type("The department took it back")
        await seat.press("ctrl+s")
        found = next(one for one in desk.read(requirements) if one.ref == "N 9.9")
        assert (found.withdrawn_on, found.withdrawn_because) == (desk.today, "The department took it back")
        seat.app.clear_notifications()
        await seat.settle()
        assert "– withdrawn" in seat.sees
        assert "w withdraw" not in seat.sees


async def test_a_check_says_its_state_in_a_word_and_a_mark_and_g_goes_to_where_it_is_mended(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("6", "t", "t")
        assert "✗ not met" in seat.sees
        assert "Nothing is entered as agreed" in seat.sees
        assert "g goes there: Notice, agreed" in seat.sees
        await seat.press("g")
        assert "[agreed]" in seat.sees
        await seat.press("6", "left")
        seat.app.screen.look_for("compliance Independent")  # type: ignore[attr-defined]
        await seat.press("g")
        assert seat.app.current_mode == "people"


async def test_a_check_is_set_aside_with_a_reason_and_brought_back(desk: Desk) -> None:
    def states(name: str) -> list[str]:
        return [one.state for one in desk.read(lambda db: compliance(db, desk.today)) if one.check == name]

    async with seated(desk) as seat:
        await seat.press("6", "t", "t", "u")
        await seat.type(f"The standards are the council's own {HOSTILE}")
        await seat.press("ctrl+s")
        assert states("Practice standards agreed") == ["not applicable"]
        seat.app.clear_notifications()
        await seat.settle()
        assert "Set aside by the Board" in seat.sees
        await seat.press("u")
        assert states("Practice standards agreed") == ["not met"]


async def test_a_record_is_read_in_full(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("6", "enter")
        assert "Binds the council" in seat.sees
        await seat.press("escape", "t", "t", "enter")
        assert "Compliance check" in seat.sees


async def test_the_duties_of_one_inspection_are_behind_its_figure_on_home(desk: Desk) -> None:
    async with seated(desk) as seat:
        seat.app.show_place("notice", "duties of:O")
        await seat.settle()
        assert "[duties]" in seat.sees
        assert "✗ overdue" in seat.sees
        assert "progress report" not in seat.sees


async def test_the_thread_begins_at_a_requirement(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("6", "o")
        assert getattr(seat.app.screen, "where", "") == "thread"
