"""The registry of the command line says of each command what the command itself says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from typer.core import TyperGroup

from boardtui.cli import program
from boardtui.cli.commands import COMMANDS, Listed


def listed() -> Iterator[tuple[str, Listed]]:
    for name, command in program().commands.items():
        if isinstance(command, Listed):
            yield name, command
        else:
            assert isinstance(command, TyperGroup)
            inner = command.commands.items()
            yield from ((f"{name} {last}", leaf) for last, leaf in inner if isinstance(leaf, Listed))


def test_every_command_is_on_the_command_line() -> None:
    assert {call for call, _ in listed()} == set(COMMANDS)


@pytest.mark.parametrize(("call", "command"), listed())
def test_a_command_is_listed_with_the_first_line_of_its_own_help(call: str, command: Listed) -> None:
    assert command.loaded.name == call.rpartition(" ")[2]
    assert command.loaded.help.splitlines()[0] == command.help
