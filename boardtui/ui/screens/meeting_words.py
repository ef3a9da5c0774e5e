"""How an agenda item reads: its particulars, and what was minuted under it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from boardtui.domain.states import ItemState
from boardtui.domain.text import plural
from boardtui.domain.views import Entry, Item
from boardtui.ui.widgets.entries import minuted
from boardtui.ui.widgets.literal import hanging, literal


def item_in_full(item: Item, entries: Sequence[Entry], width: int, *, begun: bool) -> Content:
    """Return an item with its particulars and, once the meeting has begun, what was minuted under it."""
    said = [hanging(f"{item.number}  ", item.title, width, "bold"), literal(_particulars(item))]
    if item.paper:
        said.append(hanging("Paper: ", item.paper, width))
    if item.urgent_because:
        said.append(hanging("Urgent: ", item.urgent_because, width))
    if item.deferred_from:
        said.append(literal(f"Deferred from meeting {item.deferred_from}"))
    if item.state == ItemState.DEFERRED:
        said.append(hanging(f"Deferred to meeting {item.deferred_to}: ", item.deferred_because, width))
    if item.restricted:
        said.append(hanging("Restricted: ", item.restricted, width, "$text-warning"))
    if item.taken_after is not None:
        said.append(literal(f"Taken after item {item.taken_after}"))
    found = [entry for entry in entries if entry.item == item.number]
    if found:
        said += [Content(""), minuted(found, width)]
    elif begun:
        said += [Content(""), Content.styled("Nothing is minuted under this item.", "$foreground-muted")]
    return Content("\n").join(said)


def _particulars(item: Item) -> str:
    parts = [f"For {item.purpose}", f"{item.minutes} minutes"]
    if item.presenter:
        parts.append(item.presenter)
    if item.used_seconds:
        parts.append(f"{plural(round(item.used_seconds / 60), 'minute')} used")
    return ", ".join(parts)
