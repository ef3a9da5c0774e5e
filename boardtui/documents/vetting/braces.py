"""Fields and tags of a template that are opened in a paragraph and not closed in it, or closed and never opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml.ns import qn

from boardtui.documents.vetting.faults import Fault
from boardtui.domain.text import shorten

_PAIRS = {"{{": "}}", "{%": "%}"}
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}")
_LONGEST = 120


def open_braces(parts: Iterable[Any]) -> Iterator[Fault]:
    """Yield each paragraph of these parts (body, headers, footers) whose braces do not fit together.

    Left as it is, such a field would take in all that follows up to the next brace that closes one.
    """
    for part in parts:
        for paragraph in part.iter(qn("w:p")):
            text = _text(paragraph)
            if wrong := _wrong(text):
                yield Fault(f"paragraph “{shorten(text.strip(), _LONGEST)}”", *wrong)


def _wrong(text: str) -> tuple[str, str] | None:
    opened = ""
    for brace in _BRACES.findall(text):
        if not opened and brace in _PAIRS:
            opened = brace
        elif opened and brace == _PAIRS[opened]:
            opened = ""
        elif opened:
            return f"“{opened}” is followed by “{brace}” before it is closed.", f"Close it with “{_PAIRS[opened]}”."
        else:
            return f"“{brace}” closes what was never opened.", "Write fields as {{ field }} and tags as {% tag %}."
    return (f"“{opened}” is not closed in it.", f"Close it with “{_PAIRS[opened]}”.") if opened else None


def _text(paragraph: Any) -> str:
    """Return what stands in a paragraph itself, not in a text box that hangs on it."""
    own = (one for one in paragraph.iter(qn("w:t")) if next(one.iterancestors(qn("w:p"))) is paragraph)
    return "".join(one.text or "" for one in own)
