"""The recycle bin: what was deleted and can be restored, in people's words (DESIGN 5)."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.domain.history import RecordChange, named
from boardtui.domain.undoing import UNDO, plain

REMOVE, RESTORE = "Remove ", "Restore "
"""How the sentences of what deletes and what restores begin; a service that deletes says so with the first."""

HOW_TO_RESTORE = "It can be restored: Home ({home}), then {home-deleted}."


@dataclass(frozen=True)
class Deleted:
    """One thing that was deleted: its number in the bin, what it was, and who deleted it when (an ISO moment).

    `rows` counts the rows that went with it; `restricted` is why it is restricted, if it is.
    """

    number: int
    entry: int
    kind: str
    ref: str
    words: str
    sentence: str
    who: str
    role: str
    at: str
    rows: int = 1
    restricted: str | None = None

    @property
    def named(self) -> str:
        """Return what people call it: `evidence E5`."""
        return named(self.kind, self.ref)


@dataclass(frozen=True)
class InFull:
    """One thing that was deleted, with every record that its deletion removed or changed."""

    deleted: Deleted
    changes: tuple[RecordChange, ...]


def deletes(sentence: str) -> bool:
    """Say whether a sentence of the journal tells of a deletion."""
    return not sentence.startswith(UNDO) and plain(sentence).startswith(REMOVE)


def restores(sentence: str) -> bool:
    """Say whether it tells of a restoration, or of one that was taken back."""
    return plain(sentence).startswith(RESTORE)
