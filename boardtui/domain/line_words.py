"""What the record says of a plan line after its rating was agreed: the newest word goes before an old one (rule 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from boardtui.domain import views
from boardtui.domain.ratings import Level

NOT_SAID = "The minutes do not say whether that was done"
"""What is said of a step whose day has gone by and of which the record says nothing more."""

_WORD = re.compile(r"[a-z]{4,}")
_STEM, _ALIKE = 4, 2
_SMALL = frozenset(
    {"that", "this", "with", "from", "have", "been", "were", "than", "thei", "more", "chil", "each", "week", "loca"}
)


class WordKind(StrEnum):
    """Where a word on a line stands: minuted of the line, said of or closing its action, or a moved date."""

    MINUTED = "minuted"
    UPDATE = "update"
    CLOSED = "closed"
    MOVED = "moved"


def on_rating(scheme: Iterable[Level], line: views.PlanLine) -> views.LineWord | None:
    """Return the newest minuted word that speaks of the rating itself: `asked for Green and the Board declined`.

    Where there is one, the reason that the rating was given with has been overtaken.
    """
    levels = "|".join(re.escape(level.word) for level in scheme if level.rank)
    names = re.compile(rf"\b(?:{levels})\b") if levels else None
    found = [one for one in line.since if one.kind == WordKind.MINUTED and names is not None and names.search(one.text)]
    return found[-1] if found else None


def outcomes(line: views.PlanLine) -> list[views.LineWord]:
    """Return what came of a line's path, or of its reason, oldest first, the latest word on each thing.

    A word on one of its actions counts if the action is about the same as the path; a move counts if it is the last.
    """
    latest: dict[tuple[str, str], views.LineWord] = {}
    for one in line.since:
        if _belongs(line, one):
            key = ("line", "") if one.kind == WordKind.MINUTED else (WordKind.MOVED, "")
            key = key if one.kind in (WordKind.MINUTED, WordKind.MOVED) else ("action", one.ref)
            latest.pop(key, None)
            latest[key] = one
    return list(latest.values())


def alike(first: str, second: str) -> int:
    """Count the words that two texts share, by their stems, small words left out."""
    return len(_stems(first) & _stems(second))


def _belongs(line: views.PlanLine, word: views.LineWord) -> bool:
    if word.kind in (WordKind.MINUTED, WordKind.MOVED):
        return True
    return alike(line.path or line.reason, word.about) >= _ALIKE


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold())} - _SMALL
