"""Text without what word processors change by themselves: curly quotes, long spaces, ellipses (DESIGN 6, readback)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

_SAME = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\t", " "),
    **dict.fromkeys("\u00ad\u200b\u2060\ufeff\u200e\u200f", ""),
    "…": "...",
    "ﬁ": "fi",
    "ﬂ": "fl",
}
_WORD = re.compile(r"\n|[^\W_]+|[^\w\s]|_")


@dataclass(frozen=True)
class Folded:
    """A folded text, and for each of its characters (and its end) the place it has in the text as it was."""

    text: str
    places: tuple[int, ...]

    def at(self, place: int) -> int:
        """Return the place in the folded text of a place in the text as it was."""
        return bisect_left(self.places, place)


@lru_cache(maxsize=512)
def fold(text: str) -> Folded:
    """Fold quotes, dashes, spaces and ellipses; white space becomes one blank, or one new line for each paragraph."""
    said: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for one in _SAME.get(character, character):
            blank = one in " \n"
            if blank and (not said or said[-1] == "\n"):
                continue
            if one == "\n" and said[-1] == " ":
                said[-1], places[-1] = "\n", place
            elif not (one == " " and said[-1:] == [" "]):
                said.append(one)
                places.append(place)
    while said and said[-1] in " \n":
        said.pop()
        places.pop()
    return Folded("".join(said), (*places, len(text.rstrip()) if said else len(text)))


def same(one: str, other: str) -> bool:
    """Say whether two texts differ in nothing that a person wrote."""
    return one == other or fold(one).text == fold(other).text


def place_in(text: str, start: int, end: int, other: str) -> tuple[int, int] | None:
    """Return where the stretch `start` to `end` of a text stands in another version of it, or None if it is gone.

    The stretch must stand there as it was, between the same words.
    """
    ours, theirs = fold(text), fold(other)
    first, last = ours.at(start), ours.at(end)
    if ours.text == theirs.text:
        return theirs.places[first], theirs.places[last]
    for mine, yours, length in _alike(ours.text, theirs.text):
        inside = mine <= first and last <= mine + length
        open_start = first == mine and mine > 0 and yours > 0 and first == last
        if inside and not open_start:
            return theirs.places[yours + first - mine], theirs.places[yours + last - mine]
    return None


def _alike(one: str, other: str) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches of words that both texts have: where in each, and how long."""
    ours, theirs = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    found = SequenceMatcher(None, [word[0] for word in ours], [word[0] for word in theirs], autojunk=False)
    for mine, yours, length in found.get_matching_blocks():
        if length:
            start, end = ours[mine].start(), ours[mine + length - 1].end()
            if one[start:end] == other[theirs[yours].start() : theirs[yours + length - 1].end()]:
                yield start, theirs[yours].start(), end - start


@dataclass(frozen=True)
class Piece:
    """A stretch of a comparison: what was there, what is there now; the same text in both where nothing changed."""

    old: str
    new: str

    @property
    def changed(self) -> bool:
        """Say whether it is a change."""
        return self.old != self.new


_SHOWN = re.compile(r"\s+|[^\W_]+(?:['’][^\W_]+)?|[^\w\s]|_")


def pieces(old: str, new: str) -> list[Piece]:
    """Compare two texts word by word, for showing; what only a word processor changed is no change."""
    before, after = _SHOWN.findall(old), _SHOWN.findall(new)
    matcher = SequenceMatcher(None, _keys(before), _keys(after), autojunk=False)
    made: list[Piece] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        was, now = "".join(before[i:j]), "".join(after[k:m])
        if kind == "equal":
            made.append(Piece(was, was))
        elif len(made) > 1 and made[-1].old.isspace() and made[-2].changed:
            blank = made.pop().old
            made[-1] = Piece(made[-1].old + blank + was, made[-1].new + blank + now)
        else:
            made.append(Piece(was, now))
    return made


def rewritten(old: str, new: str) -> str:
    """Return a new text with the old one's own quotes, dashes and spaces wherever nothing else was changed."""
    return "".join(piece.new for piece in pieces(old, new)).replace("\u00a0", " ")


def _keys(words: Sequence[str]) -> list[str]:
    return ["\n" if "\n" in word else fold(word).text or " " for word in words]
