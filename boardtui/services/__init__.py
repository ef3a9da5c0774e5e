"""Use cases: the only writers. Each module is imported when it is first used, so that reading starts fast."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boardtui.services import (
        actions,
        adopting,
        agenda,
        agreements,
        amending,
        archive,
        assurance,
        before_signing,
        board,
        changes,
        check,
        checks,
        closing,
        correspondence,
        desk,
        duties,
        evidence,
        export,
        fact_check,
        handover,
        indicators,
        instrument,
        letters,
        live,
        meetings,
        minutes,
        notes,
        notice,
        passphrase,
        people,
        plan,
        preflight,
        queries,
        queue,
        readback,
        recover,
        reports,
        sample,
        scrutiny,
        session,
        support,
        undo,
    )

__all__ = [
    "actions",
    "adopting",
    "agenda",
    "agreements",
    "amending",
    "archive",
    "assurance",
    "before_signing",
    "board",
    "changes",
    "check",
    "checks",
    "closing",
    "correspondence",
    "desk",
    "duties",
    "evidence",
    "export",
    "fact_check",
    "handover",
    "indicators",
    "instrument",
    "letters",
    "live",
    "meetings",
    "minutes",
    "notes",
    "notice",
    "passphrase",
    "people",
    "plan",
    "preflight",
    "queries",
    "queue",
    "readback",
    "recover",
    "reports",
    "sample",
    "scrutiny",
    "session",
    "support",
    "undo",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"boardtui.services.{name}")
    raise AttributeError(name)
