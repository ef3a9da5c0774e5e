"""How a record reads on the golden thread, and where its own screen is (rule 4)."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text
from textual.content import Content

from boardtui.domain.dates import with_days
from boardtui.domain.ratings import Scheme
from boardtui.domain.thread import Branch, Knot
from boardtui.ui.widgets.literal import assembled, cell, hanging, line
from boardtui.ui.widgets.ratings import level

_PLACES = {
    "plan line": "plan",
    "evidence": "plan",
    "indicator": "indicators",
    "action": "actions",
    "agenda item": "meetings",
    "entry": "meetings",
    "meeting": "meetings",
    "letter": "letters",
    "letter received": "letters",
}
_RECORDS = {"plan line": "line", "indicator": "indicator", "action": "action"}
_SECTIONS = {
    "source": "requirements",
    "requirement": "requirements",
    "duty": "duties",
    "agreement": "agreed",
    "assurance": "assurance",
    "finding": "assurance",
    "support": "support",
}


@dataclass(frozen=True)
class Way:
    """How to a record's own screen: a kind of screen with its reference, or `place` with what to look for there."""

    kind: str
    reference: tuple[object, ...]


def place(kind: str) -> str:
    """Return the place a kind of record belongs to."""
    return _PLACES.get(kind, "notice")


def going(knot: Knot) -> Way:
    """Say where a record's own screen is."""
    if knot.kind in _RECORDS:
        return Way(_RECORDS[knot.kind], (knot.ref,))
    if knot.kind in ("agenda item", "entry"):
        meeting, _, item = knot.ref.partition("/")
        number = item.partition(".")[0]
        of_item = (int(meeting), int(number) if number.isdecimal() else None)
        return Way("meeting", (*of_item, knot.ref) if knot.kind == "entry" else of_item)
    if knot.kind == "meeting":
        return Way("meeting", (int(knot.ref.removeprefix("meeting ")), None))
    if knot.kind == "evidence":
        return Way("place", ("plan", f"evidence at:{knot.ref}"))
    if knot.kind in ("letter", "letter received"):
        section = "received" if knot.kind == "letter received" else f"{knot.ref.partition(' ')[0]}s"
        return Way("place", ("letters", f"{section} at:{knot.ref}"))
    key = knot.ref.partition(".")[0] if knot.kind == "finding" else knot.ref
    return Way("place", ("notice", f"{_SECTIONS[knot.kind]} at:{key}"))


def state(knot: Knot, scheme: Scheme) -> str:
    """Write how a record stands, a rating with its word, dates as people write them; a restricted one says so."""
    stands = _rated(knot.state, scheme) if knot.kind == "plan line" else knot.state
    told = with_days(stands)
    return ", ".join(filter(None, (told, "restricted" if knot.restricted else "")))


def _rated(letter: str, scheme: Scheme) -> str:
    found = level(scheme, letter)
    return f"rated {letter} ({found.word})" if found else letter


def cells(knot: Knot, depth: int, scheme: Scheme) -> tuple[Text, Text]:
    """Return a knot as a row: kind, reference and words, further in the further along; and how it stands."""
    kind, ref = _named(knot)
    before = Text.assemble("  " * depth, cell(kind), " " if kind else "", cell(ref, "bold"), end="")
    said = Text.assemble(before, "  ", cell(knot.text), end="")
    return said, cell(state(knot, scheme))


def knot(found: Knot, width: int, scheme: Scheme) -> Content:
    """Return a record in full."""
    kind, ref = _named(found)
    said = line(f"{kind.capitalize()} {ref}" if kind else ref.capitalize(), "bold $primary")
    if stands := line(state(found, scheme)):
        gap = "   " if said.cell_length + stands.cell_length + 3 <= width else "\n"
        said = assembled(said, gap, stands)
    told = assembled(said, "\n", hanging("", found.text, width))
    if not found.restricted:
        return told
    return assembled(told, "\n", hanging("Restricted: ", found.restricted, width, "$text-warning"))


def side(title: str, branches: tuple[Branch, ...]) -> Content:
    """Return a side's title; nearest first, what is further along stands further in."""
    return assembled((title, "bold $primary"), ("" if branches else "  nothing", "$foreground-muted"))


def _named(knot: Knot) -> tuple[str, str]:
    """Return a record's kind, unless its reference says that, and its reference."""
    return ("" if knot.named_alone else knot.kind, knot.ref)
