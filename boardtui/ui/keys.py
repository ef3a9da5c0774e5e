"""The keys of the commands: how they are written, the person's own in front, and README's table of them."""

from __future__ import annotations

from collections.abc import Mapping

from boardtui.errors import BoardError
from boardtui.ui.commands import COMMANDS, EVERYWHERE, Command

_SHOWN = {
    "question_mark": "?",
    "slash": "/",
    "escape": "esc",
    "delete": "del",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
}


def shown_key(key: str) -> str:
    """Write a key as people read it: `?`, `esc`, `ctrl+z`; of several, the first."""
    first = key.split(",")[0]
    *held, last = first.split("+")
    return "+".join([*held, _SHOWN.get(last, last)])


def keys_in_force(own: Mapping[str, str]) -> dict[str, str]:
    """Return each command's key, the person's own keys in front; refuse an unknown command or a clash."""
    known = {command.id: command for command in COMMANDS}
    for unknown in sorted(set(own) - set(known)):
        raise BoardError(
            f"The keys in your settings name a command that does not exist: “{unknown}”.",
            "The keys are as they come.",
            "Press ? to see the commands; their names are in the README.",
        )
    keys = {command.id: own.get(command.id, command.key) for command in COMMANDS}
    taken: dict[tuple[str, str], Command] = {}
    for command in COMMANDS:
        for key in keys[command.id].split(","):
            for where in _felt_in(command):
                other = taken.setdefault((where, key.strip()), command)
                if other is not command:
                    raise BoardError(
                        f"The key {shown_key(key)} is given to two commands: “{other.id}” and “{command.id}”.",
                        "The keys are as they come.",
                        "Give one of them another key in your settings.",
                    )
    return keys


def _felt_in(command: Command) -> list[str]:
    """Name the screens on which a command's key is taken."""
    if command.where != EVERYWHERE:
        return [command.where]
    return sorted({other.where for other in COMMANDS})


def key_table() -> str:
    """Return README's table of keys: screen, key, what it does, and its name in the settings."""
    lines = ["| where | key | does | name |", "| --- | --- | --- | --- |"]
    for command in COMMANDS:
        keys = " ".join(f"`{shown_key(key.strip())}`" for key in command.key.split(","))
        lines.append(f"| {command.where} | {keys} | {command.help} | `{command.id}` |")
    return "\n".join(lines) + "\n"
