"""The Chair's queue on the screen: one thing, one key; questions leave as e-mails; nothing leaves silently."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Static

from boardtui.domain.passphrases import Cost
from boardtui.domain.queue import Left
from boardtui.domain.states import Role
from boardtui.services import actions, passphrase, queries, queue_left
from boardtui.services import queue as services_queue
from boardtui.services.desk import Desk
from boardtui.store.reading.actions import action
from boardtui.store.reading.meetings import meeting
from boardtui.store.reading.queue import open_queries, queue
from boardtui.ui.screens.queue import QueueScreen
from tests.ui.seeing import BOTH, LARGE, seated


@pytest.fixture
def chairs(sample_file: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Return the Chair's desk over a copy of the sample."""
    return open_desk(sample_file, role=Role.CHAIR)


def waiting(desk: Desk) -> list[str]:
    return [one.about for one in desk.read(lambda db: queue(db, desk.today))]


@pytest.mark.parametrize("size", BOTH)
async def test_the_chair_sees_the_queue_first_one_thing_with_its_facts(chairs: Desk, size: tuple[int, int]) -> None:
    first = waiting(chairs)[0]
    found = chairs.read(lambda db: action(db, first.partition(" ")[2], chairs.today))
    async with seated(chairs, size) as seat:
        assert f"1 of {len(waiting(chairs))}   {first}, reported done" in seat.sees
        assert found.leads[0] in seat.sees
        assert "a agree" in seat.sees
        await seat.press("escape")
        assert "Next meeting" in seat.sees


async def test_twelve_things_are_decided_with_twelve_keys_and_the_end_says_what(chairs: Desk) -> None:
    before = waiting(chairs)
    to_agree = [about for about in before if not about.startswith(("minutes", "report", "letter"))]
    async with seated(chairs, LARGE) as seat:
        for _ in to_agree:
            seat.app.simulate_key("a")
        await seat.settle()
        assert waiting(chairs) == [about for about in before if about not in to_agree]
        for about in to_agree:
            assert about in seat.sees


async def test_later_goes_to_the_end_and_stays(chairs: Desk) -> None:
    first, second, *_ = before = waiting(chairs)
    async with seated(chairs) as seat:
        await seat.press("l")
        assert second in seat.sees
        await seat.press("left")
        for _ in before[1:]:
            await seat.press("right")
        assert f"{len(before)} of {len(before)}   {first}" in seat.sees
        assert waiting(chairs) == before


async def test_a_query_is_asked_written_as_an_email_copied_and_answered(chairs: Desk) -> None:
    first = waiting(chairs)[0]
    async with seated(chairs, LARGE) as seat:
        await seat.press("y")
        await seat.type("Who has seen it?")
        await seat.press("ctrl+s")
        (asked,) = chairs.read(open_queries)
        assert (asked.about, asked.text) == (first, "Who has seen it?")
        assert first not in seat.sees.splitlines()[2]
        await seat.press("x")
        assert "The Chair asks you to answer" in seat.sees
        assert "under each question" in " ".join(seat.sees.split())
        await seat.press("c")
        assert "Who has seen it?" in seat.app.clipboard
        (kept,) = _documents().glob("queries-*.txt")
        assert kept.read_text(encoding="utf-8") == seat.app.clipboard
        assert str(kept.name) in seat.sees.replace("\n", "")
        await seat.press("escape")
        for _ in waiting(chairs)[1:]:
            await seat.press("right")
        await seat.press("a")
        assert "is waiting for an answer" in seat.told
        await seat.press("y")
        await seat.type("Every school")
        await seat.press("ctrl+s")
        assert chairs.read(open_queries) == []


async def test_a_reason_is_asked_to_return_and_the_next_thing_comes(chairs: Desk) -> None:
    first, second, *_ = waiting(chairs)
    async with seated(chairs) as seat:
        await seat.press("r")
        await seat.type("Which schools?")
        await seat.press("ctrl+s")
        assert chairs.read(lambda db: action(db, first.partition(" ")[2], chairs.today)).state == "returned"
        assert second in seat.sees.splitlines()[2]


async def test_a_proposed_rating_that_is_returned_is_said_to_stay_proposed(chairs: Desk) -> None:
    async with seated(chairs, LARGE) as seat:
        while ", rating proposed" not in seat.sees:
            await seat.press("right")
        await seat.press("r")
        assert "It stays proposed until meeting" in seat.sees


async def test_a_thing_says_what_agreeing_to_it_does(chairs: Desk) -> None:
    async with seated(chairs, LARGE) as seat:
        assert "a: it is closed, on what its lead reported" in seat.sees
        while ", rating proposed" not in seat.sees:
            await seat.press("right")
        assert "a: it stays proposed for meeting" in seat.sees


async def test_an_overdue_action_that_is_returned_is_not_said_to_go_back(chairs: Desk) -> None:
    async with seated(chairs, LARGE) as seat:
        while "overdue, and moved before" not in seat.sees:
            await seat.press("right")
        assert "a: it stays open and overdue; you have seen it" in seat.sees
        await seat.press("r")
        assert "has it still" in seat.sees
        assert "It goes back" not in seat.sees


