"""Ratings as documents print them: letter, word and colour, never colour alone, and the key (rule 5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from boardtui.documents.sentences import capital
from boardtui.documents.word import Context
from boardtui.domain.ratings import Level, Scheme
from boardtui.domain.text import listed

NOT_RATED = "Not rated"
DIRECTIONS = {"better": "↑ Better", "same": "→ Same", "worse": "↓ Worse", "new": "First rating"}
"""Direction of travel in a word, with an arrow beside it."""


def cell(scheme: Scheme, letter: str | None) -> Context:
    """Return a rating as a table cell prints it: `A Amber` on its colour."""
    level = _level(scheme, letter)
    if level is None:
        return {"rating": letter or NOT_RATED, "colour": ""}
    return {"rating": _named(level), "colour": level.colour if level.rank else ""}


def worded(scheme: Scheme, letter: str | None) -> str:
    """Return a rating in a word: `Amber`."""
    level = _level(scheme, letter)
    return level.word if level else letter or NOT_RATED.lower()


def rank(scheme: Scheme, letter: str | None) -> int:
    """Order ratings from the worst to the best, and what is not rated last."""
    level = _level(scheme, letter)
    return level.rank if level and level.rank else len(scheme) + 1


def needs_path(scheme: Scheme, letter: str | None) -> bool:
    """Say whether a rating must come with a path to green (rule 6)."""
    level = _level(scheme, letter)
    return bool(level and level.needs_path)


def key(scheme: Scheme) -> list[Context]:
    """Return the key to ratings."""
    return [
        {**cell(scheme, level.letter), "meaning": capital(level.meaning)}
        for level in scheme
        if level.rank or level.meaning.casefold() != level.word.casefold()
    ]


def counted(scheme: Scheme, letters: Iterable[str | None]) -> str:
    """Count ratings in words, the worst first: `2 Red, 5 Amber and 1 not rated`."""
    words = {level.letter: level.word for level in scheme if level.rank}
    found = Counter(letter if letter in words else None for letter in letters)
    said = [
        f"{found[letter]} {words[letter] if letter else NOT_RATED.lower()}"
        for letter in sorted(found, key=lambda one: rank(scheme, one))
    ]
    return listed(said)


def _level(scheme: Scheme, letter: str | None) -> Level | None:
    return next((level for level in scheme if letter and level.letter == letter), None)


def _named(level: Level) -> str:
    return f"{level.letter} {level.word}" if level.rank else level.word
