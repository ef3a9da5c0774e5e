"""The parts of the README that are made from the program: run `python -m tests.readme` to renew them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from boardtui.cli import app
from boardtui.ui.commands import key_table

README = Path(__file__).parent.parent / "README.md"


def commands() -> str:
    """Return every command of the command line with the first line of its help."""
    said = ["| command | what it does |", "| --- | --- |"]
    root = typer.main.get_group(app)
    for name, command in root.commands.items():
        inner = getattr(command, "commands", None) or {"": command}
        for last, leaf in inner.items():
            call = " ".join(filter(None, ("boardtui", name, last, _arguments(leaf)))).replace("|", r"\|")
            said.append(f"| `{call}` | {(leaf.help or '').splitlines()[0]} |")
    return "\n".join(said)


def renewed(text: str) -> str:
    """Return the README with both parts made again."""
    for name, made in (("keys", key_table().strip()), ("commands", commands())):
        before, begin, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        text = "".join((before, begin, made, "\n", end, after))
    return text


def _arguments(command: Any) -> str:
    context = typer.Context(command)
    return " ".join(one.make_metavar(context) for one in command.params if one.param_type_name == "argument")


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
