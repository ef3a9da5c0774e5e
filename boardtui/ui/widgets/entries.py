"""Minute entries as they read on the screen: numbered, decisions and actions standing out."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from boardtui.domain.states import EntryKind
from boardtui.domain.views import Entry
from boardtui.ui.widgets.literal import assembled, hanging, line

_WORDS = {
    EntryKind.DECISION: "Decision",
    EntryKind.ACTION: "Action",
    EntryKind.CHALLENGE: "Challenge",
    EntryKind.UPDATE: "Update",
    EntryKind.INTEREST: "Interest",
    EntryKind.AMENDMENT: "Amendment",
    EntryKind.CONFIRMATION: "Minutes",
}


def minuted(entries: Iterable[Entry], width: int) -> Content:
    """Return entries as the minutes have them, each with its number and what kind it is."""
    return Content("\n").join(_entry(entry, width) for entry in entries)


def numbered(entry: Entry) -> str:
    """Return an entry's number in its meeting's minutes; the lines that are not numbered have none."""
    return entry.ref.partition("/")[2] if entry.paragraph is not None else ""


def _entry(entry: Entry, width: int) -> Content:
    before = assembled((f"{numbered(entry):<5}", "$foreground-muted"))
    word = _WORDS.get(EntryKind(entry.kind), "")
    named = " ".join(part for part in (word, entry.action_ref or entry.decision_ref or entry.line_ref or "") if part)
    said = [hanging(before, entry.text, width)]
    if named:
        said.insert(0, assembled(before, line(named, "bold $primary")))
        said[1] = hanging("     ", entry.text, width)
    for sign, text in (("✎ to tidy: ", entry.to_tidy), ("⚠ ", entry.inquorate), ("restricted: ", entry.restricted)):
        if text:
            said.append(hanging("     ", f"{sign}{text}", width, "$text-warning"))
    return Content("\n").join(said)
