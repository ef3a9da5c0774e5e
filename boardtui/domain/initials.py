"""Initials made up from what somebody is called: `Director of Children's Services` is DCS."""

from __future__ import annotations

import re
from collections.abc import Collection

LONGEST = 10
"""Characters that initials may have."""

_TITLES = {
    *("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "rev", "sir", "dame", "lord", "lady", "cllr", "councillor"),
    *("det", "supt", "ch", "insp", "sgt", "pc", "dci", "di", "ds", "acc", "superintendent", "inspector", "obe", "mbe"),
}
"""What stands before or after a name and is no part of its initials."""

_SMALL = {"of", "the", "and", "for", "to", "in", "a", "an", "with", "on"}


def proposed_initials(title: str, taken: Collection[str]) -> str:
    """Make initials up from a title: those of its words, with a number where they are `taken` (in any case)."""
    words = [
        word
        for word in re.findall(r"[^\W_]+", title.replace("'s", "").replace("’s", ""))
        if word.casefold() not in _SMALL
    ]
    short = "".join(word[0] for word in words).upper()[:LONGEST] or "X"
    if len(words) == 1:
        short = words[0][:3].upper()
    there = {one.casefold() for one in taken}
    made, number = short, 1
    while made.casefold() in there:
        number += 1
        made = f"{short[: LONGEST - len(str(number))]}{number}"
    return made


def personal_initials(name: str) -> str:
    """Return the initials of a person's name, without titles: `Cllr Joan Mary Frost` is JMF; of one word, none."""
    words = re.findall(r"[^\W\d_]+", name.replace("'", "").replace("’", ""))
    kept = [word for word in words if word.casefold() not in _TITLES]
    return "".join(word[0] for word in kept).upper() if len(kept) > 1 else ""
