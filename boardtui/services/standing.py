"""The standing agenda: what every meeting starts from, as a text file that a council may change."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from boardtui import paths
from boardtui.documents.templates import read
from boardtui.domain.states import Purpose
from boardtui.domain.text import one_line
from boardtui.errors import BoardError

FIELDS = {
    "title": "Declarations of interest",
    "kind": "interests",
    "purpose": "decision",
    "minutes": "10",
    "presenter": "IC",
}
"""What an item may say, each with an example; only the title is needed."""

_TOP = ("title", "description", "item")
_MOST_ITEMS = 100
_MOST_MINUTES = 600
_AT = re.compile(r"\s*\(at line (\d+), column (\d+)\)$")
_MEND = "Mend the file, or remove your own copy to use the one that came with the program."


def own_path(name: str = "standing") -> Path:
    """Return where the council's own standing agenda belongs."""
    return paths.own_templates() / "agenda" / f"{name}.toml"


def shipped_path(name: str = "standing") -> Path:
    """Return where the standing agenda that came with the program is."""
    return paths.shipped_templates() / "agenda" / f"{name}.toml"


def standing_items(name: str = "standing") -> list[dict[str, Any]]:
    """Return the items of a standing agenda, the council's own before the shipped one; raises BoardError."""
    path = own_path(name)
    data = read(path)
    if data is None:
        path = shipped_path(name)
        data = read(path) or b""
    items, wrong = understood(data)
    if wrong:
        raise BoardError(f"The standing agenda {path} cannot be used: {wrong[0]}", "No meeting was planned.", _MEND)
    return items


def understood(data: bytes) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the items of a standing agenda, and what is wrong in it, each with its line."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        found = tomllib.loads(text)
    except UnicodeDecodeError:
        return [], ["it is not plain text (UTF-8)."]
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        at = _AT.search(str(problem))
        said = one_line(_AT.sub("", str(problem)))
        return [], [f"line {at[1]}, column {at[2]}: {said}." if at else f"{said}."]
    items = found.get("item")
    if not isinstance(items, list) or not items or not all(isinstance(item, dict) for item in items):
        return [], ["it has no items; each begins with a line [[item]]."]
    wrong = [*_unknown(text, found), *(said for n, item in enumerate(items) for said in _wrong(text, n, item))]
    if len(items) > _MOST_ITEMS:
        wrong.append(f"it has {len(items)} items; a meeting takes at most {_MOST_ITEMS}.")
    return items, wrong


def _unknown(text: str, found: dict[str, Any]) -> Iterator[str]:
    for name in found.keys() - set(_TOP):
        yield f"line {_line(text, -1, name)}: “{name}” is not known here; there are {', '.join(_TOP)}."


def _wrong(text: str, number: int, item: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with one item."""
    if "title" not in item:
        yield f"line {_line(text, number)}: the item has no title."
    for name, value in item.items():
        said = _why_not(name, value)
        if said:
            yield f"line {_line(text, number, name)}: {said}."


def _why_not(name: str, value: Any) -> str:
    """Say why an item cannot have such a field; nothing when it can."""
    match name:
        case "title":
            return "" if isinstance(value, str) and one_line(value) else "the title is a text in quotation marks"
        case "purpose":
            return "" if value in set(Purpose) else f"“{value}” is not a purpose; write one of {', '.join(Purpose)}"
        case "minutes":
            right = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_MINUTES
            return "" if right else f"the minutes are a number from 0 to {_MOST_MINUTES}, without quotation marks"
        case "kind" | "presenter":
            return "" if isinstance(value, str) else f"the {name} is a text in quotation marks"
        case _:
            return f"“{name}” is not known here; an item has {', '.join(FIELDS)}"


def _line(text: str, number: int, name: str = "") -> int:
    """Return the line on which an item, counted from 0, begins or says a field; -1 is what stands before them."""
    at = -1
    found = 1
    for line, said in enumerate(text.splitlines(), 1):
        if re.match(r"\s*\[\[\s*item\s*\]\]", said):
            at += 1
            if at == number:
                found = line
        elif name and at == number and re.match(rf"""\s*["']?{re.escape(name)}["']?\s*=""", said):
            return line
    return found
