"""The record in hand as text to paste: its lines as they read on the screen, without the screen's width."""

from __future__ import annotations

import re

from boardtui.domain.text import clean


def unwrapped(said: str) -> str:
    """Return what a screen says with each wrapped line whole again, and its columns drawn together."""
    lines: list[str] = []
    for line in clean(said).splitlines():
        words = re.sub(r"\s{2,}", "  ", line.strip())
        if line.startswith(" ") and lines and lines[-1] and words:
            lines[-1] += f" {words}"
        else:
            lines.append(words)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
