"""The four documents side by side, for tests of what they have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from boardtui.documents import actions, agenda, letter, minutes
from tests.documents import samples

Make = Callable[[], bytes]

MODULES: dict[str, Any] = {"agenda": agenda, "minutes": minutes, "actions": actions, "letter": letter}
PAPERS: dict[str, Callable[..., Any]] = {
    "agenda": samples.agenda,
    "minutes": samples.minutes,
    "actions": samples.action_log,
    "letter": samples.letter,
}


def render(kind: str, **changes: Any) -> bytes:
    """Render one kind of document from its hand-made paper."""
    data: bytes = MODULES[kind].render(PAPERS[kind](**changes))
    return data
