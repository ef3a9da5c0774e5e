"""How challenge flags and evidence read, as lines of a list and in full (rule 7)."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from boardtui.domain.assured import Evidence
from boardtui.domain.challenge import Flag
from boardtui.domain.dates import show
from boardtui.domain.ratings import Scheme
from boardtui.domain.typed_words import has_words
from boardtui.domain.views import PlanLine
from boardtui.ui.widgets.literal import cell, hanging, literal
from boardtui.ui.widgets.ratings import badge
from boardtui.ui.widgets.record_list import Column, Row
from boardtui.ui.widgets.restricted import marked

SECTIONS = ("lines", "challenge", "evidence")
"""The sections of the place, in order."""

COLUMNS: dict[str, tuple[Column, ...]] = {
    "lines": (
        Column("Ref", 5),
        Column("Line", 0),
        Column("Ask", 3),
        Column("Lead", 5),
        Column("Due", 11),
        Column("Now", 3),
        Column("", 1),
        Column("Last six meetings", 18),
    ),
    "challenge": (Column("Line", 5), Column("Now", 3), Column("To ask about", 42), Column("Plan line", 0)),
    "evidence": (
        Column("Ref", 4),
        Column("Line", 5),
        Column("Evidence", 0),
        Column("Dated", 11),
        Column("Verified by", 20),
        Column("Kept", 30, 110),
    ),
}
EMPTY = {
    "lines": "The plan has no lines yet. Press {plan-add} to add one; {plan-bring-in} brings in the plan you have.",
    "challenge": (
        "There is nothing to challenge: every rating agrees with what the program knows of its line (actions, "
        "indicators, evidence, due dates, updates). Press {plan-section} for the evidence."
    ),
    "evidence": (
        "No evidence is recorded yet. Press {plan-evidence} to add some: what it is, where it is kept, "
        "who verified it. A line that is complete needs it (N 1)."
    ),
}


def flag_rows(words: str, found: Sequence[Flag], lines: Sequence[PlanLine], scheme: Scheme) -> list[Row]:
    """Return flags in the order of the plan."""
    by_ref = {line.ref: line for line in lines}
    return [
        Row(
            flag_key(flag),
            (
                flag.line,
                badge(scheme, by_ref[flag.line].rating),
                str(flag.kind),
                cell(by_ref[flag.line].title),
            ),
        )
        for flag in found
        if flag.line in by_ref
        and has_words(words, flag.line, flag.kind, flag.sentence, by_ref[flag.line].title, by_ref[flag.line].lead)
    ]


def flag_key(flag: Flag) -> str:
    """Return a flag's key: its line, and what was noticed."""
    return f"{flag.line} {flag.kind.name}"


def evidence_rows(words: str, found: Sequence[Evidence]) -> list[Row]:
    """Return evidence in the order of the plan."""
    return [
        Row(
            one.ref,
            (
                one.ref,
                one.line,
                marked(one.title, one.restricted),
                show(one.dated) if one.dated else "",
                one.verified_by or cell("✗ nobody yet", "bold"),
                one.kept,
            ),
        )
        for one in found
        if has_words(words, one.ref, one.line, one.title, one.kept, one.verified_by, one.restricted)
    ]


def flag(found: Flag, width: int) -> Content:
    """Return what there is to ask, and the facts behind it, each with its record."""
    said = [hanging("! ", found.sentence, width, "bold")]
    said += [hanging(literal(f"  {fact.ref:<10}", "$foreground-muted"), fact.words, width) for fact in found.facts]
    return Content("\n").join(said)


def evidence(one: Evidence, width: int) -> Content:
    """Return a piece of evidence in full."""
    said = [hanging(f"{one.ref}  ", one.title, width, "bold"), hanging("Kept: ", one.kept, width)]
    verified = one.verified_by or "nobody yet"
    if one.verified_on:
        verified += f", {show(one.verified_on)}"
    dated = f"Dated {show(one.dated)}. " if one.dated else ""
    said.append(hanging("", f"{dated}Verified by {verified}. For plan line {one.line}.", width))
    if one.restricted:
        said.append(hanging("Restricted: ", one.restricted, width, "$text-warning"))
    return Content("\n").join(said)
