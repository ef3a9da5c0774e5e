"""Use cases: the only writers. Each module is imported when it is first used, so that reading starts fast."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boardtui.services import (
        actions,
        agenda,
        board,
        check,
        desk,
        export,
        letters,
        live,
        meetings,
        minutes,
        notes,
        people,
        plan,
        sample,
        session,
        undo,
    )

__all__ = [
    "actions",
    "agenda",
    "board",
    "check",
    "desk",
    "export",
    "letters",
    "live",
    "meetings",
    "minutes",
    "notes",
    "people",
    "plan",
    "sample",
    "session",
    "undo",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"boardtui.services.{name}")
    raise AttributeError(name)
