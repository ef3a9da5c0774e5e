"""Words of a text that may be misspelt: marked and never changed; names, abbreviations and figures are let be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from boardtui.domain.dates import MONTHS, WEEKDAYS

_CHUNK = re.compile(r"[\w'’@/.\-]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STARTS = re.compile(r"(?:^|[.!?:;]\s+|[“‘\"(]\s*|\n\s*)$")
_NO_WORD = re.compile(r"[\d@/_]|\w\.\w")
_DATES = re.compile(r"\b(?:since|in|by|of|until|till|before|after|from|during|last|next)\s+$", re.IGNORECASE)
"""What stands before `march` where it is a month."""

_DAY_NAMES = frozenset(name.casefold() for name in (*MONTHS, *WEEKDAYS)) - {"may"}

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

    Left alone are words in capitals, or with capitals inside as abbreviations and names have them (`LSCBs`, `eCAF`,
    `McDonald`), words with figures, addresses, and words with a capital inside a sentence, which are names. A capital
    after several small letters makes no name: `waMarch`. Nor is a month or a day of the week in small letters right.
    A word with a hyphen is right where its parts are.
    """
    found = (word for word, before in _words(text, knows) if is_day_name(word, before) or not _right(word, knows))
    return tuple(dict.fromkeys(found))


def is_day_name(word: str, before: str = "since ") -> bool:
    """Say whether a word is a month or a day of the week in small letters, by itself or after what is before it."""
    return word in _DAY_NAMES and (word != "march" or _DATES.search(before) is not None)


def _words(text: str, knows: Knows) -> Iterator[tuple[str, str]]:
    """Give each word that is looked up, and the text before it."""
    for chunk in _CHUNK.finditer(text):
        plain = chunk[0].strip(".-'’")
        if _NO_WORD.search(plain) or ("-" in plain and _right(plain.replace("-", ""), knows)):
            continue
        for found in _WORD.finditer(chunk[0]):
            word, before = found[0], text[: chunk.start() + found.start()]
            named = word[0].isupper() and not _STARTS.search(before)
            if _run_together(word) or not (named or any(letter.isupper() for letter in word[1:])):
                yield word, before


def _run_together(word: str) -> bool:
    """Say whether a capital follows several small letters, as it does where two words are typed as one."""
    letters = word.removeprefix("Mac")
    threes = zip(letters, letters[1:], letters[2:], strict=False)
    return any(one.islower() and other.islower() and after.isupper() for one, other, after in threes)


def _right(word: str, knows: Knows) -> bool:
    plain = word.replace("’", "'").casefold()
    whole = plain.removesuffix("'s").removesuffix("'")
    return len(whole) < 2 or knows(plain) or knows(whole)
