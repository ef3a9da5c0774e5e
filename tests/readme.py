"""The parts of the README that are made from the program: run `python -m tests.readme` to renew them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from boardtui.cli import app
from boardtui.ui.commands import COMMANDS, EVERYWHERE, shown_key

README = Path(__file__).parent.parent / "README.md"


def keys() -> str:
    """Return every command of the registry as tables, one for each screen."""
    said: list[str] = []
    for where in dict.fromkeys(command.where for command in COMMANDS):
        title = "Everywhere" if where == EVERYWHERE else where.capitalize()
        said += [f"**{title}**", "", "| key | what it does | name |", "| --- | --- | --- |"]
        said += [
            f"| {' '.join(f'`{shown_key(key)}`' for key in command.key.split(','))} | {command.help} | `{command.id}` |"
            for command in COMMANDS
            if command.where == where
        ]
        said.append("")
    return "\n".join(said).strip()


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
    for name, made in (("keys", keys()), ("commands", commands())):
        before, begin, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        text = "".join((before, begin, made, "\n", end, after))
    return text


def _arguments(command: Any) -> str:
    context = typer.Context(command)
    return " ".join(one.make_metavar(context) for one in command.params if one.param_type_name == "argument")


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
