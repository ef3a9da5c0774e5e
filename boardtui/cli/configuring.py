"""The person's own settings: opened in their editor, and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from boardtui.cli.options import Json

if TYPE_CHECKING:
    from boardtui.config import Config


def config(
    check: Annotated[bool, typer.Option("--check", help="Only say whether all of it can be used.")] = False,
    path: Annotated[bool, typer.Option("--path", help="Only print where the file is.")] = False,
    as_json: Json = False,
) -> None:
    """Open your settings in your editor, made first if there are none, and check them; --check only checks.

    Your saved views, in `views.toml` beside them, are checked too.
    The editor is the one named in VISUAL or EDITOR. --json prints the settings in force and what is wrong with others.
    """
    from boardtui.config import read, refused, where

    file = where()
    if path:
        print(file)
        return
    if not (check or as_json):
        from boardtui.cli.editor import edit
        from boardtui.settings_file import make

        make(file)
        edit(file)
    found, wrong = read(file)
    wrong += _wrong_keys(found) + _wrong_views()
    if as_json:
        _print(found, wrong)
    elif not wrong:
        print(f"{file} can be used as it is." if file.is_file() else f"There is no {file}: everything is as usual.")
    if wrong and not as_json:
        for said in wrong:
            print(f"- {said}")
        raise refused(file, [])


def _wrong_keys(found: Config) -> list[str]:
    if not found.keys:
        return []
    from boardtui.ui.own_keys import problems

    return problems(found.keys)


def _wrong_views() -> list[str]:
    from boardtui.saved_views import read

    views, wrong = read()
    if not views:
        return wrong
    from datetime import date

    from boardtui.domain.saved_filters import problems

    return wrong + problems(views, date.max)


def _print(found: Config, wrong: list[str]) -> None:
    import json
    from dataclasses import asdict

    from boardtui.config import where

    print(json.dumps({"path": str(where()), **asdict(found), "wrong": wrong}, ensure_ascii=False, indent=1))
