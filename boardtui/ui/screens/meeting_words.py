"""How an agenda item reads: its particulars, and what was minuted under it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from boardtui.domain.dates import show, weekday
from boardtui.domain.deadlines import Deadlines, next_deadline
from boardtui.domain.states import ItemState, MeetingState
from boardtui.domain.text import plural
from boardtui.domain.views import Entry, Item, Meeting
from boardtui.ui.widgets.entries import minuted
from boardtui.ui.widgets.literal import hanging, line, literal


def state(meeting: Meeting) -> str:
    """Return how far a meeting is, as people say it: `with the Chair`."""
    return "with the Chair" if meeting.state == MeetingState.WITH_CHAIR else meeting.state


def stage(meeting: Meeting) -> str:
    """Return how far a meeting is, with the day since when it waits for the Chair."""
    since = meeting.submitted_on if meeting.state == MeetingState.WITH_CHAIR else None
    return f"{state(meeting)} since {show(since)}" if since else state(meeting)


def when_due(meeting: Meeting, due: Deadlines, today: date, width: int) -> Content:
    """Return a meeting's deadlines: side by side where they fit, else one below the other; one missed is marked."""
    ahead = next_deadline(meeting.state, due, today)
    said = []
    for name, day in zip(("papers", "agenda", "draft minutes"), due, strict=True):
        is_next = ahead == (name, day)
        late = is_next and day < today
        style = "bold $text-error" if late else "bold" if is_next else "$foreground-muted"
        said.append(line(f"{'✗ ' if late else ''}{name} {in_year(day, meeting.date)}", style))
    head = Content.styled("Due: ", "$foreground-muted")
    beside = head + Content("  ").join(said)
    return beside if beside.cell_length <= width else head + Content("\n     ").join(said)


def in_year(day: date, of: date) -> str:
    """Write a day with its weekday, and its year only where that is not the meeting's: `Fri 14 Jun`."""
    said = weekday(day)
    return said if day.year != of.year else said.rpartition(" ")[0]


def item_in_full(item: Item, entries: Sequence[Entry], width: int, *, begun: bool) -> Content:
    """Return an item with its particulars and, once the meeting has begun, what was minuted under it."""
    said = [hanging(f"{item.number}  ", item.title, width, "bold"), literal(_particulars(item))]
    if item.paper:
        said.append(hanging("Paper: ", item.paper, width))
    if item.urgent_because:
        said.append(hanging("Urgent: ", item.urgent_because, width))
    if item.deferred_from:
        said.append(hanging("", item.where_from, width))
    deferred = item.state == ItemState.DEFERRED
    if deferred:
        said.append(hanging("Deferred: ", f"to meeting {item.deferred_to}, {item.deferred_because}", width))
    if item.restricted:
        said.append(hanging("Restricted: ", item.restricted, width, "$text-warning"))
    if item.taken_after is not None and not deferred:
        said.append(literal(f"Taken after item {item.taken_after}"))
    found = [entry for entry in entries if entry.item == item.number]
    if found:
        said += [Content(""), minuted(found, width)]
    elif begun and not deferred:
        said += [Content(""), Content.styled("Nothing is minuted under this item.", "$foreground-muted")]
    return Content("\n").join(said)


def _particulars(item: Item) -> str:
    parts = [f"For {item.purpose}", f"{item.minutes} minutes"]
    if item.presenter:
        parts.append(item.presenter)
    if item.used_seconds:
        parts.append(f"{plural(round(item.used_seconds / 60), 'minute')} used")
    return ", ".join(parts)
