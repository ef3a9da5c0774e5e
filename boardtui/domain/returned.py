"""A Word file as it came back: its paragraphs with what was tracked in them, and the comments (DESIGN 6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True)
class Tracked:
    """A tracked insertion or deletion: by whom, and when."""

    inserted: bool
    author: str
    on: date | None


@dataclass(frozen=True)
class Stretch:
    """A stretch of text that is all there as it was, or all inserted, or all deleted."""

    text: str
    tracked: Tracked | None = None

    @property
    def was(self) -> bool:
        """Say whether it stood there before the tracked changes."""
        return self.tracked is None or not self.tracked.inserted

    @property
    def stays(self) -> bool:
        """Say whether it stands there when the tracked changes are accepted."""
        return self.tracked is None or self.tracked.inserted


Stretches = tuple[Stretch, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: the record it belongs to (its bookmark), its stretches, and whether its end was tracked."""

    stretches: Stretches
    mark: str = ""
    bullet: bool = False
    in_table: bool = False
    end: Tracked | None = None

    @property
    def before(self) -> str:
        """Return the text without the tracked changes."""
        return before(self.stretches)

    @property
    def after(self) -> str:
        """Return the text with the tracked changes accepted."""
        return after(self.stretches)

    @property
    def tracked(self) -> Tracked | None:
        """Return the first tracked change in it."""
        return first_tracked(self.stretches)


@dataclass(frozen=True)
class Comment:
    """A comment: on which words of which paragraph (by its place), by whom and when."""

    text: str
    author: str
    on: date | None
    words: str
    paragraph: int | None


@dataclass(frozen=True)
class Returned:
    """What a Word file says: `journal` and `head` name the moment it was made from, if it still tells.

    `restricted` says that it is a paper's restricted version.
    """

    paragraphs: tuple[Paragraph, ...]
    comments: tuple[Comment, ...] = ()
    journal: int | None = None
    head: str = ""
    restricted: bool = False


def before(stretches: Sequence[Stretch]) -> str:
    """Return the text without the tracked changes."""
    return "".join(one.text for one in stretches if one.was)


def after(stretches: Sequence[Stretch]) -> str:
    """Return the text with the tracked changes accepted."""
    return "".join(one.text for one in stretches if one.stays)


def first_tracked(stretches: Sequence[Stretch]) -> Tracked | None:
    """Return the first tracked change that says something."""
    return next((one.tracked for one in stretches if one.tracked and one.text.strip()), None)


def cut(stretches: Sequence[Stretch], at: int, *, insertions_after: bool = True) -> tuple[Stretches, Stretches]:
    """Cut at a place of the text without the tracked changes; what was inserted just there comes after the cut."""
    left: list[Stretch] = []
    for number, one in enumerate(stretches):
        length = len(one.text) if one.was else 0
        if at < length or (at == 0 and (one.was or insertions_after)):
            rest = stretches[number + 1 :]
            halves = [replace(one, text=one.text[:at]), replace(one, text=one.text[at:])]
            head, tail = (halves[0], halves[1]) if one.was else (replace(one, text=""), one)
            return tuple(part for part in (*left, head) if part.text), tuple(p for p in (tail, *rest) if p.text)
        at -= length
        left.append(one)
    return tuple(left), ()


def joined(parts: Sequence[Stretches], between: Callable[[int], Stretch]) -> Stretches:
    """Join the stretches of several paragraphs; `between` gives what stands after each but the last."""
    made: list[Stretch] = []
    for number, part in enumerate(parts):
        made += part
        if number + 1 < len(parts):
            made.append(between(number))
    return tuple(made)
