"""A person's own keys: everything that is wrong with them is said at once, each in a sentence."""

from __future__ import annotations

import pytest

from boardtui.config import Config
from boardtui.services.desk import Desk
from boardtui.ui.commands import COMMANDS
from boardtui.ui.own_keys import problems, spelt
from tests.ui.seeing import seated


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("?", "question_mark"), ("Esc", "escape"), ("K", "K"), ("Ctrl+T", "ctrl+t"), ("→", "right"), ("F5, b", "f5,b")],
)
def test_a_key_may_be_written_as_it_is_shown(typed: str, meant: str) -> None:
    assert spelt(typed) == meant


def test_the_program_s_own_keys_could_be_anybody_s() -> None:
    assert problems({command.id: command.key for command in COMMANDS}) == []


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (
            {"actions-done": "u"},
            "given to two commands on the screen “actions”: “actions-update” and “actions-done”",
        ),
        ({"plan-rate": "q"}, "q is given to two commands: “quit” (everywhere) and “plan-rate”"),
        ({"action-dne": "b"}, "“action-dne” does not exist. Is “action-done” meant?"),
        ({"nonsense": "b"}, "“nonsense” does not exist. Their names are in the README"),
        ({"actions-close": "k"}, "it moves through the lists"),
        ({"live-next": "n"}, "in live mode every one is text"),
        ({"live-next": "ctrl+e"}, "in live mode every one is text"),
        ({"actions-close": "hyper+x"}, "there is no key “hyper+x”"),
        ({"actions-close": "ctrl+m"}, "a terminal takes it for enter"),
        ({"actions-close": "tab"}, "it goes to the next part of the screen"),
    ],
)
def test_what_cannot_be_is_said(own: dict[str, str], said: str) -> None:
    (sentence,) = problems(own)
    assert said in sentence


def test_two_commands_may_change_places() -> None:
    assert problems({"actions-done": "u", "actions-update": "d"}) == []


def test_the_same_key_on_different_screens_is_no_clash() -> None:
    assert problems({"actions-done": "b", "plan-rate": "b"}) == []


async def test_all_problems_are_shown_at_once_and_the_usual_keys_work(desk: Desk) -> None:
    own = {"actions-done": "u", "live-next": "n", "nonsense": "b"}
    async with seated(desk, settings=Config(keys=own)) as seat:
        assert "3 things to mend" in seat.sees
        assert "boardtui config" in seat.sees
        await seat.press("escape", "3", "u")
        assert "What is new" in seat.sees


async def test_a_key_written_as_a_sign_works(desk: Desk) -> None:
    async with seated(desk, settings=Config(keys={"actions-update": "!"})) as seat:
        await seat.press("3", "!")
        assert "What is new" in seat.sees
