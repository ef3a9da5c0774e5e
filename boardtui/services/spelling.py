"""What a doubtful word may have been meant to be: by how little it differs from words that are known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from boardtui.domain.spelling import is_day_name
from boardtui.services.desk import Desk
from boardtui.store.reading.spelling import british, own_words

if TYPE_CHECKING:
    from spellchecker import SpellChecker

MOST = 5
"""Suggestions for one word."""

LONGEST = 16
"""Letters of a word beyond which only one slip is looked for: two would take seconds."""


def suggestions(desk: Desk, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each word what it may have been meant to be, the likeliest first; nothing where nothing is near."""
    own = desk.read(own_words)
    return {word: _near(word, own) for word in words}


def _near(word: str, own: frozenset[str]) -> tuple[str, ...]:
    if is_day_name(word):
        return (word.capitalize(),)
    plain = word.casefold().replace("’", "'")
    checker = _checker()
    near = checker.edit_distance_1(plain)
    found = {one for one in near if one in checker or one in own}
    if not found and len(plain) <= LONGEST:
        found = set(checker.candidates(plain) or ()) - {plain}
    ordered = sorted(
        found, key=lambda one: (one[0] != plain[0], sorted(one) != sorted(plain), _longer(one, plain), one)
    )
    return tuple(_as(word, one) for one in ordered[:MOST])


def _longer(one: str, plain: str) -> int:
    """Return by how many letters one is longer or shorter; two letters that changed places come before that."""
    return abs(len(one) - len(plain))


def _as(word: str, suggested: str) -> str:
    return suggested.capitalize() if word[0].isupper() else suggested


@lru_cache(maxsize=1)
def _checker() -> SpellChecker:
    """Return the library's checker, over our words instead of its own."""
    from spellchecker import SpellChecker

    checker = SpellChecker(language=None)
    checker.word_frequency.load_words(british())
    return checker
