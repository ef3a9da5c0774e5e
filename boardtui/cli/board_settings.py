"""The Board's own settings on the command line: those that are given are changed, then all of them are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pathlib import Path

    from boardtui.domain.states import Role
    from boardtui.store.reading.reader import Database

T = TypeVar("T")


def changed_and_read(
    file: Path, by: str | None, role: Role | None, given: Mapping[str, Any], read: Callable[[Database], T]
) -> T:
    """Change the settings that were given (None was not), and return what the Board says afterwards."""
    from boardtui.bootstrap import open_desk

    if wanted := {name: value for name, value in given.items() if value is not None}:
        from boardtui.cli.changing import change
        from boardtui.services.board import change_settings

        change(file, by, role, lambda work: change_settings(work, **wanted))
    with closing(open_desk(file)) as desk:
        return desk.read(read)
