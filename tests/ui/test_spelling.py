"""Doubtful words on the meeting's page: listed with suggestions, corrected by hand, or entered."""

from __future__ import annotations

from boardtui.services import meetings, minutes
from boardtui.services.desk import Desk
from tests.ui.minuting import minuting
from tests.ui.seeing import LARGE, seated


async def test_a_doubtful_word_is_listed_with_what_was_meant_and_can_be_entered(desk: Desk) -> None:
    desk.do(lambda work: meetings.start_meeting(work, 6))
    desk.do(lambda work: minutes.enter(work, 6, "The frumious report was recieved."))
    desk.do(lambda work: meetings.close_meeting(work, 6))
    async with seated(desk, LARGE) as seat:
        await seat.press("2", "enter", "u")
        assert "2 words that may be misspelt" in seat.sees
        assert "received" in seat.sees
        await seat.press("a")
        assert "1 word that may be misspelt" in seat.sees
        await seat.press("enter")
        assert "The frumious report was recieved." in seat.sees


async def test_in_live_mode_a_doubtful_word_is_marked_in_the_pause_and_left_as_typed(desk: Desk) -> None:
    async with minuting(desk) as secretary:
        await secretary.say("The report was recieved.")
        secretary.screen.look()
        await secretary.settle()
        assert "spelling? recieved" in secretary.text
        assert [one.text for one in secretary.minuted] == ["The report was recieved."]
