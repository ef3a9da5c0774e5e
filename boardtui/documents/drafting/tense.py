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
_SPAN = r"(?P<span>morning|afternoon|evening|week|fortnight|month|quarter|term|year)"
_RELATIVE = (
    (re.compile(r"\btoday\b"), "that day"),
    (re.compile(r"\btonight\b"), "that night"),
    (re.compile(r"\byesterday\b"), "the day before"),
    (re.compile(r"\btomorrow\b"), "the next day"),
    (re.compile(r"\bago\b"), "before"),
    (re.compile(r"\bso far\b"), "by then"),
    (re.compile(rf"\bthis {_SPAN}\b"), r"that \g<span>"),
    (re.compile(rf"(?<!the )\bnext {_SPAN}\b"), r"the next \g<span>"),
    (re.compile(rf"(?<!the )\blast {_SPAN}\b"), r"the \g<span> before"),
)
"""Words that are true only on the day they were said, as they are told later."""

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
    told = _FINITE.sub(lambda found: _then(found, text), text)
    for now, then in _RELATIVE:
        told = now.sub(then, told)
    return told


def _then(found: re.Match[str], text: str) -> str:
    if found["do"]:
        return "did"
    if found["show"]:
        return "showed"
    verb = found["verb"]
    if verb == "have" and _BEFORE.search(text[: found.start()]):
        return verb
    return _PAST[verb]
