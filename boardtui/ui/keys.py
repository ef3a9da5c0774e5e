"""The keys of the commands: how they are written, the person's own in front, and README's table of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from boardtui.domain.text import plural
from boardtui.errors import BoardError
from boardtui.keys_said import follow
from boardtui.ui.commands import COMMANDS

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
_COMMAND = re.compile(r"\{([a-z-]+)\}")
NAMES = {shown: name for name, shown in _SHOWN.items()} | {"return": "enter"}
"""What a person may write for the name of a key: `esc` for `escape`, `→` for `right`."""


def shown_key(key: str) -> str:
    """Write a key as people read it: `?`, `esc`, `ctrl+z`; of several, the first."""
    first = key.split(",")[0]
    *held, last = first.split("+")
    return "+".join([*held, _SHOWN.get(last, last)])


_in_force = {command.id: command.key for command in COMMANDS}


def put_in_force(keys: Mapping[str, str]) -> None:
    """Let every sentence that names a command name it by these keys."""
    _in_force.update(keys)
    follow(shown_keys)


def with_keys(sentence: str) -> str:
    """Put keys into one of the program's own sentences, where it names a command: `Press {actions-add} to raise one`.

    This is the one way in which a sentence on the screen names a key, so that it follows a person's own.
    """
    return _COMMAND.sub(lambda found: _said(_in_force[found[1]]), sentence)


def _said(key: str) -> str:
    shown = shown_key(key)
    return shown.upper() if re.fullmatch(r"f[0-9]+", shown) else shown


def shown_keys() -> dict[str, str]:
    """Return the key of each command as people read it."""
    return {name: _said(key) for name, key in _in_force.items()}


def keys_in_force(own: Mapping[str, str]) -> dict[str, str]:
    """Return each command's key, the person's own keys in front; refuse them all if one cannot be used."""
    keys = {command.id: command.key for command in COMMANDS}
    if own:
        from boardtui.ui.own_keys import problems, spelt

        if wrong := problems(own):
            raise BoardError(
                f"Your own keys are not in force: {plural(len(wrong), 'thing')} to mend.",
                "\n".join(wrong),
                "The usual keys work meanwhile. Mend it with: boardtui config",
            )
        keys |= {name: spelt(key) for name, key in own.items()}
    return keys


def key_table() -> str:
    """Return README's table of keys: screen, key, what it does, and its name in the settings."""
    lines = ["| where | key | does | name |", "| --- | --- | --- | --- |"]
    for command in COMMANDS:
        keys = " ".join(f"`{shown_key(key.strip())}`" for key in command.key.split(","))
        lines.append(f"| {command.where} | {keys} | {command.help} | `{command.id}` |")
    return "\n".join(lines) + "\n"
