"""What was said at an earlier meeting, told in the past: what was true then need not be true today (rule 6)."""

from __future__ import annotations

import re

_PAST = {
    "is": "was",
    "are": "were",
    "has": "had",
    "have": "had",
    "will": "would",
    "can": "could",
    "cannot": "could not",
    "misses": "missed",
    "remains": "remained",
    "shows": "showed",
    "stands": "stood",
    "lacks": "lacked",
}
_AUXILIARY = r"(?:to|will|would|can|could|shall|should|may|might|must)"
_FINITE = re.compile(
    rf"\b(?:(?<!-)(?P<verb>{'|'.join(_PAST)})|(?P<do>do|does)(?= not\b)|(?P<show>show)(?= that\b))\b(?!-)"
)
_BEFORE = re.compile(
    rf"\b{_AUXILIARY}(?: (?:also|now|still|already|not|never))? $|\b{_AUXILIARY} [^,;.]*\b(?:and|or) $"
)
_QUOTED = re.compile(r"“[^”]*”")


def in_past(text: str) -> str:
    """Put the present tense of what was said into the past: `reviews are down to 64` becomes `reviews were down to 64`.

    Words in quotation marks stay as they were said; so does a *have* that follows *to* or *would*.
    """
    parts, last = [], 0
    for quoted in _QUOTED.finditer(text):
        parts += [_told(text[last : quoted.start()]), quoted[0]]
        last = quoted.end()
    return "".join([*parts, _told(text[last:])])


def _told(text: str) -> str:
    return _FINITE.sub(lambda found: _then(found, text), text)


def _then(found: re.Match[str], text: str) -> str:
    if found["do"]:
        return "did"
    if found["show"]:
        return "showed"
    verb = found["verb"]
    if verb == "have" and _BEFORE.search(text[: found.start()]):
        return verb
    return _PAST[verb]
