"""What each Word template is tried with: run `python -m tests.trial` to make `templates/trial/*.json` again.

Every paper of the samples is made once; of what its template was given, as little is kept as shows every field filled.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from boardtui import paths
from boardtui.documents import word
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services import brief, changes, export, sample
from boardtui.services.desk import Desk
from tests.store import full_board

FOLDER = paths.shipped_templates() / "trial"
Given = dict[str, list[word.Context]]
"""What each template was given, time after time."""

_MOST_WORDS = 120


def gathered(boards: Iterable[Path]) -> Given:
    """Return what the templates are given when every paper of these Boards is made, in both versions."""
    given: Given = {}

    def caught(name: str, context: word.Context, pictures: object = None) -> bytes:
        given.setdefault(name, []).append(context)
        return b""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word, "render", caught)
        for path in boards:
            with closing(Desk(path, who="Test", role=Role.ADMINISTRATOR, clock=lambda: full_board.NOW)) as desk:
                _all_papers(desk)
    return given


def _all_papers(desk: Desk) -> None:
    for version in PaperVersion:
        for kind in export.KINDS:
            for number in (None, *range(1, 7)):
                with suppress(BoardError):  # there is no such paper, or it has no such version
                    export.render(desk, kind, number, version=version)
    with suppress(BoardError), tempfile.TemporaryDirectory() as folder:
        changes.export(desk, Path(folder), "1")
    with tempfile.TemporaryDirectory() as folder:
        brief.export(desk, None, Path(folder))


def made(given: list[word.Context]) -> word.Context:
    """Return one context with every field that any of these has, filled in if it ever is; lists as short as may be."""
    shown = {name: value for name, value in _merged(given).items() if name not in ("said", "properties")}
    said = [one for context in given for one in context["said"]]
    properties = max((one["properties"] for one in given), key=lambda one: len(json.dumps(one)))
    return {**shown, "said": list(_printed(shown, said)), "properties": properties}


def _merged(values: list[Any]) -> Any:
    """Merge values of one field: dicts key by key, lists into the few that fill most, texts into the first."""
    if isinstance(values[0], dict):
        names = dict.fromkeys(name for one in values for name in one)
        return {name: _merged([one[name] for one in values if name in one]) for name in names}
    if isinstance(values[0], list):
        return _few([one for value in values for one in value])
    filled = [one for one in values if one.strip()]
    return min(filled, key=lambda one: (len(one) > _MOST_WORDS, len(one) < 3), default="")


def _few(rows: list[Any]) -> list[Any]:
    """Return the few rows of a list that between them fill every field which any of them does."""
    chosen: list[Any] = []
    seen: set[str] = set()
    for row in sorted(rows, key=lambda one: -len(set(fields(one)))):
        if not chosen or set(fields(row)) - seen:
            chosen.append(_shortened(row))
            seen |= set(fields(row))
    return chosen if isinstance(rows[0] if rows else "", dict) else chosen[:1]


def _shortened(row: Any) -> Any:
    if isinstance(row, dict):
        return {name: _few(value) if isinstance(value, list) else value for name, value in row.items()}
    return row


def fields(value: Any, at: str = "") -> Iterator[str]:
    """Yield the path of every field below that is filled in: `business.entries.text`."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from fields(one, f"{at}.{name}".strip("."))
    elif isinstance(value, list):
        for one in value:
            yield from fields(one, at)
    elif value:
        yield at


def _printed(context: word.Context, said: list[list[str]]) -> Iterator[list[str]]:
    """Yield what of all that was to be printed this context still holds, each once."""
    rows = [set(_texts(row)) for row in _rows(context)]
    for wanted in dict.fromkeys(tuple(filter(None, one)) for one in said):
        if wanted and any(set(wanted) <= row for row in rows):
            yield list(wanted)


def _rows(value: Any) -> Iterator[Any]:
    """Yield every dict below, and each text of the outermost by itself."""
    if isinstance(value, dict):
        yield from (one for one in value.values() if isinstance(one, str))
        for one in value.values():
            if isinstance(one, list):
                for row in one:
                    yield row
                    if isinstance(row, dict):
                        yield from _rows({name: inner for name, inner in row.items() if isinstance(inner, list)})


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(one)


def boards(folder: Path) -> Iterator[Path]:
    """Build the Boards whose papers are made: the three samples, and one that has some of everything."""
    for name in ("2012", "2019", "2023"):
        sample.build(name, folder / name)
        yield folder / name
    full_board.build(folder / "full")
    yield folder / "full"


def main() -> None:
    """Write the files."""
    with tempfile.TemporaryDirectory() as folder:
        given = gathered(list(boards(Path(folder))))
    FOLDER.mkdir(exist_ok=True)
    for name, contexts in given.items():
        text = json.dumps(made(contexts), ensure_ascii=False, indent=1)
        (FOLDER / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
