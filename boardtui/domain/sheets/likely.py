"""Who may be meant by a name that nobody here has: offered, never taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from boardtui.domain.offering import plain
from boardtui.domain.views import Person

MOST = 3
"""People offered for one name."""

_ALIKE = 0.82
_LITTLE = {"of", "and", "the", "for", "to", "in"}
_TITLES = {"mr", "mrs", "ms", "miss", "dr", "cllr", "prof", "sir", "dame"}


def likely(name: str, people: Sequence[Person]) -> tuple[Person, ...]:
    """Return whom a name may mean, the likeliest first.

    `J. Smith`, `Mrs Smith` or `JS` may be Jane Smith, `Jon Smith` John Smith, `Dir. of Children's Services` the
    Director.
    """
    worth = [(max(_by_initials(name, one), _alike(name, one.name), _alike(name, one.role)), one) for one in people]
    ranked = sorted((pair for pair in worth if pair[0] >= _ALIKE), key=lambda pair: -pair[0])
    return tuple(one for _worth, one in ranked[:MOST])


def _by_initials(name: str, one: Person) -> float:
    """Say whether these are the initials of the person's own name: logs are kept by them."""
    return 1.0 if one.own_initials and re.sub(r"[\s.]", "", name).upper() == one.own_initials else 0.0


def _alike(name: str, known: str) -> float:
    """Say how alike two names are, from 0 to 1; each word may be cut short or be an initial."""
    mine, theirs = _words(name), _words(known)
    if not mine or not theirs:
        return 0.0
    if _shortened(mine, theirs) or _shortened(theirs, mine):
        return 0.95
    if len(mine) == 1 and len(theirs) > 1 and mine[0] == theirs[-1] and _titled(name):
        return 0.9
    return SequenceMatcher(None, " ".join(mine), " ".join(theirs)).ratio()


def _titled(name: str) -> bool:
    """Say whether a title stands before the name, so that the rest of it is a surname: `Cllr Smith`."""
    words = re.findall(r"[\w]+", plain(name))
    return bool(words) and words[0] in _TITLES


def _shortened(short: Sequence[str], full: Sequence[str]) -> bool:
    """Say whether each word of one begins the word of the other in its place; more than one word, one of them whole."""
    if len(short) != len(full) or len(short) < 2:
        return False
    whole = sum(one == other for one, other in zip(short, full, strict=True))
    return whole > 0 and all(other.startswith(one) for one, other in zip(short, full, strict=True))


def _words(name: str) -> list[str]:
    words = re.findall(r"[\w]+", plain(name).replace("'", "").replace("’", "").replace("&", " "))
    return [word for word in words if word not in _LITTLE | _TITLES]
