"""`boardtui list … --filter`: the language of the lists on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Boardtui, refused


def refs(boardtui: Boardtui, what: str, file: Path, typed: str, *more: object) -> list[str]:
    ran = boardtui("list", what, file, "--json", "--filter", typed, *more)
    assert (ran.code, ran.err) == (0, "")
    return [str(one.get("ref", one.get("number"))) for one in ran.json]


@pytest.mark.parametrize(
    ("what", "typed", "found"),
    [
        ("actions", "is:overdue owner:PIM", 3),
        ("plan", "is:red", 7),
        ("meetings", "is:held date:2013", 4),
        ("requirements", "source:N is:unanswered", 0),
        ("entries", "is:decision meeting:2", 6),
    ],
)
def test_each_list_takes_a_filter(boardtui: Boardtui, built_sample: Path, what: str, typed: str, found: int) -> None:
    assert len(refs(boardtui, what, built_sample, typed)) == found


def test_a_filter_keeps_the_order_and_the_shape_of_the_list(boardtui: Boardtui, built_sample: Path) -> None:
    whole = boardtui("list", "actions", built_sample, "--json").json
    some = boardtui("list", "actions", built_sample, "--json", "--filter", "is:open").json
    assert some == [one for one in whole if one["state"] in ("open", "done", "returned")]


def test_a_meeting_narrows_further(boardtui: Boardtui, built_sample: Path) -> None:
    found = refs(boardtui, "actions", built_sample, "is:open", "--meeting", 4)
    assert found
    assert all(ref.startswith("4/") for ref in found)


def test_an_error_points_at_the_word(boardtui: Boardtui, built_sample: Path) -> None:
    said = refused(boardtui("list", "actions", built_sample, "--filter", "plan ownr:DCS"))
    _, typed, caret, hint = said.rstrip("\n").split("\n")
    assert (typed.strip(), caret.index("^") - typed.index("ownr")) == ("plan ownr:DCS", 0)
    assert "owner:" in hint


def test_other_lists_take_no_filter(boardtui: Boardtui, built_sample: Path) -> None:
    assert "actions" in refused(boardtui("list", "people", built_sample, "--filter", "x"), 2)
