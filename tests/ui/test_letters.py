"""Letters: drafted, written block by block, and never lost."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui import services
from boardtui.domain.states import Role
from boardtui.domain.views import Letter
from boardtui.services.desk import Desk
from boardtui.store.reading.letters import letter, letters
from tests.ui.seeing import BOTH, LARGE, seated


def second(desk: Desk) -> Letter:
    return desk.read(lambda db: letter(db, 2))


async def test_a_letter_opens_to_its_blocks_with_whose_words_they_are(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("7", "enter")
        assert "! not written" in seat.sees
        assert "drafted" in seat.sees
        assert "This is for the Chair to write" in seat.sees


async def test_the_thread_of_a_letter_leads_from_its_figures_to_the_paragraphs_that_ask_for_them(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("7", "enter")
        assert "x export" in seat.sees.splitlines()[-1]
        await seat.press("o")
        for said in (" meeting 3  Meeting of the Board on 21 Feb 2013", "indicator I1", "  requirement N 5.4"):
            assert said in seat.sees


async def test_a_block_is_written_and_saved(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("7", "enter", "e")
        await seat.type("The pace is too slow.")
        await seat.press("ctrl+s")
        assert second(desk).blocks[0].text == "The pace is too slow."
        assert "The pace is too slow." in seat.sees


async def test_unsaved_text_is_kept_on_disk_and_comes_back(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("7", "enter", "e")
        await seat.type("Half a judgement")
        await seat.press("escape")
        assert "Leave without saving?" in seat.sees
        await seat.press("enter")
        assert [draft.text for draft in desk.drafts("letter:")] == ["Half a judgement"]
    async with seated(desk) as seat:
        await seat.press("7", "enter", "e")
        assert "Half a judgement" in seat.sees
        assert "Your unsaved text from before" in seat.sees
        await seat.press("ctrl+s")
        assert second(desk).blocks[0].text == "Half a judgement"
        assert desk.drafts("letter:") == []


async def test_going_on_writing_after_escape(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("7", "enter", "e")
        await seat.type("More")
        await seat.press("escape", "escape")
        assert "ctrl+s save" in seat.sees


async def test_an_edited_block_shows_the_draft_beside_it_and_can_go_back(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("7", "enter", "down", "e")
        await seat.type("Changed. ")
        await seat.press("ctrl+s")
        assert "✎ edited" in seat.sees
        assert "As drafted from the records" in seat.sees
        await seat.press("u")
        assert "✎ edited" not in seat.sees


async def test_redrafting_keeps_what_was_edited(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("7", "enter", "e")
        await seat.type("My own words.")
        await seat.press("ctrl+s", "D")
        assert second(desk).blocks[0].text == "My own words."


async def test_the_heading_is_changed(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("7", "enter", "p", "tab")
        await seat.type("REF/9")
        await seat.press("ctrl+s")
        assert second(desk).reference == "REF/9"


async def test_the_chairs_signature_needs_the_judgement(desk: Desk) -> None:
    desk.act_as(Role.ADMINISTRATOR)
    async with seated(desk) as seat:
        await seat.press("7", "n", "enter", "n", "y")
        await seat.type("The minutes follow")
        await seat.press("ctrl+s", "ctrl+s")
        assert "own judgement is not written yet" in " ".join(seat.sees.split())
        assert second(desk).state == "with Chair"


@pytest.mark.parametrize("size", BOTH)
async def test_a_letter_dated_ahead_is_dated_before_the_chair_reads_and_signs_it(
    desk: Desk, size: tuple[int, int]
) -> None:
    judgement = second(desk).blocks[0]
    desk.do(lambda work: services.letters.edit_block(work, judgement.id, judgement.version, "The pace is right."))
    desk.do(lambda work: services.letters.submit_letter(work, 2))
    desk.act_as(Role.CHAIR)
    async with seated(desk, size) as seat:
        await seat.press("7", "n", "y")
        await seat.type("It may stand")
        await seat.press("ctrl+s")
        asked = " ".join(seat.sees.split())
        assert "Date it 20 May 2013" in asked
        assert "It bears 24 May 2013, and its sentences count from its date." in asked
        await seat.press("enter")
        assert second(desk).dated == date(2013, 5, 20)
        assert "Signed by Test here on 20 May 2013." in seat.sees
        await seat.press("enter")
        assert second(desk).state == "signed"


async def test_there_is_no_next_letter_before_another_meeting(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("7", "a")
        assert "Letter 2 is in draft and covers every meeting held: enter opens it." in seat.told
        assert len(desk.read(letters)) == 2


async def test_a_letter_is_exported(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("7", "x")
        assert "letter-2-" in seat.sees


@pytest.mark.parametrize("size", BOTH)
async def test_tab_shows_where_the_focus_is(desk: Desk, size: tuple[int, int]) -> None:
    async with seated(desk, size) as seat:
        for series in ("letter", "report"):
            seat.app.open_record("letter", 2, series)
            await seat.settle()
            assert "┃" not in seat.sees
            await seat.press("tab")
            assert "┃" in seat.sees, series
            await seat.press("shift+tab")
            assert "┃" not in seat.sees


async def test_what_nobody_wrote_is_left_out_of_a_letter_that_is_signed(desk: Desk) -> None:
    judgement = second(desk).blocks[0]
    desk.do(lambda work: services.letters.edit_block(work, judgement.id, judgement.version, "The pace is right."))
    desk.act_as(Role.ADMINISTRATOR)
    desk.do(lambda work: services.letters.sign_letter(work, 2, by="Chair", how="paper"))
    async with seated(desk, LARGE) as seat:
        await seat.press("7", "enter", "end", "up")
        assert "left out" in seat.sees
        assert "! " not in "".join(line.partition("│")[0] for line in seat.sees.splitlines())
