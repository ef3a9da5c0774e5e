"""When the disk refuses: nothing typed is lost, the order is kept, and the person is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from boardtui.domain.states import Role
from boardtui.services import meetings as service
from boardtui.services import minutes
from boardtui.services.desk import Desk
from boardtui.store import engine
from boardtui.store.drafts import Draft
from boardtui.ui.modals.problem import Problem
from boardtui.ui.screens.live import LiveScreen
from tests.ui.minuting import NUMBER, minuting
from tests.ui.test_live_typing import typed_fast


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the file as another program would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait five seconds for a lock."""
    pragmas = [pragma.replace("5000", "500") for pragma in engine.PRAGMAS]
    monkeypatch.setattr(engine, "PRAGMAS", tuple(pragmas))


async def test_a_locked_file_loses_nothing_and_keeps_the_order(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("Before.")
        with locked(desk.path):
            await typed_fast(secretary, "First.", "Second.")
            await secretary.until(lambda: isinstance(secretary.app.screen, Problem))
            await secretary.understood("is in use by another program")
            await secretary.until(lambda: not secretary.app.standing.saving)
            await secretary.pilot.press("escape")
            await secretary.pilot.pause()
            assert "✗ First." in secretary.sees
            assert "✗ Second." in secretary.sees
            assert "not saved: press Enter to try again" in secretary.text
            assert secretary.box.text == "First."
            assert [one.text for one in secretary.minuted] == ["Before."]
        await secretary.press("end", "!", "enter")
        await secretary.settle()
        assert [one.text for one in secretary.minuted] == ["Before.", "First.!", "Second."]
        assert "✗" not in secretary.sees
        assert secretary.desk.drafts("live:") == []


async def test_text_being_typed_is_left_alone_when_an_earlier_line_fails(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        with locked(desk.path):
            await typed_fast(secretary, "First.")
            secretary.box.insert("Still typing")
            await secretary.until(lambda: isinstance(secretary.app.screen, Problem))
            await secretary.until(lambda: not secretary.app.standing.saving)
            await secretary.pilot.press("escape")
            await secretary.pilot.pause()
            assert secretary.box.text == "Still typing"
            assert "✗ First." in secretary.sees
        await secretary.press("enter")
        await secretary.settle()
        assert [one.text for one in secretary.minuted] == ["First.", "Still typing"]


async def test_a_meeting_closed_elsewhere_keeps_the_line_and_says_why(
    desk: Desk, open_desk: Callable[..., Desk]
) -> None:
    other = open_desk(desk.path)
    async with minuting(desk) as secretary:
        other.do(lambda work: service.close_meeting(work, NUMBER))
        other.act_as(Role.ADMINISTRATOR)
        other.do(lambda work: service.sign_minutes(work, NUMBER, by="The Chair", how="paper"))
        await typed_fast(secretary, "Too late.")
        await secretary.until(lambda: isinstance(secretary.app.screen, Problem))
        assert "signed off" in secretary.text
        await secretary.settle()
        assert secretary.desk.drafts(f"live:{NUMBER}:")[0].text == "Too late."


async def test_a_line_changed_elsewhere_is_not_overwritten_and_the_text_is_offered_back(
    desk: Desk, open_desk: Callable[..., Desk]
) -> None:
    other = open_desk(desk.path)
    async with minuting(desk) as secretary:
        await secretary.say("First.", "Second.")
        entry = secretary.minuted[1]
        await secretary.press("up")
        other.do(lambda work: minutes.edit_entry(work, entry.id, entry.version, "Theirs."))
        await secretary.type(" Mine.")
        await secretary.press("enter")
        await secretary.until(lambda: isinstance(secretary.app.screen, Problem))
        assert "changed elsewhere" in secretary.text
        await secretary.press("escape")
        assert secretary.minuted[1].text == "Theirs."
        assert secretary.box.text == "Second. Mine."
        await secretary.until(lambda: secretary.screen.editing is not None)
        await secretary.press("enter")
        assert [one.text for one in secretary.minuted] == ["First.", "Second. Mine."]


async def test_a_changed_line_that_would_steer_comes_back(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("First.")
        await secretary.press("up")
        secretary.box.put("# 4", saved=False)
        await secretary.press("enter")
        assert "That line steers the meeting" in secretary.text
        await secretary.press("escape")
        assert secretary.box.text == "# 4"
        assert [one.text for one in secretary.minuted] == ["First."]
        await secretary.say("More.")
        assert isinstance(secretary.app.screen, Problem | LiveScreen)


async def test_half_typed_text_is_kept_on_disk_and_brought_back_with_its_cursor(
    desk: Desk, open_desk: Callable[..., Desk]
) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("# 4", "Saved.")
        await secretary.type("Half a line")
        await secretary.press("left", "left")
        await secretary.until(lambda: desk.drafts("live:6:") != [] and desk.drafts("live:6:")[0].cursor == 9)
        assert [draft.text for draft in desk.drafts("live:6:")] == ["Half a line"]
    async with minuting(open_desk(desk.path)) as secretary:
        assert secretary.head[1].startswith("4 Matters arising")
        assert (secretary.box.text, secretary.box.at) == ("Half a line", 9)
        await secretary.press("enter")
        assert [one.text for one in secretary.minuted] == ["Saved.", "Half a line"]
        assert secretary.desk.drafts("live:") == []


async def test_a_change_half_typed_comes_back_as_a_change(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("First.", "Second.")
        await secretary.press("up", "up")
        await secretary.type(" And more.")
    async with minuting(open_desk(desk.path)) as secretary:
        await secretary.until(lambda: secretary.screen.editing is not None)
        assert secretary.box.text == "First. And more."
        await secretary.press("enter")
        assert [one.text for one in secretary.minuted] == ["First. And more.", "Second."]
        assert secretary.desk.drafts("live:") == []


async def test_texts_that_were_left_are_offered_one_after_the_other(desk: Desk) -> None:
    desk.keep_draft("live:6:4", "Older.", 6).result()
    desk.keep_draft("live:6:5", "Newer", 5).result()
    async with minuting(desk) as secretary:
        assert secretary.box.text == "Older."
        await secretary.press("enter")
        assert secretary.box.text == "Newer"
        await secretary.press("enter")
        assert [one.text for one in secretary.minuted] == ["Older.", "Newer"]
        assert secretary.desk.drafts("live:") == []


async def test_emptying_the_box_forgets_the_draft(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.type("Never mind")
        await secretary.until(lambda: [one.text for one in desk.drafts("live:6:")] == ["Never mind"])
        await secretary.press("ctrl+u")
        await secretary.until(lambda: desk.drafts("live:6:") == [])


def test_a_draft_goes_in_the_same_transaction_as_its_entry(desk: Desk) -> None:
    desk.do(lambda work: service.start_meeting(work, NUMBER))
    desk.keep_draft("live:6:1", "> 5/03 close: seen", 0).result()
    desk.do(lambda work: minutes.enter(work, NUMBER, "> 5/03 close: seen"))
    assert [one.text for one in desk.drafts("live:")] == ["> 5/03 close: seen"]
    desk.do(lambda work: minutes.enter(work, NUMBER, "> 5/03 close: seen", "live:6:1"))
    assert desk.drafts("live:") == list[Draft]()
