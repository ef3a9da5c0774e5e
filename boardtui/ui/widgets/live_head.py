"""The head of live mode: which item is in hand, for how long, who is in the room, and what is restricted."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.live import Live
from boardtui.domain.views import Item
from boardtui.ui.widgets.fitted import Fitted
from boardtui.ui.widgets.literal import assembled, line, literal

_NOBODY = "nobody in the chair"


class LiveHead(Fitted):
    """The item in hand with its minutes; meeting, chair and quorum; the restriction in force."""

    def tell(self, live: Live, now: datetime) -> None:
        """Show how the meeting stands at this moment."""
        width = self.content_size.width or self.app.size.width - self.gutter.width
        lines = [_room(live, width)]
        if live.item is not None:
            lines.insert(0, _item(live, live.item, now, width))
        if reason := live.meeting.restricted_now or (live.item.restricted if live.item else None):
            lines.append(assembled(line(f" RESTRICTED: {reason} ", "bold reverse $warning")))
        self.say(Content("\n").join(lines))


def minutes_used(live: Live, item: Item, now: datetime) -> tuple[str, str]:
    """Say how many of its planned minutes an item has used, and by how many it is over, with the style for it."""
    used = live.used(item, now) // 60
    over = used - item.minutes
    counted = f"{used} of {item.minutes} min"
    return (f"{counted}, {over} OVER", "bold $error") if over > 0 else (counted, "")


def _room(live: Live, width: int) -> Content:
    """Say on one line what of the room there is space for; whether there is a quorum comes before all else."""
    meeting, presence = live.meeting, live.presence
    chair = line(f"{meeting.presiding} in the chair") if meeting.presiding else line(_NOBODY, "bold $warning")
    alarm = not presence.taken or presence.quorate is False
    counted = line(str(presence), "bold $error" if alarm else "")
    number = literal(f"Meeting {meeting.number}", "bold")
    ways = (
        [number, literal(show(meeting.date)), chair, counted],
        [number, chair, counted],
        [chair, counted],
        [counted],
    )
    said = (Content(" · ").join(parts) for parts in ways)
    return next((one for one in said if one.cell_length <= width), counted.truncate(width, ellipsis=True))


def _item(live: Live, item: Item, now: datetime, width: int) -> Content:
    counted = literal(*minutes_used(live, item, now))
    if live.meeting.to_tidy:
        counted = assembled((f"{live.meeting.to_tidy} to tidy", "bold $warning"), " · ", counted)
    urgent = " (urgent)" if item.urgent_because else ""
    title = line(f"{item.number}  {item.title}{urgent}", "bold")
    title = title.truncate(max(width - counted.cell_length - 2, 10), ellipsis=True)
    gap = max(width - title.cell_length - counted.cell_length, 2)
    return assembled(title, " " * gap, counted)
