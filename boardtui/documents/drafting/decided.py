"""Targets told as a day finds them: reached or not yet before their date has come, met or missed after it (N 7.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from boardtui.domain.text import listed

TARGETS = {6: "six-month", 12: "twelve-month"}
"""What the targets are called by their months."""

_WORDED = {"missed": "missed", "met": "met", "unknown": "unknown for want of a figure"}


def counted(counts: Mapping[str, int], said: Callable[[str], str], *, ahead: bool) -> str:
    """Say how many targets are `met`, `missed` and `unknown`, each number as `said` gives it.

    While their date is `ahead` nothing is missed yet: the latest figures reach a target or fall short of it.
    """
    if ahead:
        told = f"the latest figures reach {said('met') if counts['met'] else 'none'}"
        if counts["missed"]:
            told += f" and fall short of {said('missed')}"
        return f"{told}; {said('unknown')} cannot be told for want of a figure" if counts["unknown"] else told
    parts = [
        f"{said(what)} {'is' if counts[what] == 1 else 'are'} {word}" for what, word in _WORDED.items() if counts[what]
    ]
    return listed([f"{parts[0]} on the latest figures", *parts[1:]])


def all_met(count: str, which: str, *, ahead: bool) -> str:
    """Say that every one of them is met, or reached before its date."""
    if ahead:
        return f"The latest figures reach all {count} {which}"
    return f"All {count} {which} are met on the latest figures"
