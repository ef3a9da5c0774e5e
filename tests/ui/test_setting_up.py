"""The pages that set up a new Board: usual answers, back and forth, nothing lost, made whole at the end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from boardtui import config, paths
from boardtui.domain.states import InstrumentKind, PersonKind
from boardtui.services import setting_up
from boardtui.ui.forms.new_file import file_of
from boardtui.ui.forms.new_scheme import scheme
from boardtui.ui.forms.starting import PAGES, new_board
from tests.ui.seeing import Seat, seated

TODAY = date(2013, 5, 20)


async def begin(seat: Seat) -> None:
    await seat.press("n")
    await seat.type("Seaside Council")
    await seat.press("enter", "enter", "enter")
    await seat.type("7 jan")
    await seat.press("f3")


async def test_a_board_is_set_up_with_the_usual_answers_and_a_few_of_its_own() -> None:
    async with seated(None) as seat:
        await begin(seat)
        assert "step 2 of 9" in seat.sees
        await seat.type("Jane Smith")
        await seat.press("f3", "f3")
        await seat.type("Tom Ray; Director of Nursing; NHS Trust")
        assert "Understood as 1 office:\n DN  Director of Nursing  Tom Ray; NHS Trust" in seat.sees
        await seat.press("f3")
        await seat.type("next thu")
        assert "Thu 23 May 2013" in seat.sees
        assert "Thu 4 Jul 2013; Thu 15 Aug" in seat.sees.replace("\n", "")
        await seat.press("f3", "down", "space", "f3")
        await seat.press("right", "f3", "f3")
        assert "first meeting Thu 23 May 2013 at 14:00, then every 42 days" in seat.sees
        await seat.press("ctrl+s")
        wanted = seat.app.return_value
    assert wanted is not None
    assert wanted.new is not None
    new = wanted.new
    assert (wanted.what, wanted.path) == ("new", paths.data_folder() / "seaside.board")
    assert (new.name, new.council) == ("Seaside Council Improvement Board", "Seaside Council")
    assert (new.commenced, new.first_meeting, new.interval_days) == (date(2013, 1, 7), date(2013, 5, 23), 42)
    assert new.left_out == ("Declarations of interest",)
    assert [level.letter for level in new.scheme] == ["R", "A", "G", "-"]
    assert [(seat.initials, seat.name) for seat in new.seats] == [
        *(("IC", "Jane Smith"), ("DN", "Tom Ray"), ("DfE", ""), ("SEC", ""))
    ]
    assert setting_up.kept()["council"] == "Seaside Council"  # until the file is there


async def test_what_is_typed_is_there_again_after_esc_and_after_a_page_is_left_and_begins_anew_when_asked() -> None:
    async with seated(None) as seat:
        await begin(seat)
        await seat.type("Jane Smith")
        await seat.press("f2")
        assert "Mon 7 Jan 2013" in seat.sees
        await seat.press("f3", "f3", "f2", "escape")
        assert "Go on setting up the Board you began" in seat.sees
    async with seated(None) as seat:
        assert "Seaside Council Improvement Board: what you typed is kept" in seat.sees
        await seat.press("n")
        assert "step 2 of 9" in seat.sees
        assert "Jane Smith" in seat.sees
        await seat.press("f8", "enter")
        assert "step 1 of 9" in seat.sees
    assert setting_up.kept() == {}


async def test_what_is_wrong_is_said_beside_it_and_the_first_such_page_is_shown() -> None:
    async with seated(None) as seat:
        await seat.press("n", "f3")
        assert "✗ This is needed." in seat.sees
        await seat.type("Seaside Council")
        await seat.press("f3")
        assert "✗ A Notice's duties are counted from its date" in seat.sees
        await seat.press("tab", "shift+tab", "shift+tab", "q", "right")
        await seat.press("f3", "ctrl+s")
        assert "step 5 of 9" in seat.sees
        assert "✗ This is needed." in seat.sees


def test_every_page_with_its_usual_answers_is_right_but_for_what_only_the_council_knows() -> None:
    missing = [name for page in PAGES for name in page.wrong({}, TODAY)]
    assert missing == ["council", "first"]
    known = {"council": "Seaside Council", "commenced": "7 Jan", "first": "next thu"}
    assert [page.wrong(known, TODAY) for page in PAGES] == [{}] * len(PAGES)
    new = new_board(known | {"kind": "none", "commenced": "", "department": ""}, TODAY)
    assert (new.kind, new.commenced) == (InstrumentKind.NONE, None)
    assert [seat.kind for seat in new.seats] == [PersonKind.CHAIR, PersonKind.OFFICER]


def test_two_offices_never_have_the_same_initials(tmp_path: Path) -> None:
    pages = {page.short: page for page in PAGES}
    assert "Two offices" in pages["Chair"].wrong({"chair_initials": "sec"}, TODAY)["chair_initials"]
    assert "no spaces" in pages["Chair"].wrong({"chair_initials": "I C"}, TODAY)["chair_initials"]
    assert "given twice" in pages["Members"].wrong({"members": "A, B (IC)"}, TODAY)["members"]
    there = tmp_path / "our.board"
    there.touch()
    assert "already a file" in pages["File"].wrong({"path": str(there)}, TODAY)["path"]


def test_a_level_is_called_and_means_what_the_board_says() -> None:
    levels = {level.letter: level for level in scheme({"level_R": "Late: off track", "level_A": "no colon"})}
    assert (levels["R"].word, levels["R"].meaning, levels["A"].word) == ("Late", "off track", "Amber")


def test_the_file_is_proposed_in_the_folder_of_the_settings(tmp_path: Path) -> None:
    config.where().parent.mkdir(parents=True)
    config.where().write_text(f'boards = "{tmp_path / "boards"}"\n')
    assert file_of({"council": "Seaside Council"}) == tmp_path / "boards" / "seaside.board"
