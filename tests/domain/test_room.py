"""What the room may see on a projector holds nothing that is restricted, in whatever way it is."""

from __future__ import annotations

from typing import Any

import pytest

from boardtui.domain.room import NEUTRAL, Room, may_be_seen, room
from boardtui.domain.views import Action, Entry
from tests.documents import samples

SECRET = "the Smith family"
ITEMS = [samples.item(1, "Welcome"), samples.item(2, f"Theme: {SECRET}", restricted="identifies a child")]


def seen(entries: list[Entry], at: int = 0, raised: list[Action] | None = None, **meeting: Any) -> Room:
    return room(samples.meeting(6, **meeting), ITEMS, ITEMS[at], entries, raised or [])


def test_open_decisions_and_actions_are_shown_with_who_and_by_when() -> None:
    raised = [samples.action("6/01", "Write", "DCS", "POL")]
    found = seen(
        [
            samples.entry(1, 1, "Agreed", "decision", decision_ref="D6/01"),
            samples.entry(1, 2, "A note", "note"),
            samples.entry(1, 3, "Write", "action", action_ref="6/01"),
        ],
        raised=raised,
    )
    assert [(one.ref, one.text) for one in found.lines] == [("D6/01", "Agreed"), ("6/01", "Write")]
    assert found.lines[1].about.startswith("DCS, POL, by ")
    assert (found.title, found.private) == ("Welcome", False)


@pytest.mark.parametrize(
    ("entry", "raised"),
    [
        (samples.entry(1, 1, SECRET, "decision", restricted="staffing"), []),
        (samples.entry(2, 1, SECRET, "decision"), []),
        (
            samples.entry(1, 1, SECRET, "action", action_ref="6/01"),
            [samples.action("6/01", SECRET, "DCS", restricted="staffing")],
        ),
    ],
    ids=["the line", "its item", "its action"],
)
def test_a_restricted_line_is_a_neutral_one(entry: Entry, raised: list[Action]) -> None:
    (line,) = seen([entry], raised=raised).lines
    assert (line.text, line.ref, line.about) == (NEUTRAL, "", "")


def test_a_line_that_was_not_understood_is_not_shown() -> None:
    assert seen([samples.entry(1, 1, f"(restrictd: x) {SECRET}", "decision", to_tidy="what?")]).lines == ()


def test_a_restricted_item_in_hand_gives_neither_its_title_nor_its_reason() -> None:
    found = seen([], at=1)
    assert (found.title, found.private) == (NEUTRAL, True)
    assert SECRET not in repr(found)
    assert "child" not in repr(found)


def test_a_restriction_in_force_is_private_session() -> None:
    assert seen([], restricted_now="staffing").private


@pytest.mark.parametrize("typed", ["", "The Chair said", "= Agreed", "! DCS by 14 Jan: write", "present: IC"])
def test_an_open_line_may_be_seen_while_it_is_typed(typed: str) -> None:
    assert may_be_seen(typed, private=False)
    assert not may_be_seen(typed, private=True)


@pytest.mark.parametrize("typed", ["(restricted: x) y", " (", "> 5/03 done", "Restricted: x", "amend 5/4.2: a => b",
                                   "interest: POL item 7: a relative"])  # fmt: skip
def test_a_line_that_may_be_restricted_is_typed_unseen(typed: str) -> None:
    assert not may_be_seen(typed, private=False)
