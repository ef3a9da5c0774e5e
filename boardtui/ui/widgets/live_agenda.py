"""The agenda beside live mode, where the screen is wide: planned and used minutes, the item in hand marked."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from boardtui.domain.live import Live
from boardtui.domain.states import ItemState
from boardtui.domain.views import Item
from boardtui.ui.widgets.fitted import Fitted
from boardtui.ui.widgets.literal import assembled, line, literal

_BEFORE, _AFTER = 6, 7


class LiveAgenda(VerticalScroll, can_focus=False):
    """Every item with its sign: ▸ in hand, ✓ taken, → moved to another meeting."""

    def compose(self) -> ComposeResult:
        """Hold the items."""
        yield AgendaItems()

    def tell(self, live: Live, now: datetime) -> None:
        """Show how far the agenda is."""
        self.query_one(AgendaItems).tell(live, now)


class AgendaItems(Fitted):
    """The items, one below the other, drawn for the width there is."""

    _told: tuple[Live, datetime] | None = None

    def tell(self, live: Live, now: datetime) -> None:
        """Show how far the agenda is."""
        self._told = live, now
        self._draw()

    def on_resize(self) -> None:
        """Draw the items for the width there is."""
        self._draw()

    def _draw(self) -> None:
        if self._told is not None and (width := self.content_size.width):
            self.say(_drawn(*self._told, max(width, 24)))


def _drawn(live: Live, now: datetime, width: int) -> Content:
    here = live.item.id if live.item is not None else None
    items = [_item(item, live.used(item, now) // 60, width, here=item.id == here) for item in live.items]
    planned = sum(item.minutes for item in live.items if item.state != ItemState.DEFERRED)
    used = sum(live.used(item, now) for item in live.items) // 60
    total = literal(f"{f'{used} of {planned} min':>{width}}", "$foreground-muted")
    return Content("\n").join([*items, total])


@lru_cache(maxsize=128)
def _item(item: Item, used: int, width: int, *, here: bool) -> Content:
    """Draw an item; while the clock runs on, only the one in hand is drawn anew."""
    sign = "▸" if here else {ItemState.TAKEN: "✓", ItemState.DEFERRED: "→"}.get(ItemState(item.state), " ")
    start = literal(f"{sign} {item.number:>2}  ", "bold" if here else "$foreground-muted")
    moved = item.state == ItemState.DEFERRED
    title = f"{item.title} (to meeting {item.deferred_to})" if moved else item.title
    parts = line(title, "bold" if here else "$foreground-muted" if moved else "").wrap(width - _BEFORE - _AFTER)
    spent = "" if moved else f"{used}/{item.minutes}" if used or here else f"{item.minutes}"
    over = used > item.minutes
    spent = f"{'!' if over else ''}{spent}"
    first = assembled(
        start,
        parts[0],
        " " * (width - _BEFORE - parts[0].cell_length - len(spent)),
        (spent, "bold $error" if over else "$foreground-muted"),
    )
    return Content("\n").join([first, *(assembled(" " * _BEFORE, part) for part in parts[1:])])
