"""What a returned Word file asks of the record, point by point, each to be accepted or left (DESIGN 6)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from boardtui.domain.folding import fold
from boardtui.domain.readback import Difference, Patch, PointKind

ACCEPTED, NOTED, LEFT = "accepted", "noted", "left"
"""What a person decides about a point."""

STANDS = "stands"
"""What a point is when the record already says it, without anybody having decided it here."""


@dataclass(frozen=True)
class Paper:
    """The paper a Word file came back from; `locked` says how far it is, once it is changed no more."""

    kind: str
    number: int
    locked: str = ""

    @property
    def name(self) -> str:
        """Return what people call it: `minutes 5`, `letter 2`."""
        return f"{self.kind} {self.number}"


@dataclass(frozen=True)
class Point:
    """One change or comment. `old` and `new` are its paragraph before and after; of a comment, its words and it.

    `now` is what the record says by now, where that is no longer what was exported (then it is `stale`);
    `by_hand` says why the program cannot take it over, and how a person does.
    """

    number: int
    key: str
    kind: PointKind
    where: str
    mark: str
    old: str
    new: str
    author: str
    on: date | None
    patch: Patch | None = None
    after: str = ""
    before: str = ""
    now: str = ""
    stale: bool = False
    by_hand: str = ""
    decided: str = ""
    restricted: str | None = None

    @property
    def open(self) -> bool:
        """Say whether nobody has decided it, and the record does not say it yet."""
        return not self.decided

    @property
    def shown(self) -> str:
        """Return what it changes, for a list: the words that go and those that come, or the comment."""
        if self.patch is not None:
            gone = self.patch.base[self.patch.start : self.patch.end].strip()
            come = self.patch.new.strip()
            return f"{gone or '(nothing)'} → {come or '(nothing)'}"
        return self.new or self.old


@dataclass(frozen=True)
class Reading:
    """A returned file as it was read: the paper, its points in order, and what the person should know of it."""

    paper: Paper
    points: tuple[Point, ...]
    told: tuple[str, ...] = ()

    @property
    def left(self) -> tuple[Point, ...]:
        """Return the points still to be decided."""
        return tuple(one for one in self.points if one.open)


def key_of(paper: Paper, one: Difference, again: int) -> str:
    """Return the key by which a point is known when its file is read once more; `again` tells two alike apart."""
    place = one.patch.start if one.patch else -1
    said = (paper.name, one.kind, one.mark, one.author, str(place), fold(one.old).text, fold(one.new).text, one.said)
    return hashlib.sha256("\0".join((*said, str(again))).encode()).hexdigest()[:16]


def with_text(point: Point, text: str) -> Point:
    """Return the point as a person rewrote it before accepting it: its whole paragraph, or its comment."""
    patch = point.patch
    if patch is not None:
        patch = replace(patch.whole(), new=text)
    return replace(point, new=text, patch=patch)
