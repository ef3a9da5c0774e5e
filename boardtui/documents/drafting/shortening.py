"""Recorded text made to fit a number of words, ended where a sentence or clause ends."""

from __future__ import annotations

import re

_GOES_ON = r"and|but|so|with|which|who|after|before|in|on|at|by|from|up"
_COMMA = rf",(?!\s(?!(?:{_GOES_ON})\b)[^,;.]{{1,40}}\s(?:and|or)\s)(?=\s)"  # not one inside `a, b and c`
_END = re.compile(rf"[.;:!?](?=\s)|{_COMMA}|\s[–—-](?=\s)|\s(?=(?:because|while|although|whereas)\s)")
_WEAK_END = re.compile(r"\s(?=(?:when|where|which|before|after|until|unless)\s)")
_FULL_END = ".;!?"
_BUT = re.compile(r"[,;] but ")
_DANGLING = re.compile(
    r"(?:\s+(?:a|an|the|and|or|of|to|in|on|by|for|with|that|who|is|are|was|were|has|have|be|its|their|no|not))+$",
    re.IGNORECASE,
)
_FEWEST = 3
_STRETCH = 2
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))


def words_in(text: str) -> int:
    """Count words as a word processor does."""
    return len(text.split())


def shortened(text: str, words: int) -> str:
    """Fit text into about so many words, ending at a clause: at the last that fits, else at the first after that.

    What follows a *but* carries the point, so it outlives what stands before it. Only text without a clause
    end in twice as many words is broken off with “…”, after a whole word.
    """
    if words_in(text) <= words:
        return text
    turned = _keeping_the_turn(text, words)
    if turned:
        return turned
    most = words * _STRETCH
    return _ended(text, words) or _first_end(text, most) or _ended(text, words, _WEAK_END) or _cut(text, most)


def whole(text: str, words: int) -> str:
    """Fit text into about so many words without ever breaking off: else its first clause, else all of it.

    Text that was broken off before, and ends with “…”, ends at its last clause.
    """
    if text.endswith("…"):
        bare = text.rstrip("…").rstrip()
        return _ended(f"{bare} …", min(words, words_in(bare) - 1)) or bare
    kept = shortened(text, words)
    return kept if not kept.endswith("…") else _first_end(text, words_in(text)) or text


def _keeping_the_turn(text: str, words: int) -> str:
    found = next((one for one in _BUT.finditer(text) if _balanced(text[: one.start()])), None)
    if found is None:
        return ""
    before, after = text[: found.start()], shortened(text[found.end() :], words)
    left = words - words_in(after) - 1
    kept = _ended(before, left) if left >= _FEWEST else ""
    return f"{kept}{found[0]}{after}" if kept else after


def _ended(text: str, words: int, ends: re.Pattern[str] = _END) -> str:
    """Return the longest opening that ends with a clause and fits, a full end before a comma; else nothing."""
    if words_in(text) <= words:
        return text
    fitting = full = ""
    for found in ends.finditer(text):
        kept = text[: found.start()]
        if words_in(kept) > words:
            break
        if words_in(kept) >= _FEWEST and _balanced(kept) and not _leaves_a_list_open(kept, text[found.start() :]):
            fitting = kept
            full = kept if found[0] in _FULL_END else full
    return _tidy(full if words_in(full) * 2 >= words_in(fitting) else fitting)


def _first_end(text: str, words: int) -> str:
    """Return the shortest opening that ends with a clause, if it is not much too long."""
    for found in _END.finditer(text):
        kept = text[: found.start()]
        if words_in(kept) >= _FEWEST and _balanced(kept) and not _leaves_a_list_open(kept, text[found.start() :]):
            return _tidy(kept) if words_in(kept) <= words else ""
    return text if words_in(text) <= words else ""


def _leaves_a_list_open(kept: str, rest: str) -> bool:
    """Say whether what is kept is a list whose last member, after *and*, would be cut off: `a is done, b is done`."""
    begun = re.split(r"[.;:!?]\s", kept)[-1]
    return (
        rest.startswith((", and ", ", or ")) and ", " in begun and not re.search(r", (?:and|or|but|so|which) ", begun)
    )


def _cut(text: str, words: int) -> str:
    return f"{_tidy(' '.join(text.split()[:words]))}…"


def _tidy(text: str) -> str:
    return _DANGLING.sub("", text).rstrip(" ,;:.")


def _balanced(text: str) -> bool:
    return all(text.count(opens) == text.count(closes) for opens, closes in _PAIRS)
