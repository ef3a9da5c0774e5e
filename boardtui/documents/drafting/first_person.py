"""The Chair as the records name her, made the *I* of her own letter (DESIGN 6)."""

from __future__ import annotations

import re

_VERB = (
    r"(?:\w+ed|would|had|has|was|is|will|could|can|cannot|did|does|might|must|should|said|saw|thought|took|went|sent|"
    r"held|gave|made|put|wrote|found|told|spoke|heard|met|read|wants|asks|also|then|again|later|therefore|only)"
)
_TO_DO = re.compile(r"(?:^|(?<=; ))(?:the )?(?:Independent )?Chair (?=to [a-z])", re.IGNORECASE)
_OWN = re.compile(r"\b(?:(?:the|an?) )?(?:Independent )?Chair['’]s\b", re.IGNORECASE)
_SUBJECT = re.compile(rf"\bthe (?:Independent )?Chair (?={_VERB}\b)", re.IGNORECASE)
_OBJECT = re.compile(
    r"\b(by|to|of|at|for|with|from|after|let|ask|asked|told|gave|given|sent|shown) "
    r"the (?:Independent )?Chair\b(?! of\b)",
    re.IGNORECASE,
)
_AGREES = {"has": "have", "is": "am", "does": "do", "wants": "want", "asks": "ask"}
_THIRD = re.compile(r"\bI (has|is|does|wants|asks)\b")
_TO_YOU = re.compile(r"\bto the Minister\b")


def first_person(text: str) -> str:
    """Turn *the Chair* of this Board into *I*, *me* and *my*, and *to the Minister* into *to you*.

    The chair of another body is left alone, and so is the word where its place in the sentence is not plain.
    """
    text = _OWN.sub(lambda found: "My" if found.start() == 0 else "my", text)
    text = _TO_DO.sub("I ", text)
    text = _SUBJECT.sub("I ", text)
    text = _OBJECT.sub(r"\1 me", text)
    text = _THIRD.sub(lambda found: f"I {_AGREES[found[1]]}", text)
    return _TO_YOU.sub("to you", text)
