"""The golden thread: what a record comes from and what comes from it (rule 4; N 7.3)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Knot:
    """One record on the thread: its kind (`requirement`, `plan line` …), reference, words, and how it stands.

    `restricted` is the reason for which its words stay out of open papers, if they do (rule 12).
    """

    kind: str
    ref: str
    text: str
    state: str = ""
    restricted: str | None = None

    @property
    def named_alone(self) -> bool:
        """Say whether its reference says what kind of record it is: `letter 2`, `meeting 5`."""
        return self.kind in ("letter", "meeting")


@dataclass(frozen=True)
class Branch:
    """A record and, further along the thread in one direction, what hangs on it; each record appears once."""

    knot: Knot
    further: tuple[Branch, ...] = ()


@dataclass(frozen=True)
class Thread:
    """A record between what it comes from and what leads on from it, each as far as the thread goes."""

    of: Knot
    comes_from: tuple[Branch, ...]
    leads_to: tuple[Branch, ...]
