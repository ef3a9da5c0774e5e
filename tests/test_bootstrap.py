"""Who acts when nobody says so."""

from __future__ import annotations

from pathlib import Path

from boardtui import bootstrap
from boardtui.domain.states import Role


def test_the_chair_acts_under_the_name_of_the_board_s_own_chair(sample_file: Path) -> None:
    desk = bootstrap.open_desk(sample_file, role="chair")
    assert (desk.role, desk.who) == (Role.CHAIR, "Independent Chair")
    desk.close()


def test_a_name_that_is_given_wins(sample_file: Path) -> None:
    desk = bootstrap.open_desk(sample_file, role="chair", by="Somebody Else")
    assert desk.who == "Somebody Else"
    desk.close()
