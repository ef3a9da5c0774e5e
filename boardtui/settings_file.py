"""The settings file as it is first made: every setting there is, explained and still commented out."""

from __future__ import annotations

import os
from dataclasses import MISSING, Field
from pathlib import Path
from typing import Any

from boardtui.config import SETTINGS

_HEAD = """\
# Settings of boardtui. Take the # away in front of a setting to use it.
# `boardtui config --check` says whether all of it can be used.
"""


def commented() -> str:
    """Return every setting with what it means and an example, commented out."""
    return _HEAD + "".join(f"\n# {one.metadata['says']}\n{_example(one)}\n" for one in SETTINGS)


def make(path: Path) -> None:
    """Make the settings file, which only the person can read; one that is there stays as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        made = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return
    with os.fdopen(made, "w", encoding="utf-8") as file:
        file.write(commented())


def table() -> str:
    """Return the README's table of settings."""
    rows = [f"| {_named(one)} | {one.metadata['says']} | {_usual(one)} |" for one in SETTINGS]
    return "\n".join(["| setting, with an example | what it sets | without it |", "| --- | --- | --- |", *rows])


def _example(one: Field[Any]) -> str:
    if one.type.startswith("dict"):
        return f"# [{one.name}]\n# {one.metadata['example']}"
    return f"# {one.name} = {one.metadata['example']}"


def _named(one: Field[Any]) -> str:
    if one.type.startswith("dict"):
        return f"`[{one.name}]` and below it `{one.metadata['example']}`"
    return f"`{one.name} = {one.metadata['example']}`"


def _usual(one: Field[Any]) -> str:
    return f"`{one.default}`" if one.default_factory is MISSING and one.default != "" else ""
