"""How the history reads on the screen: what was done, by whom, and every field before and after."""

from __future__ import annotations

from textual.content import Content

from boardtui.domain.history import Happening, RecordChange, shown, when
from boardtui.ui.widgets.literal import hanging, line, literal


def entry(found: Happening, width: int) -> Content:
    """Return an entry in full: its sentence, who and when, and each record with what changed in it."""
    head = line(found.said, "bold")
    by = line(f"{when(found.at)}, {found.who}, {found.role}", "$foreground-muted")
    undone = [line(f"It takes entry {found.undoes} back.")] if found.undoes else []
    return Content("\n").join([head, by, *undone, *(said for one in found.changes for said in _change(one, width))])


def _change(change: RecordChange, width: int) -> list[Content]:
    said = [Content(""), hanging("", f"{change.record}, {change.what}", width, "bold $primary")]
    for field in change.fields:
        name = literal(f"  {field.name}: ", "$foreground-muted")
        if change.what == "changed":
            said.append(hanging(name, f"{shown(field.before)} → {shown(field.after)}", width))
        else:
            said.append(hanging(name, shown(field.after or field.before), width))
    return said
