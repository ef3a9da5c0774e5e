"""Undo, the undo list and the recycle bin at the keyboard."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from boardtui.domain.states import Role
from boardtui.services import evidence
from boardtui.services.desk import Desk
from boardtui.store.reading.deleted import deleted
from boardtui.store.reading.evidence import evidence as register
from boardtui.store.reading.undoing import steps
from tests.conftest import NOON
from tests.ui.seeing import HOSTILE, LARGE, SMALL, seated


async def test_own_work_is_undone_with_one_key_and_said(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("3", "u")
        await seat.type("Telephoned again")
        await seat.press("ctrl+s", "ctrl+p")
        await seat.type("undo: update action")
        assert "Undo: update action" in seat.sees
        await seat.press("escape", "ctrl+z")
        assert ". ctrl+y makes it again." in seat.told
        assert desk.read(steps).redo is not None


async def test_what_somebody_else_did_is_asked_before_it_is_undone(desk: Desk) -> None:
    top = desk.read(steps).undo
    assert top is not None
    async with seated(desk) as seat:
        await seat.press("ctrl+z")
        assert f"{top.who} did this on" in seat.sees
        assert "Undo it" in seat.sees
        await seat.press("escape")
        assert desk.read(steps).undo == top
        await seat.press("ctrl+z", "enter")
        assert desk.read(steps).undo != top


async def test_what_another_person_did_since_is_not_undone_unseen(desk: Desk, sample_file: Path) -> None:
    desk.do(lambda work: evidence.add_evidence(work, line="1.1", title="Mine", kept="HR"))
    with closing(Desk(sample_file, who="Chair", role=Role.CHAIR, clock=lambda: NOON)) as other:
        async with seated(desk) as seat:
            other.do(lambda work: evidence.add_evidence(work, line="1.1", title="Theirs", kept="HR"))
            await seat.press("ctrl+z")
            assert "Undo: enter the evidence" in seat.sees
            assert "Chair did this on 20 May 2013" in seat.sees
            other.do(lambda work: evidence.add_evidence(work, line="1.1", title="Since", kept="HR"))
            await seat.press("enter")
            assert "Something else was changed since" in seat.told
    assert {"Mine", "Theirs", "Since"} <= {one.title for one in desk.read(register)}


async def test_the_undo_list_says_what_it_will_take_back_and_goes_several_steps(desk: Desk) -> None:
    for title in ("One", "Two", "Three"):
        desk.do(lambda work, t=title: evidence.add_evidence(work, line="1.1", title=t, kept="HR"))  # type: ignore[misc]  # a lambda with defaults
    many = len(desk.read(register))
    async with seated(desk, SMALL) as seat:
        await seat.press("z", "down")
        assert "can be undone" in seat.sees
        await seat.press("enter")
        assert "Undo 2 changes" in seat.sees
        assert seat.sees.count("· Undo: enter the evidence") == 2
        await seat.press("enter")
        assert len(desk.read(register)) == many - 2
        assert "Undone: can be made again" in seat.sees
        await seat.press("up", "up", "enter", "enter")
        assert len(desk.read(register)) == many


async def test_the_undo_list_names_what_nothing_passes(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("z")
        assert "Nothing before this is undone: " in seat.sees


async def test_what_was_deleted_is_read_and_restored(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("d")
        assert "Nothing was deleted." in seat.sees
        number = desk.do(lambda work: evidence.add_evidence(work, line="1.1", title=HOSTILE, kept="HR")).value
        desk.do(lambda work: evidence.remove_evidence(work, number))
        await seat.press("escape", "d")
        assert f"evidence E{number}" in seat.sees
        await seat.press("enter")
        assert "kept: HR" in seat.sees
        await seat.press("escape", "r")
        assert desk.read(deleted) == []
        assert f"✓ Restored evidence E{number}" in seat.told


async def test_the_palette_leads_to_both_lists_from_anywhere(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "ctrl+p")
        await seat.type("what was deleted")
        await seat.press("enter")
        assert getattr(seat.app.screen, "where", "") == "deleted"


async def test_removing_says_that_it_can_be_restored(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("2", "enter", "down", "down", "delete", "enter")
        assert "It can be restored: Home (1), then d." in seat.told
