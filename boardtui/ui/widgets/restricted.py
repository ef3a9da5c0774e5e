"""How a row says that its record is restricted: with a word, never with colour alone (rule 12)."""

from __future__ import annotations

WORD = "[restricted]"


def marked(text: str, reason: str | None) -> str:
    """Return a row's words, after the word that says they are restricted if they are."""
    return f"{WORD} {text}" if reason else text
