"""Sentences made of recorded phrases: what a phrase is, and how it stands in somebody else's sentence."""

from __future__ import annotations

import re

from boardtui.documents.drafting.numbers import opening

_FINITE = frozenset(
    "is are was were has have had cannot can could will would did does do remains remain fell rose shows show "
    "says stands may must should began".split()
)
_TURNS_AWAY = frozenset("that which who whom whose where when if".split())
_NO_BECAUSE = frozenset(
    "with without although though while since because from by in on at as but if after before so".split()
)
_INSTRUCTIONS = frozenset(
    "add adopt agree analyse appoint arrange ask assess attend begin bring build carry circulate collect commission "
    "conduct confirm consider consult count define deliver develop embed ensure establish explain extend find finish "
    "follow give hold identify implement improve include increase introduce invite involve keep listen make map move "
    "obtain organise prepare produce propose provide publish put raise re-audit read recruit redesign reduce remind "
    "replace reply require resolve rewrite run say secure see send set settle simplify speak strengthen sustain take "
    "tell thank train update withdraw write".split()
)
_EITHER = frozenset(
    "aim audit brief challenge change check clear close complete contract design draft fill focus help issue join "
    "lead list look measure monitor name offer open plan pilot present programme project repeat report request "
    "review revise sample share show start supply support talk test track trial use visit work".split()
)
_DETERMINERS = frozenset(
    "the a an all any both each every how its no our that their these this those what when whether who why".split()
)
_OPENERS = frozenset(
    "A All An Any At Before Both By Each Every For From How In It Its No None Of On One Only Our Since Some That "
    "The Their There These They This Those To Two We What When Which While Who Why With".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CLOSED = re.compile(r"[.!?…][”’)]?$")


def sentence(text: str) -> str:
    """Make a sentence of text: a capital, a number in words where it opens, a full stop."""
    text = opening(text.strip())
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if _CLOSED.search(text) else ".")


def paragraph(*sentences: str) -> str:
    """Join sentences into a paragraph, leaving out empty ones."""
    return " ".join(filter(None, (sentence(one) for one in sentences)))


def paragraphs(*texts: str) -> str:
    """Set paragraphs one below the other, leaving out empty ones."""
    return "\n\n".join(text for text in texts if text)


def continuing(text: str, names: frozenset[str]) -> str:
    """Lower the first letter of text that goes on with a sentence, unless a name or an abbreviation opens it."""
    found = _WORD.match(text)
    if not found or _keeps_capital(text, found[0], names):
        return text
    return text[0].lower() + text[1:]


def is_clause(text: str) -> bool:
    """Say whether text can follow *because*: its subject comes first and a verb stands by itself after it."""
    words = text.lower().split()
    if not words or words[0] in _NO_BECAUSE:
        return False
    for place, word in enumerate(words):
        if word.rstrip(",") in _TURNS_AWAY:
            return False
        if place and word.rstrip(",;:") in _FINITE:
            return True
        if word.endswith((";", ":", ",")):
            return False
    return False


def is_instruction(text: str) -> bool:
    """Say whether text can follow *is to*: it opens with the bare verb, as actions do."""
    words = text.lower().split()
    if len(words) < 2:
        return False
    object_follows = words[1] in _DETERMINERS or words[1][0].isdigit()
    return words[0] in _INSTRUCTIONS or (words[0] in _EITHER and object_follows)


def quoted(title: str) -> str:
    """Put a title in quotation marks, its own turned into single ones."""
    return f"“{title.replace('“', '‘').replace('”', '’')}”"


def _keeps_capital(text: str, first: str, names: frozenset[str]) -> bool:
    bare = re.sub(r"['’]s?$", "", first)
    if not first[0].isupper() or bare == "I" or any(letter.isupper() for letter in first[1:]):
        return True
    if bare in names or any(text.startswith(name) for name in names if " " in name):
        return True
    following = text[len(first) :].lstrip()
    return first not in _OPENERS and following[:1].isupper() and text[len(first) : len(first) + 1] == " "
