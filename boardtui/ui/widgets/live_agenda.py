"""The agenda beside live mode, where the screen is wide: planned and used minutes, the item in hand marked."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from boardtui.domain.live import Live
from boardtui.domain.states import ItemState
from boardtui.domain.views import Item
from boardtui.ui.widgets.literal import assembled, line, literal

_BEFORE, _AFTER = 6, 7
Shown = tuple[Live, datetime]
"""The meeting as it stands, and the moment at which it does."""


class LiveAgenda(VerticalScroll, can_focus=False):
    """Every item with its sign: ▸ in hand, ✓ taken, → moved to another meeting."""

    def compose(self) -> ComposeResult:
        """Hold the items."""
        yield AgendaItems()

    def tell(self, live: Live, now: datetime) -> None:
        """Show how far the agenda is."""
        self.query_one(AgendaItems).shown = (live, now)


class AgendaItems(Widget):
    """The items, one below the other, drawn for the width there is."""

    shown: reactive[Shown | None] = reactive(None)

    def watch_shown(self, before: Shown | None, now: Shown | None) -> None:
        """Lay the screen out anew only where the items need another number of lines."""
        width = self.content_size.width
        if _height(_drawn(before, width)) != _height(_drawn(now, width)):
            self.refresh(layout=True)

    def render(self) -> Content:
        """Draw the items."""
        return _drawn(self.shown, self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  (Textual's own)
        """Count the lines they need."""
        return _height(_drawn(self.shown, width))


def _drawn(shown: Shown | None, given: int) -> Content:
    if shown is None:
        return Content("")
    (live, now), width = shown, max(given, 24)
    items = [_item(live, item, now, width) for item in live.items]
    planned = sum(item.minutes for item in live.items if item.state != ItemState.DEFERRED)
    used = sum(live.used(item, now) for item in live.items) // 60
    total = literal(f"{f'{used} of {planned} min':>{width}}", "$foreground-muted")
    return Content("\n").join([*items, total])


def _height(drawn: Content) -> int:
    return drawn.plain.count("\n") + 1


def _item(live: Live, item: Item, now: datetime, width: int) -> Content:
    here = live.item is not None and item.id == live.item.id
    sign = "▸" if here else {ItemState.TAKEN: "✓", ItemState.DEFERRED: "→"}.get(ItemState(item.state), " ")
    start = literal(f"{sign} {item.number:>2}  ", "bold" if here else "$foreground-muted")
    moved = item.state == ItemState.DEFERRED
    title = f"{item.title} (to meeting {item.deferred_to})" if moved else item.title
    parts = line(title, "bold" if here else "$foreground-muted" if moved else "").wrap(width - _BEFORE - _AFTER)
    used = live.used(item, now) // 60
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