async def test_what_left_is_told_in_short_where_the_line_has_no_room(chairs: Desk) -> None:
    queue_left.looked(chairs)
    rated = next(about for about in waiting(chairs) if about.startswith("line"))
    async with seated(chairs, (74, 24)) as seat:
        screen = seat.app.screen
        assert isinstance(screen, QueueScreen)
        screen.left = (Left("action 1/01", "It is gone", "withdrawn"),) * 12
        screen.at = rated
        screen.write()
        await seat.settle()
        assert seat.sees.splitlines()[2].rstrip().endswith("12 left otherwise")


async def test_what_left_otherwise_is_told_once(
    chairs: Desk, sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    first = waiting(chairs)[0].partition(" ")[2]
    queue_left.looked(chairs)
    open_desk(sample_file, role=Role.ADMINISTRATOR).do(lambda work: actions.withdraw(work, first, "Overtaken"))
    async with seated(open_desk(sample_file, role=Role.CHAIR)) as seat:
        assert "1 no longer waits: see last page" in seat.sees
    async with seated(open_desk(sample_file, role=Role.CHAIR)) as seat:
        assert "1 no longer waits: see last page" in seat.sees
        await seat.press(*["right"] * (len(waiting(chairs)) + 1))
        assert "still to decide" in seat.sees
        assert "– because of: Withdraw action" in seat.sees
    async with seated(open_desk(sample_file, role=Role.CHAIR)) as seat:
        assert "no longer wait: see last page" not in seat.sees


def test_what_left_is_kept_to_be_told_though_the_chair_decides_something_else(
    chairs: Desk, sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    gone, stays, *_ = [about.partition(" ")[2] for about in waiting(chairs)]
    queue_left.looked(chairs)
    open_desk(sample_file, role=Role.ADMINISTRATOR).do(lambda work: actions.withdraw(work, gone, "Overtaken"))
    chairs.do(lambda work: services_queue.agree(work, f"action {stays}"))
    assert [one.about for one in queue_left.left(chairs)] == [f"action {gone}"]


async def test_a_key_pressed_while_signing_is_made_ready_does_nothing_else(chairs: Desk) -> None:
    async with seated(chairs) as seat:
        while "minutes to sign" not in seat.sees:
            await seat.press("right")
        for key in ("s", "y"):
            seat.app.simulate_key(key)
        await seat.settle()
        assert "Before it leaves" in seat.sees
        assert "Query about" not in seat.sees


async def test_the_secretary_reads_the_queue_and_is_told_who_decides(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("c", "a")
        assert "Only the Chair may decide" in seat.sees
        await seat.press("escape", "escape", "3", "c")
        assert "may close an action between" in seat.sees


async def test_a_role_is_changed_and_the_frame_says_so(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("f7")
        assert "keeps nobody out" in seat.sees
        await seat.press("home", "down", "down", "enter")
        assert "· chair ·" in seat.sees
        assert desk.role == Role.CHAIR


async def test_the_passphrase_is_asked_for_unseen_when_the_chair_signs(
    chairs: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passphrase, "COST", Cost(n=2))
    chairs.do(lambda work: passphrase.set_passphrase(work, "three quiet geese"))
    async with seated(chairs, LARGE) as seat:
        while "minutes 5," not in seat.sees:
            await seat.press("right")
        await seat.press("s", "y")
        await seat.type("The families know")
        await seat.press("ctrl+s", "enter")
        await seat.type("three quiet goats")
        assert "goats" not in seat.sees
        await seat.press("enter")
        assert "not the sign-off passphrase" in seat.sees
        assert chairs.read(lambda db: meeting(db, 5)).state == "with Chair"
        await seat.type("three quiet geese")
        await seat.press("enter")
        assert chairs.read(lambda db: meeting(db, 5)).state == "signed off"
        assert "minutes 5" not in waiting(chairs)


async def test_an_open_query_is_on_home_and_on_its_record(
    chairs: Desk, sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    about = waiting(chairs)[0]
    chairs.do(lambda work: queries.ask(work, about, "Who has seen it?"))
    async with seated(open_desk(sample_file, role=Role.ADMINISTRATOR), LARGE) as seat:
        assert f"Query 1 on {about}" in seat.sees
        seat.app.open_record("action", about.partition(" ")[2])
        await seat.settle()
        assert "Query 1  asked of" in seat.sees
        await seat.press("y")
        assert "Answer to query 1" in seat.sees


def _documents() -> Path:
    from boardtui.paths import documents_folder

    return documents_folder()


async def test_history_is_told_from_the_queue_and_the_thread_and_roles_are_explained_in_help(chairs: Desk) -> None:
    first = waiting(chairs)[0]
    async with seated(chairs) as seat:
        await seat.press("h")
        assert f"History of {first}" in seat.sees
        await seat.press("escape", "o", "h")
        assert "History of" in seat.sees
        await seat.press("escape", "escape", "question_mark")
        assert any("keeps nobody out" in str(one.render()) for one in seat.app.screen.query(Static))
