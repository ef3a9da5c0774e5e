"""What search finds: a record, what kind it is, and the words in their context."""

from __future__ import annotations

import re
from dataclasses import dataclass

from boardtui.domain.text import clean
from boardtui.domain.thread import Knot

SHORTEST = 2
"""Letters and figures that must be typed before a search as you type begins."""

_PART = re.compile(r'"([^"]*)(?:"|$)|([^\s"]+)')


@dataclass(frozen=True)
class Part:
    """A word that a record must hold, or how a word begins; or with `whole` a phrase exactly as it stands."""

    text: str
    whole: bool = False


@dataclass(frozen=True)
class Piece:
    """A piece of a record's words: `hit` where it is what was looked for."""

    text: str
    hit: bool = False


@dataclass(frozen=True)
class Found:
    """A record that was found: its kind in words, its name, its words around what was looked for.

    `opens` is the record on whose screen it stands, `id` that record's identity; `restricted` why it stays out of open
    papers, if it does (rule 12).
    """

    kind: str
    name: tuple[Piece, ...]
    words: tuple[Piece, ...]
    opens: Knot
    id: str = ""
    restricted: str | None = None


def parts(typed: str) -> tuple[Part, ...]:
    """Read what is looked for: words as they begin, phrases in quotes; what holds no letter or figure is left out."""
    found = (
        Part(one[1].strip(), whole=True) if one[1] is not None else Part(one[2]) for one in _PART.finditer(clean(typed))
    )
    return tuple(part for part in found if any(letter.isalnum() for letter in part.text))


def enough(typed: str) -> bool:
    """Say whether enough is typed to begin a search."""
    return sum(letter.isalnum() for part in parts(typed) for letter in part.text) >= SHORTEST


def said(pieces: tuple[Piece, ...]) -> str:
    """Return the pieces as one text."""
    return "".join(piece.text for piece in pieces)
