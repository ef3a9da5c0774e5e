"""Counts of children under five, by which one of them could be told (rule 11).

`three children`, `2 young people`, `1 of 4 cases` and `Cases reopened: 3` are such counts; `four partner agencies`,
`two children's homes`, `one in three children`, `meeting 3`, `3 per cent of children` and `3.2` are not. None and five
or more tell of nobody.
"""

from __future__ import annotations

import re

_SMALL = "one|two|three|four|[1-4]"
_ANY = (
    "[0-9][0-9,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    "sixty|seventy|eighty|ninety|hundred"
)
_SINGULAR = (
    "child|baby|infant|toddler|teenager|adolescent|youngster|girl|boy|sibling|pupil|"
    "young person|care leaver|case|family"
)
_PLURAL = (
    r"children|babies|infants|toddlers|teenagers|adolescents|youngsters|girls|boys|siblings|pupils|young people|"
    r"young persons|care leavers|cases|families"
)
_OF_THEM = "the|these|those|our|its|their|all|such"
_SORT = (
    r"looked[- ]after|disabled|unborn|newborn|missing|young|younger|older|little|small|vulnerable|unallocated|open|"
    r"closed|reopened|re-opened|other|more|further|different|serious|individual|local|named|known|new|audited|reviewed|sampled|"
    r"repeat|unaccompanied|teenage|such|same|single|particular|troubled|asylum[- ]seeking|[a-z]+-year-old|"
    r"[0-9]+-year-old|in-care|fostered|adopted|allocated|complex|high-risk|inadequate|poor|live|current|recent"
)
_INSTITUTION = (
    r"homes?|centres?|services?|trusts?|boards?|teams?|social|workers?|partners?|charit(?:y|ies)|hospitals?|wards?|"
    r"commissioners?|managers?|advocates?|guardians?|participation|organisations?|leads?|directors?|panels?|nurser(?:y|ies)|"
    r"forums?|groups?|councils?|champions?|departments?|directorates?|plans? and|strateg(?:y|ies)|ministers?"
)
_USED_AS_ADJECTIVE = (
    r"protection|care|minders?|health|support|hubs?|group|managers?|management|centre|conference|workers?|holders?|"
    r"load|loads|study|studies|law|courts?|justice|referral unit|premium|system|poverty|sexual|intervention|"
    r"information|learning|nurses?|allowed"
)
_LABEL = (
    r"(?-i:Years?)|tiers?|levels?|stage|grades?|category|band|step|phase|item|meeting|paragraph|para|section|part|page|"
    r"type|cohort|priority|unit|table|figure|appendix|recommendation|class|line|action"
)
_NAMED = "(?<!the )(?<!this )(?<!that )(?<!last )(?<!each )"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|hundred and|thousand and"

_COUNT = re.compile(
    rf"(?<![\w.,:/£%+–—-])(?P<number>{_SMALL}|couple)\s+"
    rf"(?P<of>(?:out\s+)?of\s+(?:(?:{_OF_THEM})\s+)?(?:(?:{_ANY})\s+)?)?(?:(?:{_SORT})\s+){{0,3}}"
    rf"(?P<noun>{_PLURAL}|{_SINGULAR})\b(?P<owns>['’]s?(?!\w))?",
    re.IGNORECASE,
)
_TABLED = re.compile(
    rf"\b(?P<noun>{_PLURAL})\b[^.:;\n]{{0,30}}:\s*(?P<number>{_SMALL})(?=\s*(?:[;,)]|\.(?:\s|$)|\n|$))", re.IGNORECASE
)
_BEFORE_RATIO = re.compile(rf"\b(?:{_ANY})\s+in\s+(?:every\s+)?$", re.IGNORECASE)
_BEFORE_LARGER = re.compile(rf"\b(?:{_TENS})\s+$", re.IGNORECASE)
_BEFORE_LABEL = re.compile(rf"{_NAMED}\b(?:{_LABEL})\.?\s+$", re.IGNORECASE)
_BEFORE_MORE = re.compile(r"\b(?:more than|over|above)\s+$", re.IGNORECASE)
_BEFORE_NONE = re.compile(r"\b(?:no|not|any|every|each|per)\s+$", re.IGNORECASE)
_BEFORE_GAP = re.compile(r"\b(?:by|within)\s+$", re.IGNORECASE)
_AFTER_GAP = re.compile(r"^\s+(?:above|below|away|short)\b", re.IGNORECASE)
_AFTER_RATIO = re.compile(
    rf"^\s+(?:in\s+(?:every\s+)?(?:{_ANY})\b|per\b|each\b|apiece\b|at a time\b|a (?:day|week|month|year|quarter)\b)",
    re.IGNORECASE,
)
_AFTER_OWNED = re.compile(rf"^\s+(?:{_INSTITUTION})\b", re.IGNORECASE)
_AFTER_SINGULAR = re.compile(rf"^[\s-]+(?:{_USED_AS_ADJECTIVE})\b", re.IGNORECASE)
_MEASURED = ("case", "cases")
"""What a caseload is measured in: `missed by 1 case` is a gap and counts nobody."""

_ONE = ("one", "1")
_FOUR = ("four", "4")


def small_counts(text: str) -> tuple[str, ...]:
    """Return every count of one to four children, cases or families in a text, as it stands there (rule 11)."""
    found = [match for match in _COUNT.finditer(text) if _is_count(match, text)]
    found += [match for match in _TABLED.finditer(text) if not _overlaps(match, found)]
    return tuple(" ".join(match[0].split()) for match in sorted(found, key=lambda match: match.start()))


def _is_count(match: re.Match[str], text: str) -> bool:
    """Say whether a number before a noun counts it."""
    number, before, after = match["number"].casefold(), text[: match.start()], text[match.end() :]
    if any(pattern.search(before) for pattern in (_BEFORE_RATIO, _BEFORE_LARGER, _BEFORE_LABEL, _BEFORE_NONE)):
        return False
    gap = _BEFORE_GAP.search(before) or _AFTER_GAP.search(after)
    if match["noun"].casefold() in _MEASURED and not match["of"] and gap:
        return False
    if number == "couple" and not match["of"]:
        return False
    if number in _FOUR and _BEFORE_MORE.search(before):
        return False
    if match["owns"]:
        return not _AFTER_OWNED.search(after)
    return not _AFTER_RATIO.search(after) and _agrees(match, number, after)


def _agrees(match: re.Match[str], number: str, after: str) -> bool:
    """Say whether the noun is what is counted: `two case managers` counts no cases."""
    if re.fullmatch(_PLURAL, match["noun"], re.IGNORECASE):
        return number not in _ONE or bool(match["of"])
    return number in _ONE and not match["of"] and not _AFTER_SINGULAR.search(after)


def _overlaps(match: re.Match[str], others: list[re.Match[str]]) -> bool:
    return any(match.start() < other.end() and other.start() < match.end() for other in others)
