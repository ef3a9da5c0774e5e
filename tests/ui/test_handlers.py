"""Textual calls the handlers of every base class by itself: one that calls its base's too has it done twice."""

from __future__ import annotations

import re
from pathlib import Path

import boardtui.ui

_CALLS_BASE = re.compile(r"super\(\)\.on_(?!event\b)\w+\(")


def test_no_handler_calls_the_handler_of_its_base() -> None:
    sources = Path(boardtui.ui.__file__).parent.rglob("*.py")
    assert [one.name for one in sources if _CALLS_BASE.search(one.read_text(encoding="utf-8"))] == []
