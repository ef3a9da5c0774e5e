"""What changed since, on the screen: the last meeting by default, any two by key, and as a Word file."""

from __future__ import annotations

from boardtui import paths
from boardtui.services.desk import Desk
from tests.ui.seeing import LARGE, seated


async def test_what_changed_between_two_meetings_is_read_and_exported(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("w")
        assert "From meeting 5 (16 May 2013) to 20 May 2013" in seat.sees
        assert "reported done" in seat.sees
        await seat.press("t", "ctrl+s")
        assert "From meeting 4 (4 Apr 2013) to meeting 5 (16 May 2013)" in seat.sees
        assert " → " in seat.sees
        await seat.press("x")
        assert "changes-2013-04-04-to-2013-05-16.docx" in seat.sees
        assert (paths.documents_folder() / "changes-2013-04-04-to-2013-05-16.docx").is_file()
