"""The agenda beside live mode, where the screen is wide: planned and used minutes, the item in hand marked."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from boardtui.domain.live import Live
from boardtui.domain.states import ItemState
from boardtui.domain.views import Item
from boardtui.ui.widgets.literal import line

_BEFORE, _AFTER = 6, 8


class LiveAgenda(VerticalScroll, can_focus=False):
    """Every item with its sign: ▸ in hand, ✓ taken, → moved to another meeting."""

    def compose(self) -> ComposeResult:
        """Hold the items."""
        yield Static(id="agenda-items")

    def tell(self, live: Live, now: datetime) -> None:
        """Show how far the agenda is."""
        width = max(self.content_size.width, 20)
        items = [_item(live, item, now, width) for item in live.items]
        planned = sum(item.minutes for item in live.items if item.state != ItemState.DEFERRED)
        used = sum(live.used(item, now) for item in live.items) // 60
        total = Content.styled(f"{f'{used} of {planned} min':>{width}}", "$text-muted")
        self.query_one("#agenda-items", Static).update(Content("\n").join([*items, total]))


def _item(live: Live, item: Item, now: datetime, width: int) -> Content:
    here = live.item is not None and item.id == live.item.id
    sign = "▸" if here else {ItemState.TAKEN: "✓", ItemState.DEFERRED: "→"}.get(ItemState(item.state), " ")
    start = Content.styled(f"{sign} {item.number:>2}  ", "bold" if here else "$text-muted")
    moved = item.state == ItemState.DEFERRED
    title = f"{item.title} (to meeting {item.deferred_to})" if moved else item.title
    parts = line(title, "bold" if here else "$text-muted" if moved else "").wrap(width - _BEFORE - _AFTER)
    used = live.used(item, now) // 60
    spent = "" if moved else f"{used}/{item.minutes}" if used or here else f"{item.minutes}"
    over = used > item.minutes
    spent = f"{'!' if over else ''}{spent}"
    first = Content.assemble(
        start,
        parts[0],
        " " * (width - _BEFORE - parts[0].cell_length - len(spent)),
        (spent, "bold $error" if over else "$text-muted"),
    )
    return Content("\n").join([first, *(Content.assemble(" " * _BEFORE, part) for part in parts[1:])])
