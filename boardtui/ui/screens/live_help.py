"""The card of live mode: every line that can be typed, with an example, and every key (DESIGN 5)."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from boardtui.ui.commands import commands_of
from boardtui.ui.keys import shown_key, with_keys
from boardtui.ui.screens.live_reading import Paragraph, beside
from boardtui.ui.widgets.literal import literal

LINES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "What is said and decided",
        (
            ("anything else", "a note"),
            ("! DCS, POL with LSCB by 14 Jan: text", "an action: leads (the first reports), supporters, date"),
            ("! DCS by next meeting: text", "due at the next meeting, and follows it if it moves"),
            ("= text", "a decision"),
            ("? text", "a challenge: stays open until something answers it"),
            ("\\! text", "a backslash makes the next character plain"),
        ),
    ),
    (
        "Records, updated and minuted at once",
        (
            ("> 5/03 done: text", "the owner says the action is done"),
            ("> 5/03 close: evidence", "the Board accepts it"),
            ("> 5/03 return: reason", "it goes back to its lead"),
            ("> 5/03 by 14 Mar: reason", "its due date moves"),
            ("> 5/03 text", "an update"),
            ("> 3.2 A: reason; path: text", "a plan line's rating is agreed"),
            ("> 3.2 B: reason; evidence: text; again: 14 Sep", "complete, with a date to look again"),
            ("> 3.2 text", "a remark on a plan line"),
            ("> 5/4.2 answered: text", "answers a challenge in the minutes"),
        ),
    ),
    (
        "The agenda",
        (
            ("# 4", "go to item 4"),
            ("# + Title (urgent: reason)", "add an urgent item and go to it"),
            ("# defer to 7: reason", "move this item to meeting 7"),
        ),
    ),
    (
        "Who is here",
        (
            ("present: IC, DCS", "names, offices, initials or groups"),
            ("apologies: CCG", ""),
            ("absent: PRO", ""),
            ("deputy: DDN for CCG", ""),
            ("deputy: Jane Smith, Designated Nurse for CCG", "unknown here: a guest of this meeting"),
            ("arrived: POL", "by the clock, minuted at this item"),
            ("left: POL", ""),
            ("in the chair: LM", ""),
            ("interest: POL item 7: nature; leaves", "declared, and withdrawn for that item"),
        ),
    ),
    (
        "The last minutes",
        (
            ("amend 5/4.2: old => new", "a correction, shown in both minutes"),
            ("confirmed: as presented", ""),
            ("confirmed: as amended", ""),
        ),
    ),
    (
        "Restricted",
        (
            ("restricted: reason", "everything from here on …"),
            ("open", "… to here"),
            ("(restricted: reason) text", "this entry only"),
        ),
    ),
)
"""Every kind of line, by what it is about: an example and what it means."""

_BOX = (
    ("Enter", "saves the line to disk and starts the next; it never refuses"),
    ("↑", "in an empty box, takes back an earlier line to change it; again goes further"),
    ("esc", "leaves the line being changed; with an empty box, leaves live mode"),
    ("{undo}", "takes back typing; with an empty box, the last change"),
    ("page up", "looks back through the entries"),
)
_EXAMPLE, _KEY = 47, 9


def card(keys: Mapping[str, str], width: int) -> list[Paragraph]:
    """Return the card: every kind of line, then the keys."""
    shown = [
        (" ".join(_named(key) for key in keys.get(command.id, command.key).split(",")), command.help)
        for command in commands_of("live")
    ]
    box = [(with_keys(key), means) for key, means in _BOX]
    said: list[Paragraph] = []
    for heading, rows in LINES:
        said.append((literal(heading), "label"))
        said += [(_row(example, means, _EXAMPLE, width), "row") for example, means in rows]
    said.append((Content("Dates"), "label"))
    said.append((Content("14 Jan · 14 January 2013 · 14/01/2013, the day first · 2013-01-14"), "row"))
    said.append((Content("Keys; everything printable is text"), "label"))
    return said + [(_row(key, means, _KEY, width), "row") for key, means in (*box, *shown)]


def _named(key: str) -> str:
    named = shown_key(key.strip())
    return named.upper() if named[1:].isdecimal() else named


def _row(left: str, right: str, column: int, width: int) -> Content:
    return beside(literal(f"{left:<{column}} ", "bold $footer-key-foreground"), literal(right), width)
