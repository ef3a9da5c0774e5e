"""The council's own templates: which there are, a copy to start from, and what is wrong in one (DESIGN 6, 8)."""

from __future__ import annotations

from typing import Annotated

import typer

from boardtui.cli.options import Json
from boardtui.domain.text import one_line, plural
from boardtui.errors import BoardError

Name = Annotated[str, typer.Argument(metavar="NAME", help="As in boardtui templates list: minutes.")]
Which = Annotated[str | None, typer.Argument(metavar="NAME|FILE", help="By default all of your own.")]


def list_(as_json: Json = False) -> None:
    """List the templates: shipped or your own, and whether yours was checked as it is now."""
    import json

    from boardtui.services.templates import templates

    found = templates()
    if as_json:
        rows = [
            {"name": one.name, "what": one.what, "own": one.own, "standing": one.standing, "path": str(one.path)}
            for one in found
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for one in found:
        whose = f"your own, {one.standing}" if one.own else "shipped"
        print(one_line(f"{one.name}: {one.what} ({whose}){f' {one.path}' if one.own else ''}"))


def copy(name: Name) -> None:
    """Copy a shipped template into your own folder, to be changed there, and print where it is."""
    from boardtui.services.templates import copy as copied

    print(copied(name))


def check(which: Which = None) -> None:
    """Check your own templates, or one, by its name or its file: what is wrong in it, and where."""
    from boardtui.services.templates import check as checked

    results = checked(which)
    wrong = 0
    for one in results:
        wrong += len(one.wrong)
        for said in one.wrong:
            print(one_line(f"{one.path.name}: {said}"))
        if not one.wrong:
            print(f"{one.path} can be used.")
    if not results:
        print("You have no templates of your own. Copy one with: boardtui templates copy minutes")
    if wrong:
        raise BoardError(
            f"{plural(wrong, 'fault was', 'faults were')} found.",
            "A template with a fault is not used; nothing of it was run.",
            "Mend it in Word and check again, or remove it to use the shipped one.",
        )
