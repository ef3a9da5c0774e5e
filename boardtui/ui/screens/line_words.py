"""How a plan line's challenge, indicators and evidence read on its own screen (rules 7 and 8)."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from boardtui.domain.assured import Evidence
from boardtui.domain.challenge import Flag
from boardtui.domain.dataset import Indicator
from boardtui.domain.dates import show
from boardtui.domain.line_words import WordKind
from boardtui.domain.text import plural
from boardtui.domain.views import LineWord, PlanLine
from boardtui.ui.keys import with_keys
from boardtui.ui.screens import indicator_words, plan_rows
from boardtui.ui.widgets.literal import assembled, hanging, literal
from boardtui.ui.widgets.standing import badge

_WORDS = 3
"""How many of the newest words on a line are shown on its page."""


def challenge(flags: Sequence[Flag], width: int) -> list[Content]:
    """Return what there is to ask about the line, with the facts behind it; nothing when nothing is."""
    if not flags:
        return []
    told = [Content(""), Content.styled("To ask", "bold $primary")]
    return told + [plan_rows.flag(flag, width) for flag in flags]


def since(found: PlanLine, width: int) -> list[Content]:
    """Return what was said of the line since its rating was agreed, newest first; nothing where nothing was."""
    if not found.since:
        return []
    told = [Content.styled("Said since it was rated, newest first", "bold $primary")]
    for one in reversed(found.since[-_WORDS:]):
        told += [literal(_where(one), "bold"), hanging("    ", _said(one), width)]
    if (more := len(found.since) - _WORDS) > 0:
        told.append(
            literal(with_keys(f"{plural(more, 'earlier word')}: {{line-thread}} leads to them."), "$foreground-muted")
        )
    return [*told, Content("")]


def _where(word: LineWord) -> str:
    of = f"action {word.ref}" if word.kind in (WordKind.UPDATE, WordKind.CLOSED) else word.ref
    return "  ".join(filter(None, (show(word.on), of)))


def _said(word: LineWord) -> str:
    if word.kind == WordKind.MOVED and word.due:
        return f"due date moved to {show(word.due)}: {word.text}"
    return f"closed: {word.text}" if word.kind == WordKind.CLOSED else word.text


def indicators(found: Sequence[Indicator], width: int) -> list[Content]:
    """Return the indicators that show whether the line works, with how each stands."""
    told = [Content(""), Content.styled("Indicators", "bold $primary")]
    told += [_indicator(one, width) for one in found]
    if not found:
        told.append(
            literal(
                with_keys("None shows whether it works. Link one under {indicators}, with {indicators-edit}."),
                "$foreground-muted",
            )
        )
    return told


def evidence(found: Sequence[Evidence], width: int) -> list[Content]:
    """Return the evidence for the line."""
    told = [Content(""), Content.styled("Evidence", "bold $primary")]
    told += [hanging(literal(f"{one.ref:<7}", "bold"), _evidence(one), width) for one in found]
    if not found:
        told.append(literal(with_keys("None yet. Press {line-evidence} to add some."), "$foreground-muted"))
    return told


def _indicator(one: Indicator, width: int) -> Content:
    before = assembled((f"{one.ref:<5}", "bold"), badge(one.state), " ")
    said = f"{one.title}: {one.state}"
    if one.latest is not None:
        said += f", {indicator_words.said(one, one.latest.value)} for {indicator_words.period(one, one.latest.period)}"
    return hanging(before, said, width)


def _evidence(one: Evidence) -> str:
    verified = f"verified by {one.verified_by}" if one.verified_by else "not verified yet"
    kept_out = f" (restricted: {one.restricted})" if one.restricted else ""
    return f"{one.title}, {verified}; kept: {one.kept}{kept_out}"
