"""A person's own keys: how they may be written, and everything that is wrong with them, each in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from string import punctuation

from textual.binding import Binding, BindingType
from textual.keys import _character_to_key

from boardtui.domain.text import listed
from boardtui.ui.commands import COMMANDS, EVERYWHERE, Command
from boardtui.ui.keys import NAMES, shown_key

_NAMED = {
    *("enter", "escape", "space", "delete", "insert", "backspace", "home", "end", "pageup", "pagedown"),
    *("up", "down", "left", "right", "question_mark", "slash", "left_square_bracket", "right_square_bracket"),
}
_SEEN_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+j": "enter"}
"""Keys that a terminal does not tell from others."""

_KEPT = {"tab": "goes to the next part of the screen", "shift+tab": "goes to the part before"}
"""Keys that are the frame's own."""

_PLAIN = re.compile(r"[a-zA-Z0-9]|f([1-9]|1[0-9]|2[0-4])|ctrl\+[a-z]|(shift|ctrl)\+(up|down|left|right|f[1-9]|f1[0-2])")
_SIGNS = frozenset(map(_character_to_key, punctuation))
_LIVE = "live"


def spelt(typed: str) -> str:
    """Return a key, or several with commas, as the program calls it: `question_mark` of `?`, `escape` of `Esc`."""
    return ",".join(_spelt(key.strip()) for key in typed.split(","))


def _spelt(key: str) -> str:
    *held, last = key.split("+") if len(key) > 1 else [key]
    last = NAMES.get(last.lower(), last)
    if len(last) == 1 and not last.isalnum():
        last = _character_to_key(last)
    elif len(last) > 1 or held:
        last = last.lower()
    return "+".join([*(one.lower() for one in held), last])


def problems(own: Mapping[str, str]) -> list[str]:
    """Say everything that keeps a person's keys from being used; nothing if they can be."""
    known = {command.id: command for command in COMMANDS}
    said = [_unknown(name, known) for name in sorted(set(own) - set(known))]
    sound: dict[str, str] = {}
    for name in (command.id for command in COMMANDS if command.id in own):
        wrong = [sentence for key in spelt(own[name]).split(",") if (sentence := _unusable(known[name], key))]
        said += wrong
        if not wrong:
            sound[name] = spelt(own[name])
    return said + list(_clashes(sound))


def _unknown(name: str, known: Mapping[str, Command]) -> str:
    near = get_close_matches(name, known, 1)
    meant = f" Is “{near[0]}” meant?" if near else " Their names are in the README’s table of keys."
    return f"A command “{name}” does not exist.{meant}"


def _unusable(command: Command, key: str) -> str:
    """Say why a key cannot be given to a command by itself; nothing if it can."""
    given = f"“{command.id}” cannot have {shown_key(key)}"
    if key in _SEEN_AS:
        return f"{given}: a terminal takes it for {_SEEN_AS[key]}."
    if key in _KEPT:
        return f"{given}: it {_KEPT[key]}."
    if key == "ctrl+c":
        return f"{given}: it copies what is marked."
    if not (_PLAIN.fullmatch(key) or key in _NAMED or key in _SIGNS):
        return f"“{command.id}”: there is no key “{key}”. Write a letter, a digit, a sign, f5, ctrl+t, delete or left."
    if command.where == _LIVE:
        return f"{given}: it is a key of typing, and in live mode every one is text." if _is_typed(key) else ""
    return f"{given}: it moves through the lists." if key in _of_lists() else ""


def _is_typed(key: str) -> bool:
    return len(key) == 1 or key in _NAMED or key in _SIGNS or key in _of_typing()


@cache
def _of_lists() -> frozenset[str]:
    from boardtui.ui.widgets.record_list import RecordList

    return _heard(RecordList.BINDINGS)


@cache
def _of_typing() -> frozenset[str]:
    from boardtui.ui.widgets.live_box import LiveBox

    return _heard(LiveBox.BINDINGS)


def _heard(bindings: list[BindingType]) -> frozenset[str]:
    return frozenset(key.key for one in bindings for key in Binding.make_bindings([one]))


def _clashes(own: Mapping[str, str]) -> Iterator[str]:
    """Say of each two commands that would have the same key on a screen, one of them by the person's choice."""
    keys = {command.id: own.get(command.id, command.key) for command in COMMANDS}
    taken: dict[str, list[Command]] = {}
    for command in COMMANDS:
        for key in keys[command.id].split(","):
            taken.setdefault(key, []).append(command)
    for key, several in taken.items():
        if any(command.where == EVERYWHERE for command in several):
            yield from _clash(key, several, "", own)
            continue
        for where in sorted({command.where for command in several}):
            yield from _clash(key, [one for one in several if one.where == where], f" on the screen “{where}”", own)


def _clash(key: str, several: list[Command], where: str, own: Mapping[str, str]) -> Iterator[str]:
    """Say that commands share a key, if one of them has it by the person's choice."""
    if len(several) > 1 and any(command.id in own for command in several):
        names = listed([_named(command) for command in several])
        yield f"The key {shown_key(key)} is given to two commands{where}: {names}."


def _named(command: Command) -> str:
    return f"“{command.id}”{' (everywhere)' if command.where == EVERYWHERE else ''}"
