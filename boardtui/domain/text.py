"""Text as people type it, made safe to store, to show and to print (DESIGN 8, *Text*)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_NEW_LINE = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"  # both patterns are compiled by their first use
_PLANES = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_UNSAFE = (
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 except tab and newline, DEL, C1
    "\ud800-\udfff"  # lone surrogates
    f"\ufdd0-\ufdef{_PLANES}"  # noncharacters
    "\u202a-\u202e\u2066-\u2069"  # bidi embeddings, overrides and isolates
    "]"
)
_JOINER = "\u200d"


def clean(text: str) -> str:
    """Remove what could command a terminal, spoil a Word file or reverse a line (DESIGN 8, *Text*).

    Every kind of line break becomes a newline, Word's own (a vertical tab) included, so that no two words
    run together. Tabs, newlines and zero-width joiners stay. Cleaning twice changes nothing.
    """
    return re.sub(_UNSAFE, "", re.sub(_NEW_LINE, "\n", text))


def one_line(text: str) -> str:
    """Clean the text and fold its white space into single spaces."""
    return " ".join(clean(text).split())


def plural(number: int, noun: str, nouns: str = "") -> str:
    """Count a noun: `1 action`, `2 actions`; `2 agencies`; give `nouns` where English is irregular."""
    if number == 1:
        return f"1 {noun}"
    if not nouns:
        nouns = f"{noun[:-1]}ies" if re.search("[^aeiou]y$", noun) else f"{noun}s"
    return f"{number} {nouns}"


def times(number: int) -> str:
    """Say how often: once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def listed(names: Sequence[str], joined_by: str = "and") -> str:
    """Join names as a sentence does: `a, b and c`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joined_by} {names[-1]}"


def shorten(text: str, width: int) -> str:
    """Fit text on one line of `width` characters, ending in “…” after a whole word where one fits.

    A letter is never parted from its accents, nor a joined emoji from its parts.
    """
    line = one_line(text)
    if len(line) <= width:
        return line
    if width < 1:
        return ""
    end = width - 1
    space = line.rfind(" ", 0, end + 1)
    if space > end // 2:
        end = space
    while end > 0 and not _may_cut(line, end):
        end -= 1
    return f"{line[:end].rstrip()}…"


def elide(text: str, width: int) -> str:
    """Fit text on one line of `width` characters by leaving words out of its middle: titles often differ at their end.

    Its first word stays, and as many of its last ones as fit; where not even that fits it is shortened at its end.
    """
    first, *others = one_line(text).split(" ")
    if len(one_line(text)) <= width:
        return one_line(text)
    for at in range(1, len(others)):
        end = " ".join(others[at:])
        if len(first) + 1 + len(end) <= width:
            return f"{first}…{end}"
    return shorten(text, width)


def _may_cut(line: str, at: int) -> bool:
    """Say whether what stands at this place starts a new character as a reader sees it."""
    here, before = line[at], line[at - 1]
    belongs = unicodedata.category(here) in ("Mn", "Me", "Mc") or "\U0001f3fb" <= here <= "\U0001f3ff"
    return not belongs and _JOINER not in (here, before)
