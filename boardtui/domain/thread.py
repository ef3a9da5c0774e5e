"""The golden thread: what a record comes from and what comes from it (rule 4; N 7.3)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Knot:
    """One record on the thread: its kind (`requirement`, `plan line` …), reference, words, and how it stands."""

    kind: str
    ref: str
    text: str
    state: str = ""


@dataclass(frozen=True)
class Thread:
    """A record between what it comes from and what comes from it."""

    of: Knot
    comes_from: tuple[Knot, ...]
    leads_to: tuple[Knot, ...]
