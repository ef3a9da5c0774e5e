"""The words of the screen that shows what a sheet would do: its sum, its columns, a row with all that is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from boardtui.domain.sheets.kinds import KINDS
from boardtui.domain.sheets.outcome import Asked, Brought, Doing, Found
from boardtui.domain.sheets.records import LeftOut, Problem
from boardtui.domain.text import plural
from boardtui.ui.keys import with_keys
from boardtui.ui.widgets.literal import assembled, hanging, line, literal

SIGNS = {Doing.NEW: "+", Doing.CHANGED: "~", Doing.SAME: "=", Doing.PROBLEM: "!"}
"""The sign of what a row does: added, changed, unchanged, not understood."""


def above(asked: Asked, found: Found, sheets: int) -> Content:
    """Return which sheet it is, what it comes to, and the key that comes next."""
    where = f"{asked.file}, “{found.understood.sheet}”" if sheets > 1 else asked.file
    said = [line(f"{where}: {found.said}", "bold")]
    if found.problems:
        wrong = plural(len(found.problems), "problem")
        mended = with_keys("{import-reread} reads the mended sheet")
        said.append(literal(f"! {wrong}: {mended}; or say {_by_hand(asked, found)}", "$text-warning"))
    elif found.count(Doing.NEW) or found.count(Doing.CHANGED):
        said.append(
            literal(
                with_keys("No problem: {import-bring-in} brings it in, in one change that {undo} takes back"),
                "$text-success",
            )
        )
    else:
        said.append(literal("Nothing differs from what is here already"))
    return Content("\n").join(said)


def _by_hand(asked: Asked, found: Found) -> str:
    """Return what may be said by hand, each with its key."""
    ways = ["{import-who} who is meant"] if found.understood.names else []
    ways += ["{import-setting} path to green"] if asked.kind == "ratings" else []
    return with_keys(", ".join([*ways, "{import-columns} columns"]))


def columns(asked: Asked, found: Found) -> Content:
    """Return which column of the sheet fills what, and which are not used."""
    head = found.understood.head
    if head is None:
        return Content("")
    kind = KINDS[asked.kind]
    said = [
        assembled(line(f"{column.label}:", "$foreground-muted"), " ", line(head.named(head.columns[column.name])))
        for column in kind.columns
        if column.name in head.columns
    ]
    if head.periods:
        said.append(
            line(plural(len(head.periods), "column of values, a month each", "columns of values, a month each"))
        )
    if head.unused:
        said.append(line(f"Not used: {', '.join(head.unused)}", "$foreground-muted"))
    if found.added:
        said.append(line(f"New offices: {', '.join(found.added)}"))
    said += [line(f"{note[0].upper()}{note[1:]}.") for note in found.understood.notes]
    return Content("\n").join(said)


def row(brought: Brought, problems: Sequence[Problem], width: int) -> Content:
    """Return all that is said of a row: its problems and what to do, what changes, what was made of its cells."""
    said = [hanging(f"Row {brought.row}  ", f"{brought.ref}  {brought.text}".strip(), width, "bold")]
    said += [problem(one, width) for one in problems]
    said += [hanging("  ", change, width) for change in brought.changes]
    said += [hanging("· ", note, width, "$foreground-muted") for note in brought.notes]
    if brought.doing == Doing.SAME:
        said.append(line("Nothing differs from what is here already.", "$foreground-muted"))
    return Content("\n").join(said)


def problem(one: Problem, width: int) -> Content:
    """Return a problem: in which column, what is wrong, what to do."""
    where = f"! {one.column}: " if one.column else "! "
    return Content("\n").join([hanging(where, one.said, width, "$text-warning"), hanging("  ", one.do, width)])


def left(one: LeftOut, width: int) -> Content:
    """Return a row that is no record, and why."""
    said = hanging(f"Row {one.row}  ", one.text, width, "bold")
    return Content("\n").join([said, line(f"Left out: {one.why}.")])
