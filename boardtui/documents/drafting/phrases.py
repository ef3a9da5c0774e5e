"""Sentences made of recorded phrases: what a phrase is, and how it stands in somebody else's sentence."""

from __future__ import annotations

import re

from boardtui.documents.drafting.numbers import opening
from boardtui.documents.drafting.vocabulary import (
    DETERMINERS,
    FINITE,
    INSTRUCTIONS,
    INSTRUCTIONS_OR_NAMES,
    NO_SUBJECT,
    OPENERS,
    TURNS_AWAY,
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
    words = text.split()
    if not words or words[0].lower() in NO_SUBJECT:
        return False
    for place, word in enumerate(words):
        if word.rstrip(",") in TURNS_AWAY:
            return False
        if place and word.rstrip(",;:") in FINITE:
            return True
        if word.endswith((";", ":", ",")):
            return False
    return False


def is_instruction(text: str) -> bool:
    """Say whether text can follow *is to*: it opens with the bare verb, as actions do."""
    words = text.lower().split()
    if len(words) < 2:
        return False
    object_follows = words[1] in DETERMINERS or words[1][0].isdigit()
    return words[0] in INSTRUCTIONS or (words[0] in INSTRUCTIONS_OR_NAMES and object_follows)


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
    return first not in OPENERS and following[:1].isupper() and text[len(first) : len(first) + 1] == " "
