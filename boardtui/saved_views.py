"""The person's saved views: filters under names of their own, list by list, in `views.toml` beside the settings.

They are the person's and not the Board's: a way of looking changes no record, is wanted on every Board, and is kept
while a Board is only read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from boardtui import paths
from boardtui.errors import BoardError

LISTS = ("actions", "plan", "meetings", "requirements", "entries", "indicators")
"""The lists whose filters can be saved."""
LONGEST = 40
"""Characters of a view's name."""

_HEAD = """\
# Saved views of boardtui: under the list, each view's name and its filter.
# The first of a list is shown with F2, the second with F3, and so on. `boardtui config --check` reads them too.
"""

Views = dict[str, dict[str, str]]


def where() -> Path:
    """Return the file of saved views; it need not be there."""
    return paths.config_folder() / "views.toml"


def read(path: Path | None = None) -> tuple[Views, list[str]]:
    """Return the views that can be used, in their order, and say what is wrong with the others."""
    path = path or where()
    if not path.is_file():
        return {}, []
    import tomllib

    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        return {}, ["The file of saved views is not plain text (UTF-8)."]
    except OSError as problem:
        return {}, [f"The file of saved views cannot be read: {problem.strerror}."]
    except tomllib.TOMLDecodeError as problem:
        return {}, [f"The saved views cannot be understood: {problem}."]
    wrong = [f"There are no views of “{name}”; there are of {', '.join(LISTS)}." for name in raw if name not in LISTS]
    found: Views = {}
    for name, views in raw.items():
        if name not in LISTS:
            continue
        if not isinstance(views, dict):
            wrong.append(f'Under [{name}] each view stands on a line of its own: name = "filter".')
            continue
        wrong += [f"The view “{view}” of {name} is no text in quotation marks." for view in _odd(views)]
        found[name] = {view: text for view, text in views.items() if isinstance(text, str)}
    return found, wrong


def of(name: str, path: Path | None = None) -> dict[str, str]:
    """Return the saved views of one list; raises BoardError where the file cannot be used as it is."""
    path = path or where()
    found, wrong = read(path)
    if wrong:
        raise BoardError(
            f"The saved views in {path} cannot all be used.", " ".join(wrong), "Mend the file in an editor."
        )
    return found.get(name, {})


def save(name: str, view: str, text: str) -> dict[str, str]:
    """Save a list's filter under a name, in the place of one that has it; return the list's views."""
    return _write(name, {**of(name), view: text})


def remove(name: str, view: str) -> dict[str, str]:
    """Remove a view; return those that are left."""
    return _write(name, {one: text for one, text in of(name).items() if one != view})


def _write(name: str, views: dict[str, str]) -> dict[str, str]:
    path = where()
    whole = {**read(path)[0], name: views}
    parts = [_HEAD, *(_table(one, whole[one]) for one in LISTS if whole.get(one))]
    aside = path.with_suffix(".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(aside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write("\n".join(parts))
        aside.replace(path)
    except OSError as problem:
        raise BoardError(
            "The view was not saved.",
            f"{path} cannot be written: {problem.strerror}.",
            "Is the disk full, or read-only?",
        ) from problem
    return views


def _table(name: str, views: Mapping[str, str]) -> str:
    """Write the views of a list as TOML; a text of JSON is one of TOML."""
    lines = [f"{_text(view)} = {_text(text)}" for view, text in views.items()]
    return "\n".join([f"[{name}]", *lines, ""])


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _odd(views: Mapping[str, object]) -> list[str]:
    return [view for view, text in views.items() if not isinstance(text, str)]
