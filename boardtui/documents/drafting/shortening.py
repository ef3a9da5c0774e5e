"""Recorded text made to fit a number of words, ended where a sentence or clause ends."""

from __future__ import annotations

import re

_END = re.compile(r"[.;:!?](?=\s)|,(?=\s)|\s[–—-](?=\s)|\s(?=(?:because|but|while|although|so that|until|unless)\s)")
_FULL_END = ".;!?"
_JOIN = re.compile(r"\s(?=(?:and|or|which|who|after|before|with|from|by|for|in|on|at|to)\s)")
_BUT = re.compile(r"[,;]? \b(?:but|yet)\b ")
_DANGLING = re.compile(
    r"(?:\s+(?:a|an|the|and|or|of|to|in|on|by|for|with|that|is|are|was|were|has|have|its|their))+$", re.I
)
_FEWEST = 3
_PAIRS = ("()", "[]", "“”")


def words_in(text: str) -> int:
    """Count words as a word processor does."""
    return len(text.split())


def shortened(text: str, words: int) -> str:
    """Fit text into so many words, ending at a clause; only text without one ends in “…”, after a whole word.

    What follows a *but* carries the point, so it outlives what stands before it.
    """
    if words_in(text) <= words:
        return text
    before, turn, after = _turn(text)
    if turn and _FEWEST <= words_in(after) <= words:
        left = words - words_in(after) - 1
        kept = _ended(before, left) if left >= _FEWEST else ""
        return f"{kept}{turn}{after}" if kept else after
    return _ended(text, words) or _ended(text, words, _JOIN) or _cut(text, words)


def _turn(text: str) -> tuple[str, str, str]:
    """Split at the first *but* that is not inside brackets."""
    for found in _BUT.finditer(text):
        if _balanced(text[: found.start()]):
            return text[: found.start()], found[0], text[found.end() :]
    return text, "", ""


def _ended(text: str, words: int, ends: re.Pattern[str] = _END) -> str:
    """Return the longest opening that ends with a clause and fits, a full end before a comma; else nothing."""
    if words_in(text) <= words:
        return text
    fitting = ""
    full = ""
    for found in ends.finditer(text):
        kept = text[: found.start()]
        if words_in(kept) > words:
            break
        if words_in(kept) < _FEWEST or not _balanced(kept):
            continue
        fitting = kept
        if found[0] in _FULL_END:
            full = kept
    best = full if words_in(full) * 2 >= words_in(fitting) else fitting
    return _DANGLING.sub("", best).rstrip(" ,;:")


def _cut(text: str, words: int) -> str:
    kept = _DANGLING.sub("", " ".join(text.split()[:words])).rstrip(" ,;:.")
    return f"{kept}…"


def _balanced(text: str) -> bool:
    return all(text.count(opens) == text.count(closes) for opens, closes in _PAIRS)
