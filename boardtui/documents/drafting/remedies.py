"""A recorded path to green told as a sentence: who is to do what, or on what recovery depends (rule 6)."""

from __future__ import annotations

import re

from boardtui.documents.drafting.phrases import is_clause, is_instruction

_TO_DO = re.compile(r"^(?P<who>[^,:]{3,90}?) to (?P<what>(?:(?:begin|start|then|also|first)\s)?[a-z][a-z-]+\b.*)$")
_MOST_WORDS = 12
_HEAD_ENDS = re.compile(r"\s(?:for|of|in|on|with|from|at|by|under|between|within|until|through)\s")
_DETERMINED = re.compile(
    r"^(?:the|an?|all|any|both|each|every|no|my|its|our|their|this|that|these|those|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|some|more|half|meanwhile|then|new|\d+)\b",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"^(?P<adverb>meanwhile|then|next|now|also)\s+", re.IGNORECASE)
_MANY = re.compile(r"(?:[^su'’i]s|people|children|staff|data|women|men)$")
_COUNTED = re.compile(r"^(?:both|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|these|those|\d+)\b", re.I)
_ONE = re.compile(r"^(?:each|every|an?|one|this|that)\b", re.IGNORECASE)
_OPENS_ASKEW = re.compile(r"^(?:from|by|in|on|at|with|without|after|before|until|since|if|when|not|weekly|monthly)\b", re.I)
_NOT_VERBS = frozenset("a an the all each every his her its our their this that those these me us them be".split()) - {"be"}


def remedy(path: str, place: int) -> str:
    """Tell a path to green, in words that change with its place among the others."""
    if path.startswith("to be "):
        return f"It is {path}"
    if path.startswith("to ") or is_instruction(path):
        what = path.removeprefix("to ")
        return (f"The agreed remedy is to {what}", f"To recover it, the lead is to {what}")[place % 2]
    undertaken = undertaking(path)
    if undertaken != path:
        return undertaken
    if is_clause(path):
        return (path, f"The Board has been told that {path}")[place % 2]
    if _OPENS_ASKEW.match(path):
        return f"What has been agreed is this: {path}"
    what = with_article(path)
    return (f"The way back is {what}", f"Recovery depends on {what}", f"What has been agreed is {what}")[place % 3]


def undertaking(path: str) -> str:
    """Give each *somebody to do something* its verb: `every plan to be rewritten` becomes `… is to be rewritten`."""
    return "; ".join(_with_verb(part) for part in path.split("; "))


def _with_verb(part: str) -> str:
    found = _TO_DO.match(part)
    if not found or len(found["who"].split()) > _MOST_WORDS or is_clause(f"{found['who']} to"):
        return part
    if found["what"].split()[0] in _NOT_VERBS:
        return part
    adverb = _ADVERB.match(found["who"])
    who = found["who"][adverb.end() :] if adverb else found["who"]
    lead = f"{adverb['adverb']} " if adverb else ""
    return f"{lead}{_each_with_article(who)} {_verb(who)} to {found['what']}"


def _verb(who: str) -> str:
    """Choose between *is* and *are* by the noun that stands before the first preposition."""
    head = _HEAD_ENDS.split(who)[0]
    if _ONE.match(who) and " and " not in who:
        return "is"
    return "are" if " and " in head or _COUNTED.match(who) or _MANY.search(head) else "is"


def _each_with_article(who: str) -> str:
    """Put *the* before each of several that notes leave bare."""
    return " and ".join(with_article(one) for one in who.split(" and "))


def with_article(who: str) -> str:
    """Put *the* before an office or a single thing that notes leave bare: `list of children`, `Director`."""
    office = all(word[0].isupper() for word in who.split() if len(word) > 3)
    plural = any(_MANY.search(word) for word in _HEAD_ENDS.split(who)[0].split())
    if _DETERMINED.match(who) or (plural and not office) or "\ue000" in who or who in ("I", "members"):
        return who
    if office and (plural or " " not in who and who not in ("Director", "Leader")):
        return who
    return f"the {who}"
