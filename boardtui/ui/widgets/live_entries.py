"""The entries of the item in hand: number, sign and word, whether on disk, and the text wrapped in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from boardtui.domain.states import EntryKind
from boardtui.ui.widgets.literal import assembled, line, literal

ON_DISK, WAITING, UNSAVED = "✓", "…", "✗"
"""Where an entry is: committed, on its way, or not saved."""

_SIGNS = {
    EntryKind.ACTION: ("!", "Action"),
    EntryKind.DECISION: ("=", "Decision"),
    EntryKind.CHALLENGE: ("?", "Challenge"),
    EntryKind.UPDATE: (">", "Update"),
    EntryKind.NOTE: (" ", "Note"),
    EntryKind.INTEREST: (" ", "Interest"),
    EntryKind.AMENDMENT: (" ", "Amendment"),
    EntryKind.CONFIRMATION: (" ", "Minutes"),
    EntryKind.MOVEMENT: (" ", "Movement"),
    EntryKind.REGISTER: (" ", "Register"),
}
_STYLES = {
    EntryKind.ACTION: "bold $accent",
    EntryKind.DECISION: "bold $success",
    EntryKind.CHALLENGE: "bold $warning",
    EntryKind.UPDATE: "bold $primary",
}
_INDENT = 21
_GAP = literal(" " * _INDENT)


@dataclass(frozen=True)
class Said:
    """One entry as it is shown: `notes` stand beneath its text, `warnings` too, with their sign."""

    key: str
    ref: str
    kind: EntryKind
    text: str
    where: str = ON_DISK
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    in_the_box: bool = False


_NOTHING = Said("", "", EntryKind.NOTE, "")


@dataclass(eq=False)
class _Row:
    """One line of an entry, the `first` one with its number and sign; the strip is drawn when it is first in view."""

    said: Said
    text: Content
    first: bool
    strip: Strip | None = None

    @property
    def content(self) -> Content:
        """Return all that stands on the line."""
        return assembled(_start(self.said) if self.first else _GAP, self.text)


class LiveEntries(ScrollView, can_focus=False):
    """The entries one below the other; the newest is in view, and page up looks back.

    It draws lines (Textual's line API), so that a new entry has nothing else of the screen laid out anew.
    """

    def __init__(self) -> None:
        super().__init__()
        self._said: Sequence[Said] = ()
        self._wrapped: dict[Said, list[_Row]] = {}
        self._rows: list[_Row] = []
        self._blank = Strip([])
        self._at_end = True

    def show(self, entries: Sequence[Said]) -> None:
        """Show these entries; a newest one that was not there is brought into view."""
        before, self._said = self._said, entries
        if len(before) != len(entries) or not _same(before[-1:], entries[-1:]):
            self._at_end = True
        self._wrap_anew()

    def bring(self, key: str) -> None:
        """Scroll to an entry."""
        place = next((place for place, said in enumerate(self._said) if said.key == key), None)
        if place is None:
            return
        self._at_end = place == len(self._said) - 1
        heights = [len(self._wrapped.get(said, ())) for said in self._said]  # nothing where the room must not see them
        region = Region(0, sum(heights[:place]), self.size.width, heights[place])
        self.scroll_to_region(region, animate=False, force=True)
        self._keep_at_end()

    def render_line(self, y: int) -> Strip:
        """Draw a line of an entry, or nothing below the last one."""
        at = y + self.scroll_offset.y
        if at >= len(self._rows):
            return self._blank
        row = self._rows[at]
        if row.strip is None:
            (row.strip,) = Visual.to_strips(self, row.content, self.size.width, 1, self.visual_style, pad=True)
        return row.strip

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Stay at the end from when it is reached until somebody looks back."""
        super().watch_scroll_y(old_value, new_value)
        self._at_end = new_value >= self.max_scroll_y

    def on_resize(self) -> None:
        """Wrap the entries for the width there is."""
        self._wrap_all()

    def notify_style_update(self) -> None:
        """Draw the entries in other colours."""
        super().notify_style_update()
        self._wrap_all()

    def _wrap_all(self) -> None:
        self._wrapped.clear()
        self._wrap_anew()
        self.refresh()

    def _wrap_anew(self) -> None:
        width = self.size.width
        if not width:
            return
        self._wrapped = {said: self._wrapped.get(said) or _rows(said, width) for said in self._said}
        before, self._rows = self._rows, [row for said in self._said for row in self._wrapped[said]]
        self._blank = Strip.blank(width, self.rich_style)
        self._reach(Size(width, len(self._rows)))
        self._repaint(before)
        self._keep_at_end()

    def _repaint(self, before: Sequence[_Row]) -> None:
        """Have those lines in view painted that are others than before."""
        view = slice(self.scroll_offset.y, self.scroll_offset.y + self.size.height)
        pairs = enumerate(zip_longest(before[view], self._rows[view]))
        if changed := [Region(0, y, self.size.width, 1) for y, (was, now) in pairs if was is not now]:
            self.refresh(*changed)

    def _reach(self, size: Size) -> None:
        """Scroll over as many lines; the screen is laid out anew only where the scrollbar comes or goes."""
        room = self.size.height
        if (size.height > room) == (self.virtual_size.height > room):
            self.set_reactive(LiveEntries.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        else:
            self.virtual_size = size

    def _keep_at_end(self) -> None:
        if self._at_end:
            self.scroll_end(animate=False, immediate=True, force=True)


def _same(before: Sequence[Said], now: Sequence[Said]) -> bool:
    """Say whether entries read the same, in the box or not."""
    return [replace(said, in_the_box=False) for said in before] == [replace(said, in_the_box=False) for said in now]


def _rows(said: Said, width: int) -> list[_Row]:
    room = max(width - _INDENT, 20)
    text = literal(said.text).wrap(room) or [Content("")]
    for note in said.notes:
        text += [part.stylize("$foreground-muted") for part in line(note).wrap(room)]
    for warning in said.warnings:
        text += [part.stylize("bold $warning") for part in line(warning).wrap(room)]
    return [_Row(said, part, first=not n) for n, part in enumerate(text)]


def _start(said: Said) -> Content:
    sign, word = _SIGNS[said.kind]
    style = _STYLES.get(said.kind, "$foreground-muted")
    where = "bold $error" if said.where == UNSAVED else "$text-success" if said.where == ON_DISK else "bold"
    return assembled(
        ("▸" if said.in_the_box else " ", "bold"),
        (f"{said.ref:>5} ", "$foreground-muted"),
        (f"{sign} {word:<9} ", style),
        (f"{said.where} ", where),
    )
