"""The parts of README and pages that are made from the program: run `python -m tests.readme` to renew them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import typer

from boardtui import settings_file
from boardtui.cli import program
from boardtui.documents.templates import WORD
from boardtui.documents.vetting.known_fields import merged
from boardtui.documents.vetting.trial import fields_of
from boardtui.domain.text import shorten
from boardtui.services.standing import FIELDS
from boardtui.services.templates import WHAT
from boardtui.ui.keys import key_table

_LONGEST = 70
README = Path(__file__).parent.parent / "README.md"
PAGES = (README, *sorted(README.parent.glob("docs/*.md")))


def commands() -> str:
    """Return every command of the command line with the first line of its help."""
    said = ["| command | what it does |", "| --- | --- |"]
    for name, command in program().commands.items():
        inner = getattr(command, "commands", None) or {"": command}
        for last, leaf in inner.items():
            call = " ".join(filter(None, ("boardtui", name, last, _arguments(leaf.loaded)))).replace("|", r"\|")
            said.append(f"| `{call}` | {(leaf.help or '').splitlines()[0]} |")
    return "\n".join(said)


def template_fields() -> str:
    """Return every field of every template with an example: what all of them have first, then each one's own."""
    given = {name: dict(_rows(fields_of(name))) for name in WORD}
    shared = [field for field in given["agenda"] if all(field in fields for fields in given.values())]
    said = _folded("every template", ((field, given["minutes"][field]) for field in shared))
    for name, fields in given.items():
        said += _folded(f"{name}: {WHAT[name]}", ((field, fields[field]) for field in fields if field not in shared))
    said += _folded(f"standing: {WHAT['standing']}", ((f"item.{field}", one) for field, one in FIELDS.items()))
    return "\n".join(said).strip()


def _folded(title: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    table = [f"| `{field}` | {example} |" for field, example in rows]
    return [
        f"<details><summary>{title}</summary>",
        "",
        "| field | example |",
        "| --- | --- |",
        *table,
        "",
        "</details>",
    ]


def _rows(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Yield each field as it is written in a loop over its list, with an example."""
    for name, one in value.items():
        path = f"{at}{name}"
        shape = merged(one)
        if isinstance(one, list):
            row = max(one, key=lambda row: len(str(row)), default="")
            if row and isinstance(row, str):
                yield f"{path}[]", _example(row)
            if shape and isinstance(shape[0], dict):
                yield from _rows(_filled(one), f"{path}[].")
        else:
            yield path, _example(one)


def _filled(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return each field of some rows as the first that has something in it says it; lists of theirs joined."""
    filled: dict[str, Any] = {}
    for name, one in ((name, one) for row in rows for name, one in row.items()):
        if isinstance(one, list):
            filled[name] = [*filled.get(name, []), *one]
        else:
            filled[name] = filled.get(name) or one
    return filled


def _example(text: str) -> str:
    return shorten(text, _LONGEST).replace("|", r"\|").replace("<", "&lt;") or "*(nothing in the samples)*"


def renewed(text: str) -> str:
    """Return a page with those generated parts made again that it has."""
    parts = {
        "keys": lambda: key_table().strip(),
        "settings": settings_file.table,
        "commands": commands,
        "fields": template_fields,
    }
    for name, make in parts.items():
        before, begin, rest = text.partition(f"<!-- {name} -->\n")
        if begin:
            _, end, after = rest.partition(f"<!-- /{name} -->")
            text = "".join((before, begin, make(), "\n", end, after))
    return text


def _arguments(command: Any) -> str:
    context = typer.Context(command)
    return " ".join(one.make_metavar(context) for one in command.params if one.param_type_name == "argument")


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
