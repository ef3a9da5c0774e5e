"""The Board's own words on the screen: entered, switched off, removed."""

from __future__ import annotations

from boardtui.domain.abbreviations import Term
from boardtui.services.desk import Desk
from boardtui.store.reading.terms import terms
from tests.ui.seeing import LARGE, seated


async def test_an_abbreviation_is_entered_and_another_left_as_it_is(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("8", "w")
        assert "Assistant Director, Children's Social Care" in seat.sees
        await seat.press("a", *"ZZB", "tab")
        await seat.type("Zonal Zebra Board")
        await seat.press("ctrl+s")
        assert "Zonal Zebra Board" in seat.sees
        await seat.press("n")
        assert desk.read(terms) == (Term("ZZB", "Zonal Zebra Board", spelt_out=False),)
        assert "left as it is" in seat.sees
        await seat.press("delete")
        assert desk.read(terms) == ()
