"""A sheet brought in on the screen: tried, put right by hand, then all of it or nothing."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from boardtui.services import people
from boardtui.services.desk import Desk
from boardtui.store.reading.actions import actions
from boardtui.store.reading.people import by_initials
from tests.sheets.building import changed, workbook
from tests.ui.seeing import BOTH, LARGE, seated

HEAD = ("Ref", "Action", "Lead", "Due")


@pytest.fixture
def sheet(desk: Desk) -> Path:
    """Return an action log beside the Board, with a name that nobody has and text that could break a screen."""
    rows = [
        HEAD,
        ["A1", "Report [/b] caseloads", "DCS & JB", date(2013, 6, 14)],
        ["A2", "Write to schools", "POL", "Ongoing"],
        ["Total", 2],
    ]
    return workbook(desk.path.with_name("log.xlsx"), rows)


def came(desk: Desk) -> dict[str, tuple[str, ...]]:
    return {one.known_as: one.leads for one in desk.read(lambda db: actions(db, desk.today)) if one.known_as}


@pytest.mark.parametrize("size", BOTH)
async def test_a_log_is_tried_put_right_and_brought_in_with_single_keys(
    desk: Desk, sheet: Path, size: tuple[int, int]
) -> None:
    async with seated(desk, size) as seat:
        await seat.press("3", "i")
        assert sheet.name in seat.sees
        await seat.press("enter")
        assert "1 problem" in seat.sees
        assert "Nobody here is called “JB”" in seat.sees
        await seat.press("y")  # nothing is brought in while there is a problem
        assert came(desk) == {}
        await seat.press("w", "enter", "down", "down", "enter")
        assert "2 new" in seat.sees
        assert "Report [/b] caseloads" in seat.sees
        await seat.press("y")
        assert seat.app.screen.place == "actions"  # type: ignore[attr-defined]  # a screen of the Board
        second = list(desk.read(by_initials))[1]
        assert came(desk) == {"A1": ("DCS", second), "A2": ("POL",)}
        await seat.press("ctrl+z")
        assert came(desk) == {}


async def test_a_sheet_mended_meanwhile_is_read_again_and_what_was_said_by_hand_stays(desk: Desk, sheet: Path) -> None:
    changed(sheet, lambda page: setattr(page["D3"], "value", "6 months"))
    async with seated(desk) as seat:
        await seat.press("3", "i", "enter")
        assert "2 problems: r reads the mended sheet; or say w who is meant, c columns" in seat.sees
        await seat.press("w", "enter", "down", "down", "enter")
        assert "“6 months” does not say which day." in seat.sees
        changed(sheet, lambda page: setattr(page["D3"], "value", "31/07/2013"))
        await seat.press("r")
        assert "No problem: y brings it in" in seat.sees


async def test_columns_and_the_meeting_are_said_by_hand(desk: Desk, sheet: Path) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("3", "i", "enter", "w", "down", "enter", "c")
        assert "[C Lead]" in seat.sees
        await seat.press("ctrl+s", "m", "tab")
        await seat.press("backspace")
        await seat.type("5")
        await seat.press("ctrl+s")
        assert "raised at meeting 5" in seat.sees
        await seat.press("escape")
        assert came(desk) == {}


async def test_a_file_that_cannot_be_read_says_why_and_opens_nothing(desk: Desk, sheet: Path) -> None:
    sheet.write_bytes(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"))
    async with seated(desk) as seat:
        await seat.press("8", "i", "enter")
        assert "protected with a password" in seat.sees
        await seat.press("escape")
        assert seat.app.screen.where == "people"  # type: ignore[attr-defined]  # a screen of the Board


async def test_home_offers_every_kind_people_first(desk: Desk, sheet: Path) -> None:
    async with seated(desk) as seat:
        await seat.press("i")
        said = [line for line in seat.sees.splitlines() if "│" in line]
        assert "People" in said[2]
        await seat.press("down", "down", "down", "enter", "enter")
        assert "Nobody here is called “JB”" in seat.sees


async def test_any_list_is_taken_out_as_it_is_filtered(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "slash")
        await seat.type("is:overdue")
        await seat.press("enter", "X")
        assert "Take out this list" in seat.sees
        await seat.press("down", "down", "down", "enter")
        copied = seat.app.clipboard.splitlines()
        assert copied[0].startswith("Ref\tText")
        assert len(copied) - 1 == sum(bool(one.days_late) for one in desk.read(lambda db: actions(db, desk.today)))
        await seat.press("6", "X", "enter")
        assert "requirements-2013-05-20.xlsx" in seat.sees
        await seat.press("escape", "7", "X", "enter")
        assert "letters-2013-05-20-restricted.xlsx" in seat.sees
        (written,) = seat.app.exports_folder().glob("letters-*.xlsx")
        cells = {type(cell) for row in load_workbook(written).worksheets[0].values for cell in row}
        assert datetime in cells


async def test_whom_a_log_means_is_typed_and_the_list_goes_there(desk: Desk, sheet: Path) -> None:
    async with seated(desk) as seat:
        await seat.press("3", "i", "enter", "w", "enter")
        await seat.press("p", "o", "l", "z")  # a letter that nobody's name has is not taken
        assert "pol ▏" in seat.sees
        await seat.press("enter")
        assert "2 new" in seat.sees
        await seat.press("y")
        assert came(desk)["A1"] == ("DCS", "POL")


async def test_everybody_who_is_likely_to_be_meant_is_taken_at_once_where_the_person_says_so(desk: Desk) -> None:
    for name, initials in (("Jane Mary Brown", "DCS"), ("Kim Page", "POL")):
        held = desk.read(by_initials)[initials]
        desk.do(lambda work, held=held, name=name: people.edit_person(work, held.id, held.version, name=name))  # type: ignore[misc]  # a lambda with defaults
    rows = [
        HEAD,
        ["A1", "Report", "JMB", "Ongoing"],
        ["A2", "Write", "KP / JMB", "Ongoing"],
        ["A3", "Ask", "ZZ", "tbc"],
    ]
    workbook(desk.path.with_name("log.xlsx"), rows)
    async with seated(desk) as seat:
        await seat.press("3", "i", "enter", "w")
        assert "As is likely: JMB is DCS, KP is POL" in seat.sees
        await seat.press("down", "down", "down", "enter")
        assert "1 problem: r reads the mended sheet" in seat.sees
        assert "Nobody here is called “ZZ”" in seat.sees


async def test_without_a_sheet_in_the_usual_folders_the_path_is_asked_for_at_once(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    async with seated(desk) as seat:
        await seat.press("3", "i")
        assert "the whole path" in seat.sees
