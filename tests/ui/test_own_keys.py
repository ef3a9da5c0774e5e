"""A person's own keys: everything that is wrong with them is said at once, each in a sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import boardtui
from boardtui.config import Config
from boardtui.errors import BoardError
from boardtui.services.desk import Desk
from boardtui.ui.commands import COMMANDS
from boardtui.ui.keys import with_keys
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


ROOMS = ("domain", "store", "documents", "services", "cli", "ui")
NAMES_A_KEY = re.compile(
    r"\b[Pp]ress [a-zA-Z1-8](?![\w-])|\b[Uu]nder [1-8b-z]\b(?!-)|\bwith [b-z](?![\w-])|^[A-Z].*\([1-8]\),"
    r"|\b[a-z] on Home|, then [b-z]\b(?!-)|\b[2-8] [a-z]\b"
)
"""A key that stands in a sentence as it is."""


def sentences() -> Iterator[str]:
    """Yield every text in the code, but what documents it."""
    for path in (path for room in ROOMS for path in Path(boardtui.__file__).with_name(room).rglob("*.py")):
        code = ast.parse(path.read_text(encoding="utf-8"))
        documents = {id(one.value) for one in ast.walk(code) if isinstance(one, ast.Expr)}
        for part in ast.walk(code):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and id(part) not in documents:
                yield part.value


def test_a_sentence_names_a_key_by_its_command_so_that_it_follows_a_person_s_own() -> None:
    said = list(sentences())
    named = {name for one in said for name in re.findall(r"\{([a-z]+(?:-[a-z]+)+)\}", one)}
    assert named
    assert named <= {command.id for command in COMMANDS}
    assert [one for one in said if NAMES_A_KEY.search(one)] == []
    assert with_keys("{home}, then {live-tidy} or {help}") == "1, then F8 or ?"


async def test_an_error_names_the_person_s_own_keys(new_desk: Desk) -> None:
    refused = BoardError("No.", "", "Under {meetings}, press {meetings-add} to plan it; {this} is no key.")
    async with seated(new_desk, settings=Config(keys={"meetings-add": "W"})):
        assert refused.hint == "Under 2, press W to plan it; {this} is no key."


async def test_an_empty_place_says_the_person_s_own_key(new_desk: Desk) -> None:
    async with seated(new_desk, settings=Config(keys={"plan-add": "B"})) as seat:
        await seat.press("4")
        assert "Press B to add one; i brings in" in seat.sees
