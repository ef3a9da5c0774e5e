"""Words of a text that may be misspelt: marked and never changed; names, abbreviations and figures are let be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_CHUNK = re.compile(r"[\w'’@/.\-]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STARTS = re.compile(r"(?:^|[.!?:;]\s+|[“‘\"(]\s*|\n\s*)$")
_NO_WORD = re.compile(r"[\d@/_]|\w\.\w")

Knows = Callable[[str], bool]
"""Whether a word in small letters is spelt as it should be."""


@dataclass(frozen=True)
class Doubt:
    """A line of the minutes with words in it that may be misspelt."""

    entry_id: str
    ref: str
    item: int
    text: str
    words: tuple[str, ...]


def doubtful(text: str, knows: Knows) -> tuple[str, ...]:
    """Return the words that may be misspelt, each once, in their order.

    Left alone are words in capitals or with capitals inside, words with figures, addresses, and words with a capital
    inside a sentence, which are names. A word with a hyphen is right where its parts are.
    """
    return tuple(dict.fromkeys(word for word in _words(text, knows) if not _right(word, knows)))


def _words(text: str, knows: Knows) -> Iterator[str]:
    for chunk in _CHUNK.finditer(text):
        plain = chunk[0].strip(".-'’")
        if _NO_WORD.search(plain) or ("-" in plain and _right(plain.replace("-", ""), knows)):
            continue
        for found in _WORD.finditer(chunk[0]):
            word, at = found[0], chunk.start() + found.start()
            named = word[0].isupper() and not _STARTS.search(text[:at])
            if not named and not any(letter.isupper() for letter in word[1:]):
                yield word


def _right(word: str, knows: Knows) -> bool:
    plain = word.replace("’", "'").casefold()
    whole = plain.removesuffix("'s").removesuffix("'")
    return len(whole) < 2 or knows(plain) or knows(whole)
