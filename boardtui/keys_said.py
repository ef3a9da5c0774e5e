"""The keys that a sentence below the screens names: written as `{meetings-add}`, said as the person's own key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_COMMAND = re.compile(r"\{([a-z]+(?:-[a-z]+)*)\}")
_known: Callable[[], Mapping[str, str]] = dict


def follow(known: Callable[[], Mapping[str, str]]) -> None:
    """Take the keys from here from now on: each command's key as people read it, asked for when one is named."""
    global _known
    _known = known


def with_keys(sentence: str) -> str:
    """Put the keys into a sentence that names commands; braces that name none stay as they are."""
    if not _COMMAND.search(sentence):
        return sentence
    shown = _known()
    return _COMMAND.sub(lambda found: shown.get(found[1], found[0]), sentence)
