"""Typing in live mode: order, what is shown at once, changing earlier lines, and the keys beside the box."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor

from boardtui.domain.states import MeetingState
from boardtui.services import meetings as service
from boardtui.services.desk import Desk
from boardtui.store.reading.actions import action
from boardtui.store.reading.meetings import attendance, items, meeting
from boardtui.ui.modals.problem import Problem
from boardtui.ui.screens.live import LiveScreen
from boardtui.ui.widgets.frame import Heading
from tests.ui.minuting import NUMBER, Secretary, minuting
from tests.ui.seeing import BOTH, HOSTILE, LARGE, seated


async def typed_fast(secretary: Secretary, *lines: str) -> None:
    """Type lines without waiting for anything in between."""
    for text in lines:
        secretary.box.insert(text)
        await secretary.pilot.press("enter")


async def test_thirty_lines_typed_fast_are_on_disk_in_the_order_typed(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        lines = [f"{'!=?'[n % 3] if n % 4 else ''} Line {n}".strip() for n in range(30)]
        await typed_fast(secretary, *lines)
        await secretary.settle()
        assert [one.typed for one in secretary.minuted] == lines
        assert "…" not in secretary.sees.replace("Improvement…", "")
        assert "Line 29" in secretary.sees


async def test_a_line_shows_at_once_and_is_ticked_when_it_is_on_disk(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        gate = threading.Event()
        blocked = desk.write(lambda _work: gate.wait(10))
        await typed_fast(secretary, "The writer is busy.")
        await secretary.pilot.pause()
        assert "… The writer is busy." in secretary.sees
        assert secretary.minuted == []
        secretary.box.insert("Typing goes on.")
        gate.set()
        await asyncio.wrap_future(blocked)
        await secretary.settle()
        assert "✓ The writer is busy." in secretary.sees
        assert secretary.box.text == "Typing goes on."


async def test_a_line_that_is_saved_has_nothing_else_painted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: set[int] = set()

    def collect(self: Compositor, *told: Any, **named: Any) -> Any:
        painted.update(row for region in self._dirty_regions for row in region.line_range)
        return draw(self, *told, **named)

    async with minuting(desk) as secretary:
        await secretary.say("The first line.")
        draw = Compositor.render_update
        with monkeypatch.context() as patch:
            patch.setattr(Compositor, "render_update", collect)
            await secretary.say("The second line.")
        (line,) = (row for row, seen in enumerate(secretary.sees.splitlines()) if "The second line." in seen)
        frame, box = secretary.screen.query_one(Heading).region.y, secretary.box.region.y
        assert line in painted
        assert painted <= {frame, line, box, box + 1}


async def test_only_what_is_seen_is_painted(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        app, live = secretary.app, secretary.screen
        assert [one for one in app.screen_stack if one.is_current] == [live]
        await secretary.press("f1")
        assert [one for one in app.screen_stack if one.is_current] == [live, app.screen]


async def test_every_printable_key_is_text(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        keys = "q1a?/8xejk"
        for key in keys:
            await secretary.press({"?": "question_mark", "/": "slash"}.get(key, key))
        assert secretary.box.text == keys


async def test_a_pasted_text_is_as_many_entries_as_it_has_lines(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.type("One was said.\r\n= Two was decided.\n\n? Three?")
        await secretary.understood("3 lines: Note / Decision / Challenge")
        await secretary.press("enter")
        assert [one.text for one in secretary.minuted] == ["One was said.", "Two was decided.", "Three?"]


async def test_the_box_grows_to_six_rows_and_no_entry_is_clipped(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        long = " ".join(f"word{n}" for n in range(120))
        await secretary.type(long)
        assert secretary.box.size.height == 6
        await secretary.press("enter")
        assert secretary.box.size.height == 1
        seen = secretary.sees
        assert "word119" in seen
        await secretary.press("pageup")
        assert "word0 " in secretary.sees


async def test_up_changes_an_earlier_line_and_enter_replaces_it(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("First.", "Second.", "Third.")
        await secretary.press("up", "up")
        assert secretary.box.text == "Second."
        await secretary.understood("Changing 1.2. Note")
        await secretary.type(" It was decided.")
        await secretary.press("enter")
        assert [one.text for one in secretary.minuted] == ["First.", "Second. It was decided.", "Third."]
        assert secretary.box.text == ""
        await secretary.press("up", "up", "up", "up", "down")
        assert secretary.box.text == "Second. It was decided."
        await secretary.press("escape")
        assert secretary.box.text == ""
        assert isinstance(secretary.app.screen, LiveScreen)


async def test_an_action_keeps_its_reference_when_its_line_is_changed(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("! DCS by 14 Jul: first")
        await secretary.press("up")
        secretary.box.put("! POL by 15 Jul: second", saved=False)
        await secretary.press("enter")
        found = secretary.desk.read(lambda db: action(db, "6/01", desk.today))
        assert (found.leads, found.text) == (("POL",), "second")
        assert "6/01 · POL · due 15 Jul 2013" in secretary.sees


async def test_an_emptied_line_is_removed_and_undo_brings_it_back(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("First.", "Second.")
        await secretary.press("up", "ctrl+u", "enter")
        assert [one.text for one in secretary.minuted] == ["First."]
        await secretary.press("ctrl+z")
        assert [one.text for one in secretary.minuted] == ["First.", "Second."]
        assert "Second." in secretary.sees


async def test_ctrl_u_empties_the_box_however_many_rows_the_line_takes(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        secretary.box.insert("A line that takes more than one row of the box. " * 3)
        await secretary.press("ctrl+u")
        assert secretary.box.text == ""
        await secretary.press("ctrl+z")
        assert secretary.box.text.startswith("A line that takes")


async def test_undo_takes_back_typing_before_entries(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("First.")
        await secretary.press("a", "ctrl+z")
        assert secretary.box.text == ""
        assert len(secretary.minuted) == 1
        await secretary.press("ctrl+z")
        assert secretary.minuted == []
        assert "First." not in secretary.sees


async def test_ctrl_t_turns_the_last_entry_through_the_kinds(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("Something was said.")
        kinds = []
        for _ in range(4):
            await secretary.press("ctrl+t")
            kinds.append(secretary.minuted[0].kind)
        assert kinds == ["action", "decision", "challenge", "note"]
        assert secretary.minuted[0].text == "Something was said."


async def test_ctrl_t_turns_the_line_in_the_box(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.type("(restricted: staffing) Said.")
        seen = []
        for _ in range(4):
            await secretary.press("ctrl+t")
            seen.append(secretary.box.text.removeprefix("(restricted: staffing) "))
        assert seen == ["! Said.", "= Said.", "? Said.", "Said."]
        assert secretary.minuted == []


async def test_function_keys_go_from_item_to_item(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.pilot.press("f3", "f3", "f3")
        await secretary.settle()
        assert secretary.head[1].startswith("4 Matters arising")
        await secretary.press("f2")
        assert secretary.head[1].startswith("3 Minutes of the last meeting")
        await secretary.press("f4", "down", "down", "enter")
        assert secretary.head[1].startswith("5 Improvement Plan")
        await secretary.say("Said under five.")
        assert secretary.minuted[0].ref == "6/5.1"


async def test_the_card_lists_every_kind_of_line_and_every_key(desk: Desk) -> None:
    async with minuting(desk, LARGE) as secretary:
        await secretary.press("f1")
        seen = secretary.sees
        assert "! DCS, POL with LSCB by 14 Jan: text" in seen
        await secretary.press("end")
        seen += secretary.sees
        for words in ("confirmed: as amended", "(restricted: reason) text", "F9", "ctrl+t", "14/01/2013"):
            assert words in seen
        await secretary.press("escape")
        assert isinstance(secretary.app.screen, LiveScreen)


async def test_f6_shows_what_was_said_earlier_on_the_item_or_the_line_s_record(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("# 5")
        await secretary.press("f6")
        assert "Earlier on “Improvement Plan: by exception”" in secretary.sees
        assert "The Director reported on the plan at six months" in secretary.sees
        await secretary.press("escape")
        await secretary.type("> 5/03 done: filled")
        await secretary.press("f6")
        assert "Action 5/03" in secretary.sees
        assert "CEX with DCS, HWD" in secretary.sees
        await secretary.press("escape")
        assert secretary.box.text == "> 5/03 done: filled"


async def test_f6_answers_whatever_the_line_names(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        for typed in ("> 3.2 A", "> 5/6.5 answered", "> 9/99", "> nothing", ">"):
            secretary.box.text = ""
            await secretary.type(typed)
            await secretary.press("f6", "escape")
            assert secretary.box.text == typed


async def test_f8_puts_a_line_right(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.press("f8")
        assert "No line is left to tidy." in secretary.told
        await secretary.say("! XX by 14 Jul: write", "# 2", "Nobody had any.")
        await secretary.press("f8")
        assert "Nobody here is called “XX”." in secretary.sees
        await secretary.press("enter")
        assert secretary.box.text == "! XX by 14 Jul: write"
        await secretary.press("home", "right", "right", "delete", "delete", "D", "C", "S", "enter")
        tidied = secretary.minuted[0]
        assert (tidied.typed, tidied.to_tidy) == ("! DCS by 14 Jul: write", None)
        assert "✎ to tidy" not in secretary.sees
        assert "1 to tidy" not in secretary.head[1]


async def test_f9_reads_the_actions_back_and_closes_the_meeting(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("! DCS with POL by 14 Jul: write", "! LSCB by next meeting: answer", "! XX: what")
        await secretary.press("f9")
        for words in ("2 actions to read back", "6/01", "DCS with POL", "Sun 14 Jul 2013", "1 line to tidy: 1.3."):
            assert words in secretary.sees
        await secretary.press("ctrl+e")
        assert "Close meeting 6?" in secretary.sees
        await secretary.press("enter")
        assert not isinstance(secretary.app.screen, LiveScreen)
        assert secretary.desk.read(lambda db: meeting(db, NUMBER)).state == MeetingState.DRAFT


async def test_the_register_is_taken_with_a_few_keys(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.press("f5", "ctrl+a")
        for _ in range(3):
            await secretary.press("down")
        await secretary.press("a", "n", "down", "d", "enter")
        found = {one.initials: one.status for one in secretary.desk.read(lambda db: attendance(db, NUMBER))}
        assert (found["IC"], found["CEX"], found["DCS"]) == ("present", "apologies", "absent")
        assert (found["DDN"], found["DfE"]) == ("deputy", "participant observer")
        typed = [one.typed for one in secretary.minuted]
        assert typed[1:] == ["apologies: CEX", "absent: DCS", "deputy: DDN for CCG"]
        assert typed[0].startswith("present: IC, LM, LDR, POL, BHT")
        assert "10 of 12 voting members, quorate" in secretary.sees
        await secretary.press("f5", "escape")
        assert len(secretary.minuted) == 4


async def test_somebody_who_sits_as_a_deputy_is_not_marked_and_the_register_says_why(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.press("f5", *["down"] * 6, "d", "end", "up", "p", "enter")
        assert "DDN sits for CCG: mark CCG otherwise first." in secretary.told
        assert [one.typed for one in secretary.minuted] == ["deputy: DDN for CCG"]


async def test_space_goes_through_the_words_of_the_register(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.press("ctrl+r")
        seen = []
        for _ in range(4):
            await secretary.press("space")
            row = next(row for row in secretary.sees.splitlines() if "Independent Chair" in row)
            seen.append(row.split("Independent Chair")[1].split()[0])
        assert seen == ["Y", "A", "N", "Y"]


async def test_what_the_quorum_lacks_is_said_on_one_line_of_a_small_screen(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("present: POL, CCG", "apologies: IC, LM")
        room, box = secretary.head[2:4]
        assert room == "2 of 12 voting members, NOT QUORATE: 4 needed; no Chair or vice-chair"
        assert box.startswith("Register")


async def test_presence_follows_arrivals_departures_and_interests(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        assert "the register is not taken yet" in secretary.text
        await secretary.say("present: IC, LM, DCS")
        assert "3 of 12 voting members, NOT QUORATE: 4 needed" in secretary.text
        await secretary.say("arrived: POL")
        assert "4 of 12 voting members, quorate" in secretary.text
        await secretary.say("interest: POL item 2: a relative; leaves")
        await secretary.press("f3")
        assert "3 of 12 voting members, NOT QUORATE" in secretary.text
        await secretary.say("= Agreed.")
        assert "⚠ Not quorate" in secretary.sees
        await secretary.press("f3")
        await secretary.say("left: DCS", "in the chair: LM")
        assert "LM in the chair" in secretary.text
        assert "3 of 12 voting members" in secretary.text


async def test_minutes_used_run_on_and_an_overrun_is_named(sample_file: Path, open_desk: Callable[..., Desk]) -> None:
    now = [datetime(2013, 5, 20, 14, 0)]
    desk = open_desk(sample_file)
    desk._clock = lambda: now[0]
    async with minuting(desk, LARGE) as secretary:
        assert "0 of 3 min" in secretary.head[1]
        now[0] = datetime(2013, 5, 20, 14, 5)
        await secretary.say("They came late.")
        now[0] = datetime(2013, 5, 20, 14, 7)
        secretary.screen._show_clock()
        await secretary.pilot.pause()
        assert "7 of 3 min, 4 OVER" in secretary.head[1]
        assert "!7/3" in secretary.sees
        assert "▸  1  Welcome and apologies" in secretary.sees


async def test_leaving_keeps_the_meeting_in_session_and_text_is_never_dropped(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.type("Half a line")
        await secretary.press("escape")
        assert secretary.box.text == "Half a line"
        assert "The text is kept" in secretary.told
        await secretary.press("ctrl+u", "escape")
        assert not isinstance(secretary.app.screen, LiveScreen)
        assert "Meeting 6 stays in session" in secretary.told
        assert secretary.desk.read(lambda db: meeting(db, NUMBER)).state == MeetingState.IN_SESSION


async def test_there_is_no_live_mode_for_a_meeting_not_in_session(desk: Desk) -> None:
    async with seated(desk) as seat:
        seat.app.open_live(5)
        await seat.settle()
        assert isinstance(seat.app.screen, Problem)
        assert "Meeting 5 is not in session" in seat.sees
        await seat.press("escape")
        assert not isinstance(seat.app.screen, LiveScreen)


async def test_there_is_no_live_mode_as_at_an_earlier_meeting(
    sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    async with seated(open_desk(sample_file, as_at="4")) as seat:
        seat.app.open_live(5)
        await seat.settle()
        assert "Live mode is for the Board as it is now." in " ".join(seat.sees.split())


async def test_undoing_the_start_leaves_live_mode(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.press("ctrl+z", "ctrl+z")
        assert isinstance(secretary.app.screen, Problem)
        assert secretary.desk.read(lambda db: meeting(db, NUMBER)).state == MeetingState.PLANNED


async def test_the_clock_is_not_counted_while_the_program_was_closed(
    sample_file: Path, open_desk: Callable[..., Desk]
) -> None:
    now = [datetime(2013, 5, 20, 14, 0)]
    desk = open_desk(sample_file)
    desk._clock = lambda: now[0]
    async with minuting(desk) as secretary:
        now[0] = datetime(2013, 5, 20, 14, 1)
        await secretary.say("One minute in.")
    now[0] = datetime(2013, 5, 20, 16, 0)
    again = open_desk(sample_file)
    again._clock = lambda: now[0]
    async with minuting(again) as secretary:
        now[0] = datetime(2013, 5, 20, 16, 1)
        await secretary.say("Two minutes in.")
        assert "2 of 3 min" in secretary.head[1]
        assert secretary.desk.read(lambda db: items(db, NUMBER))[0].used_seconds == 120


@pytest.mark.parametrize("size", BOTH)
async def test_hostile_text_is_shown_as_it_reads(desk: Desk, size: tuple[int, int]) -> None:
    async with minuting(desk, size) as secretary:
        for text in (HOSTILE, f"! DCS by 14 Jul: {HOSTILE}", f"! {HOSTILE}", f"restricted: {HOSTILE}", f"? {HOSTILE}"):
            await secretary.say(text)
        for key in ("f6", "f8", "f9", "f4"):
            await secretary.press(key, "escape")
        await secretary.say(f"# + {HOSTILE} (urgent: {HOSTILE})", "# 1")
        assert "[/b] [@click=app.quit]x[/]" in secretary.sees
        assert all("\x1b" not in one.text and "\ud800" not in one.text for one in secretary.minuted)
        assert len(secretary.minuted) == 4


async def test_a_hundred_kilobytes_in_one_line_are_saved_whole(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        text = "word " * 20_000
        await secretary.say(text)
        assert secretary.minuted[0].text == text.strip()


async def test_going_elsewhere_and_back_in_one_sitting_is_not_being_away(desk: Desk) -> None:
    desk.do(lambda work: service.plan_meetings(work, 1))
    async with minuting(desk) as secretary:
        before = secretary.desk.read(lambda db: db.execute("SELECT count(*) FROM journal_entry").fetchone())
        await secretary.press("escape")
        secretary.app.open_live(NUMBER)
        await secretary.settle()
        after = secretary.desk.read(lambda db: db.execute("SELECT count(*) FROM journal_entry").fetchone())
        assert before == after
