"""The README and the pages for each user say what the program does."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from boardtui.cli import program
from boardtui.ui.commands import COMMANDS
from boardtui.ui.keys import shown_key
from tests import readme

IN_FORMS = {"ctrl+s", "enter"}
"""Keys that every form has, whichever place it is opened in."""
CLOSING = ("live mode", "ctrl+e")
"""The key of the page that `f9` opens, which has its own last line."""
PLACES = {"its pages": "setting-up", "live mode": "live"}
"""What a page calls a place whose commands go by another name."""


@pytest.mark.parametrize("page", readme.PAGES, ids=lambda page: page.name)
def test_what_is_made_from_the_program_is_as_the_program_has_it(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert readme.renewed(text) == text, "renew it with: python -m tests.readme"


@pytest.mark.parametrize("page", readme.PAGES, ids=lambda page: page.name)
def test_every_command_on_a_page_is_there_with_its_options(page: Path) -> None:
    wrong = [call for call in _calls(page.read_text(encoding="utf-8")) if not _understood(call)]
    assert wrong == []


@pytest.mark.parametrize("user", ["administrator", "secretary", "chair"])
def test_every_key_on_a_users_page_is_a_key_of_that_place(user: str) -> None:
    rows = list(_rows((readme.README.parent / "docs" / f"{user}.md").read_text(encoding="utf-8")))
    wrong = [f"{key} in {places}" for places, keys in rows for key in keys if not _known(places, key)]
    assert len(rows) > 10
    assert wrong == []


def _rows(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the places and the keys of each row of the tables of tasks."""
    for to, where, press in re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", text, flags=re.M):
        if to not in ("to", "---"):
            told = re.findall(r"`([^`]+)`", f"{press} {' '.join(re.findall(r'with (`ctrl[^`]+`)', to))}")
            yield where.lower().split(", "), told


def _known(places: list[str], key: str) -> bool:
    keys = {
        shown_key(one.strip())
        for command in COMMANDS
        if command.where in (*(PLACES.get(place, place) for place in places), "everywhere")
        for one in command.key.split(",")
    }
    return key in keys | IN_FORMS or (places[0], key) == CLOSING


def _calls(text: str) -> Iterator[str]:
    """Yield every call of the program: in the text, and in blocks to be typed."""
    for told in re.findall(r"`(boardtui [^`]+)`|^(boardtui .+)$", text.replace("\\|", "|"), flags=re.M):
        yield " ".join("".join(told).split())


def _understood(call: str) -> bool:
    """Say whether a command, with its second word where it has one, and all its options are there."""
    words = shlex.split(call.split(" | ")[0])[1:]
    at: Any = program()
    while words and words[0] in getattr(at, "commands", {}):
        at = at.commands[words.pop(0)]
    if hasattr(at, "commands") and words and not words[0].startswith("-"):
        return words[0] == "COMMAND"
    params = getattr(at, "loaded", at).params
    options = {name for one in params for name in (*one.opts, *one.secondary_opts)} | {"--help"}
    return all(word.split("=")[0] in options for word in words if re.match(r"--?[a-z]", word))
