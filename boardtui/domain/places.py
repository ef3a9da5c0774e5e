"""Where a child lives or goes to school, as text names it (rule 11)."""

from __future__ import annotations

import re

_NAME = r"[A-Z][\w'’.-]*"
_STREET = r"Street|Road|Avenue|Lane|Drive|Crescent|Terrace|Grove|Gardens"
_NUMBERED_ONLY = r"St|Rd|Ave|Close|Court|Place|Way|Walk|Square|Parade|Promenade|Row|Hill|View|Mews|Green|Rise|Park"
_ADDRESS = re.compile(
    rf"\b(?:(?:Flat|Apartment|Room)\s+[0-9]{{1,3}}[A-Za-z]?,?\s+)?[0-9]{{1,4}}[A-Za-z]?,?\s+(?:{_NAME}\s+){{1,3}}"
    rf"(?:{_STREET}|{_NUMBERED_ONLY})\b|\b(?:{_NAME}\s+){{0,2}}(?P<named>{_NAME})\s+(?:{_STREET})\b"
)
_NOT_A_STREET = ("The", "A", "Each", "Every", "High", "Downing", "Coronation")
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}[0-9][A-Z0-9]?)\s?[0-9][ABD-HJLNP-UW-Z]{2}\b")
_SCHOOL = re.compile(
    rf"\b((?:(?:{_NAME}|of|and|the)\s+){{1,6}})(School|Academy|College|Nursery|Primary|Infants|Juniors|Grammar)\b"
)
_SORT_OF_SCHOOL = re.compile(
    "a|an|the|every|each|our|this|that|their|his|her|its|one|no|any|both|all|some|which|what|of|and|at|in|from|to|for|"
    "with|primary|secondary|high|juniors?|infants?|special|nursery|independent|free|grammar|boarding|middle|community|first|"
    "sixth|form|business|law|training|staff|royal|local|maintained|catholic|roman|church|england|voluntary|aided|upper|"
    "lower|pupil|referral|night|sunday|summer|medical|child|children|baby|boy|girl|young|person|virtual|social|work|"
    "national|headteacher|head|teacher",
    re.IGNORECASE,
)
"""Words before *School* that name no school of their own."""


def has_address(text: str) -> bool:
    """Say whether a text gives a street, with or without a number, or a whole postcode."""
    if _POSTCODE.search(text):
        return True
    return any(found["named"] not in _NOT_A_STREET for found in _ADDRESS.finditer(text))


def has_school(text: str) -> bool:
    """Say whether a text names a school, an academy, a college or a nursery, not only a sort of school."""
    return any(_is_named(found[1]) for found in _SCHOOL.finditer(text))


def _is_named(words: str) -> bool:
    """Say whether anything in the words before `School` is a name of its own."""
    proper = [word for word in words.split() if word[0].isupper()]
    return any(len(word) > 1 and not _SORT_OF_SCHOOL.fullmatch(word.rstrip(".,")) for word in proper)
