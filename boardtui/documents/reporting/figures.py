"""Figures in a draft: each is put into the text with its reference, and taken out again when the text stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardtui.documents.drafting import phrases
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.figure_values import figure_value
from boardtui.domain.records import Records

_OPEN, _MID, _SHUT = "\ue010", "\ue011", "\ue012"
_FIRST = 0xE100
_FIGURE = re.compile(f"{_OPEN}([^{_MID}]*){_MID}([^{_SHUT}]*){_SHUT}")


def figure(said: str, ref: str) -> str:
    """Put a figure into a draft: the words, and the reference in signs that no word of the record has."""
    return f"{_OPEN}{''.join(chr(_FIRST + ord(sign)) for sign in ref)}{_MID}{said}{_SHUT}"


def taken_out(text: str, records: Records) -> tuple[str, tuple[Quoted, ...]]:
    """Return the text without its marks, and the figures it says with what each rests on and its value."""
    found = []
    for hidden, said in _FIGURE.findall(text):
        ref = "".join(chr(ord(sign) - _FIRST) for sign in hidden)
        value = figure_value(ref, records)
        if value is not None:
            found.append(Quoted(said, ref, value))
    return _FIGURE.sub(r"\2", text), tuple(dict.fromkeys(found))


def sentence(text: str) -> str:
    """Make a sentence of text, spelling out a number that opens it whether or not it is marked as a figure."""
    text = text.strip()
    opens = _FIGURE.match(text)
    if not opens:
        return phrases.sentence(text)
    rest = text[opens.end() :]
    made = phrases.sentence(opens[2] + rest)
    stop = made[len(made) - 1 :] if not rest.endswith(made[-1:]) else ""
    first = made[: len(made) - len(rest) - len(stop)]
    return f"{_OPEN}{opens[1]}{_MID}{first}{_SHUT}{rest}{stop}"


def paragraph(*sentences: str) -> str:
    """Join sentences into a paragraph, leaving out empty ones."""
    return " ".join(filter(None, (sentence(one) for one in sentences)))


def marked(text: str, known: Sequence[tuple[str, str]]) -> str:
    """Mark figures in a text that others wrote: each of these words, where it first stands, with its reference."""
    for said, ref in known:
        if figure(said, ref) in text:
            continue
        for found in re.finditer(rf"(?<![\w.,{_MID}]){re.escape(said)}(?![\w{_SHUT}]|[.,]\d)", text):
            text = f"{text[: found.start()]}{figure(said, ref)}{text[found.end() :]}"
            break
    return text
