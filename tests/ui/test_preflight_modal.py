"""The before-you-issue check on the screen: shown, mended, let stand with a reason, never silent (rule 11)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boardtui.domain.lines import NEXT_MEETING
from boardtui.domain.preflight import Concern, Finding, found, still_open
from boardtui.domain.states import Role
from boardtui.services import actions, meetings
from boardtui.services.desk import Desk
from boardtui.store.reading.letters import letter
from boardtui.store.reading.meetings import meeting
from boardtui.store.reading.preflight import preflight
from boardtui.ui.screens.preflighting import mended_at
from tests.ui.seeing import BOTH, HOSTILE, LARGE, seated


def findings(desk: Desk, paper: str, number: int) -> list[Finding]:
    return desk.read(lambda db: preflight(db, paper, number, desk.today))


@pytest.mark.parametrize("size", BOTH)
async def test_the_check_is_run_at_any_time_and_names_where_what_and_how_to_mend(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with seated(desk, size) as seat:
        await seat.press("2", "up", "enter", "b")
        assert "Before it leaves: minutes 5" in seat.sees
        for one in findings(desk, "minutes", 5):
            assert one.where in seat.sees
        assert "To mend it:" in seat.sees
        assert "o let it stand" in seat.sees
        await seat.press("escape")
        assert getattr(seat.app.screen, "where", "") == "meeting"


async def test_enter_stands_on_the_item_where_it_is_mended(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("2", "up", "enter", "b", "enter")
        place = findings(desk, "minutes", 5)[0].where
        assert place.startswith("5/")
        item = seat.app.screen.item  # type: ignore[attr-defined]
        assert item.number == int(place.partition("/")[2].partition(".")[0])


async def test_a_finding_is_let_stand_with_a_reason_that_is_recorded(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "up", "enter", "b", "o")
        await seat.type(f"Their families have agreed {HOSTILE}")
        await seat.press("ctrl+s")
        assert "let stand" in seat.sees
        stands = findings(desk, "minutes", 5)[0]
        assert stands.overridden is not None
        assert stands.overridden.startswith("Their families have agreed")


async def test_letting_stand_without_a_reason_is_refused(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "up", "enter", "b", "o", "ctrl+s")
        assert "This is needed." in seat.sees
        assert still_open(findings(desk, "minutes", 5))


async def test_one_reason_lets_all_stand_in_one_change(desk: Desk) -> None:
    open_ = len(still_open(findings(desk, "report", 2)))
    assert open_ > 1
    async with seated(desk) as seat:
        await seat.press("7", "t", "enter", "b", "O")
        await seat.type("Seen by the Chair")
        await seat.press("ctrl+s")
        assert not still_open(findings(desk, "report", 2))
        await seat.press("escape", "ctrl+z")
        assert len(still_open(findings(desk, "report", 2))) == open_


async def test_minutes_are_not_signed_past_an_open_finding_without_a_reason(
    sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(sample_file, role=Role.CHAIR)
    async with seated(desk) as seat:
        await seat.press("2", "up", "n")
        assert "Before it leaves: minutes 5" in seat.sees
        await seat.press("y")
        assert "Sign off the minutes all the same" in seat.sees
        await seat.press("ctrl+s")
        assert desk.read(lambda db: meeting(db, 5)).state == "with Chair"
        await seat.type("The families know")
        await seat.press("ctrl+s")
        assert "Sign off the minutes (meeting 5)" in seat.sees
        await seat.press("enter")
        assert desk.read(lambda db: meeting(db, 5)).state == "signed off"
        assert [one.overridden for one in findings(desk, "minutes", 5)] == ["The families know"]


async def test_leaving_the_check_leaves_the_step_untaken(sample_file: Path, open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(sample_file, role=Role.CHAIR)
    async with seated(desk) as seat:
        await seat.press("2", "up", "n", "escape")
        assert desk.read(lambda db: meeting(db, 5)).state == "with Chair"
        assert still_open(findings(desk, "minutes", 5))


async def test_an_agenda_without_findings_is_issued_without_a_detour(desk: Desk) -> None:
    assert not still_open(findings(desk, "agenda", 6))
    async with seated(desk) as seat:
        await seat.press("2", "n")
        assert "Issue the agenda: meeting 6" in seat.sees


async def test_a_finding_about_an_action_leads_to_the_action(desk: Desk) -> None:
    desk.do(lambda work: meetings.start_meeting(work, 6))
    desk.do(lambda work: actions.raise_action(work, meeting=6, text="Say when", leads=("DCS",), due=NEXT_MEETING))
    desk.do(lambda work: meetings.close_meeting(work, 6))
    async with seated(desk) as seat:
        await seat.press("7", "b")
        assert "has no date to be done by" in " ".join(seat.sees.split())
        await seat.press("enter")
        assert getattr(seat.app.screen, "where", "") == "action"
        assert "Say when" in seat.sees


async def test_after_an_export_the_open_findings_are_counted(desk: Desk) -> None:
    left = len(still_open(findings(desk, "letter", 2)))
    async with seated(desk) as seat:
        await seat.press("7", "x")
        assert f"! {left} finding" in seat.sees


async def test_as_at_an_earlier_meeting_findings_are_only_read(
    sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(sample_file, as_at="5")
    async with seated(desk) as seat:
        await seat.press("7", "b")
        assert "esc leave" in seat.sees
        assert "o let it stand" not in seat.sees


async def test_a_letter_is_checked_before_it_is_signed_and_before_it_is_sent(desk: Desk) -> None:
    desk.act_as(Role.ADMINISTRATOR)
    async with seated(desk) as seat:
        await seat.press("7", "n", "enter", "n")
        assert "Before it leaves: letter 2" in seat.sees
        assert desk.read(lambda db: letter(db, 2)).state == "with Chair"


@pytest.mark.parametrize(
    ("check", "where", "paper", "place"),
    [
        (Concern.OWNERLESS, "action 5/03", ("agenda", 6), ("action", ("5/03",))),
        (Concern.NO_ENTRY, "item 4", ("minutes", 5), ("meeting", (5, 4))),
        (Concern.QUORUM, "3/4.2", ("letter", 2), ("meeting", (3, 4))),
        (Concern.RESTRICTED, "correction of 3/4.2", ("minutes", 5), ("meeting", (3, 4))),
        (Concern.IDENTITY, "letter 2: line 3.2", ("letter", 2), ("line", ("3.2",))),
        (Concern.STALE, "report 2: in short", ("report", 2), ("letter", (2, "report", "in short"))),
        (Concern.NO_VALUE, "I12", ("report", 2), ("indicator", ("I12",))),
        (Concern.IDENTITY, "interest of POL", ("minutes", 5), ("meeting", (5, None))),
    ],
)
def test_each_finding_leads_to_where_it_is_mended(
    check: Concern, where: str, paper: tuple[str, int], place: tuple[str, tuple[object, ...]]
) -> None:
    assert mended_at(found(check, where, "Something.", "Mend it.", "text"), paper) == place


def test_an_unsigned_meeting_is_where_its_minutes_are_signed() -> None:
    said = "It reports meeting 5, whose minutes are not signed off."
    assert mended_at(found(Concern.UNSIGNED, "letter 2", said, "", ""), ("letter", 2)) == ("meeting", (5, None))
