"""Saved views on the command line: `boardtui list … --view NAME`, and `boardtui config --check`."""

from __future__ import annotations

from pathlib import Path

from boardtui import saved_views
from tests.cli.running import Boardtui, refused


def test_a_list_shows_a_saved_view(boardtui: Boardtui, built_sample: Path) -> None:
    saved_views.save("actions", 'our "late" ones', "owner:DCS or is:overdue")
    whole = boardtui("list", "actions", built_sample, "--filter", "owner:DCS or is:overdue", "--json").out
    assert boardtui("list", "actions", built_sample, "--view", 'our "late" ones', "--json").out == whole
    narrower = boardtui(
        "list", "actions", built_sample, "--view", 'our "late" ones', "--filter", "is:overdue", "--json"
    )
    assert narrower.out == boardtui("list", "actions", built_sample, "--filter", "is:overdue", "--json").out
    assert 'There are: our "late" ones.' in refused(boardtui("list", "actions", built_sample, "--view", "others"))


def test_saved_views_are_checked_with_the_settings(boardtui: Boardtui) -> None:
    saved_views.save("plan", "Bad ones", "rating:Purple or is:lilac")
    saved_views.save("actions", "Wrong", "colour:red")
    ran = boardtui("config", "--check")
    assert ran.code == 1
    assert "The view “Wrong” of actions: “colour:” cannot be asked of actions." in ran.out
    assert "Bad ones" not in ran.out
