"""How a filter goes on while it is typed: its keys, then what a Board knows of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from boardtui.domain.filter_keys import KEYS, Key, Kind, Takes, key_of

_DAYS = ("today", "overdue", "none", "<30d", ">30d")
_LAST = re.compile(r'(?:^|[\s(])(-*)((?:([a-z]+):((?:"[^"]*|[^\s()"])*))|[a-z]+)$', re.IGNORECASE)


@dataclass(frozen=True)
class Known:
    """What a Board has that a key can name: initials, references, numbers, codes, its ratings' words."""

    owners: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    ratings: tuple[str, ...] = field(default=("Red", "Amber", "Green", "Blue"))


def completions(typed: str, kind: Kind, known: Known) -> tuple[str, ...]:
    """Return what the last word may become, whole: `ow` → `owner:`, `owner:D` → `owner:DCS`, `owner:DDN`."""
    found = _LAST.search(typed)
    if found is None:
        return ()
    denied, word, name, value = found[1], found[2], found[3], found[4]
    if name is None:
        return tuple(f"{denied}{key.name}:" for key in KEYS[kind] if key.name.startswith(word.casefold()))
    key = key_of(kind, name)
    if key is None:
        return ()
    before, comma, last = value.rpartition(",")
    begun = last.lstrip('"').casefold()
    return tuple(
        f"{denied}{name}:{before}{comma}{_quoted(one)}"
        for one in _values(kind, key, known)
        if one.casefold().startswith(begun) and one.casefold() != begun
    )


def completed(typed: str, choice: str) -> str:
    """Return what was typed with its last word completed."""
    found = _LAST.search(typed)
    return typed if found is None else typed[: found.start(1)] + choice


def _values(kind: Kind, key: Key, known: Known) -> tuple[str, ...]:
    if key.takes is Takes.DAYS:
        return _DAYS
    if key.takes is Takes.RATING:
        return (*known.ratings, "none")
    if key.known:
        named: tuple[str, ...] = getattr(known, key.known)
        return named
    if key.takes is Takes.STATE and kind is Kind.PLAN:
        return (*key.values, *known.ratings, "none")
    return key.values


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
