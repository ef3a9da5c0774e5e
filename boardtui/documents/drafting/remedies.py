"""A recorded path to green told as a sentence: who is to do what, or on what recovery depends (rule 6)."""

from __future__ import annotations

import re

from boardtui.documents.drafting.phrases import is_clause, is_instruction
from boardtui.documents.drafting.vocabulary import NOT_VERBS

_TO_DO = re.compile(r"^(?P<who>[^,:]{1,90}?) to (?P<what>[a-z][a-z-]+\b.*)$")
_MOST_WORDS = 12
_ADVERB = re.compile(r"^(?P<adverb>meanwhile|then|next|now|also)\s+", re.IGNORECASE)
_HEAD_ENDS = re.compile(r"\s(?:for|of|in|on|with|from|at|by|under|between|within|until|through)\s")
_PLURAL = re.compile(r"(?:[^su'’i]s|people|children|staff|data|women|men)$")
_NUMBER = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+"
_SEVERAL = re.compile(rf"^(?:both|all|these|those|{_NUMBER})\b", re.IGNORECASE)
_ONE = re.compile(r"^(?:each|every|an?|one|this|that)\b", re.IGNORECASE)
_DETERMINED = re.compile(
    r"^(?:the|an?|all|any|both|each|every|no|my|its|our|their|this|that|these|those|one|some|more|half|new|"
    rf"{_NUMBER})\b",
    re.IGNORECASE,
)
OPENS_ASKEW = re.compile(
    r"^(?:from|by|in|on|at|with|without|after|before|until|since|if|when|not|weekly|monthly)\b", re.IGNORECASE
)
"""How a path opens that can follow neither *is* nor a verb."""


def remedy(path: str, place: int, lead: str = "") -> str:
    """Tell a path to green, in words that change with its place among the others.

    `lead` is whoever answers for the line with the verb that agrees: `the Assistant Director is`.
    """
    if path.startswith("to be "):
        return f"It is {path}"
    if path.startswith("to ") or is_instruction(path):
        what = path.removeprefix("to ")
        return f"{lead or 'the agreed remedy is'} to {what}"
    told = undertaking(path)
    if told != path:
        first = path.split("; ")[0]
        return told if undertaken(first) != first or is_clause(first) else f"What has been agreed is this: {told}"
    if is_clause(path):
        return path
    if OPENS_ASKEW.match(path):
        return f"What has been agreed is this: {path}"
    what = with_article(path)
    return (f"The way back is {what}", f"Recovery depends on {what}", f"What has been agreed is {what}")[place % 3]


def undertaking(path: str) -> str:
    """Give each *somebody to do something* its verb: `every plan to be rewritten` becomes `… is to be rewritten`."""
    return "; ".join(undertaken(part) for part in path.split("; "))


def undertaken(part: str, verb: str = "") -> str:
    """Give one *somebody to do something* its verb, *is to* or the one asked for; leave anything else as it is."""
    found = _TO_DO.match(part)
    if not found or len(found["who"].split()) > _MOST_WORDS or is_clause(f"{found['who']} to"):
        return part
    if found["what"].split()[0] in NOT_VERBS:
        return part
    adverb = _ADVERB.match(found["who"])
    who = found["who"][adverb.end() :] if adverb else found["who"]
    lead = f"{adverb['adverb']} " if adverb else ""
    return f"{lead}{_each_with_article(who)} {verb or f'{_verb(who)} to'} {found['what']}"


def _verb(who: str) -> str:
    """Choose between *is* and *are* by the noun that stands before the first preposition."""
    head = _HEAD_ENDS.split(who)[0]
    if who == "I":
        return "am"
    if _ONE.match(who) and " and " not in who:
        return "is"
    return "are" if " and " in head or _SEVERAL.match(who) or _PLURAL.search(head) else "is"


def _each_with_article(who: str) -> str:
    """Put *the* before each of several that notes leave bare."""
    return " and ".join(with_article(one) for one in who.split(" and "))


def with_article(who: str) -> str:
    """Put *the* before an office or a single thing that notes leave bare: `list of children`, `Director`."""
    office = all(word[0].isupper() for word in who.split() if len(word) > 3)
    plural = any(_PLURAL.search(word) for word in _HEAD_ENDS.split(who)[0].split())
    if _DETERMINED.match(who) or who == "I" or (plural and not office):
        return who
    a_name = " " not in who and who not in ("Director", "Leader", "Minister")
    return who if office and (plural or a_name) else f"the {who}"
