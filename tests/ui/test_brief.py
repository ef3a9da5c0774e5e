"""The Chair's private brief on the screen, from the queue and from the meeting."""

from __future__ import annotations

from boardtui import paths
from boardtui.services.desk import Desk
from tests.ui.seeing import LARGE, seated


async def test_the_brief_opens_from_the_queue_and_goes_to_word(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("c", "t")
        assert "Private, for the Chair: Meeting 6, Thu 27 Jun 2013" in seat.sees
        assert "1/07 10 days, moved twice" in seat.sees
        assert "Challenges without an answer (3 of 7)" in seat.sees
        await seat.press("m")
        assert "5/6.5   The Chair of the Safeguarding Board asked" in seat.sees
        await seat.press("x")
        assert (paths.documents_folder() / "private-brief-meeting-6-2013-05-20.docx").is_file()
