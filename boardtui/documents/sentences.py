"""Small pieces of English that several documents print."""

from __future__ import annotations

import re


def sentence(text: str) -> str:
    """End a text with a full stop, where it ends in a word and nothing stands there yet."""
    said = text.rstrip()
    return f"{said}." if said and (said[-1].isalnum() or said[-1] in ")]”’'\"%£") else text


def capital(text: str) -> str:
    """Begin a text that stands alone with a capital letter."""
    return text[:1].upper() + text[1:]


def opening(text: str) -> str:
    """Begin a text that somebody typed with a capital, where its first word is an ordinary one: `iCloud` stays."""
    first = re.match(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?=[\s,;:)]|$)", text)
    return capital(text) if first and first[0].islower() else text


def times(number: int) -> str:
    """Say how often: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
