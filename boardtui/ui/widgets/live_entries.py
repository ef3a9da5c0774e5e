"""The entries of the item in hand: number, sign and word, whether on disk, and the text wrapped in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

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


class EntryLine(Widget):
    """One entry; its text hangs beside its number and word."""

    said: reactive[Said] = reactive(_NOTHING)

    def __init__(self, said: Said) -> None:
        super().__init__()
        self.set_reactive(EntryLine.said, said)

    def watch_said(self, before: Said, now: Said) -> None:
        """Lay the screen out anew only where the entry needs another number of lines."""
        width = self.content_size.width
        if len(_lines(before, width)) != len(_lines(now, width)):
            self.refresh(layout=True)

    def render(self) -> Content:
        """Draw the entry for the width there is."""
        return Content("\n").join(_lines(self.said, self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  (Textual's own)
        """Count the lines it needs: text is never cut off."""
        return len(_lines(self.said, width))


class LiveEntries(VerticalScroll, can_focus=False):
    """The entries one below the other; the newest is in view, and page up looks back."""

    _at_end = True

    def show(self, entries: Sequence[Said]) -> None:
        """Show these entries: what is the same stays as it is."""
        lines = list(self.query_children(EntryLine))
        last = lines[-1].said if lines else _NOTHING
        for shown, said in zip(lines, entries, strict=False):
            shown.said = said
        newer = [EntryLine(said) for said in entries[len(lines) :]]
        if newer:
            self.mount_all(newer)
        if surplus := lines[len(entries) :]:
            self.app.call_later(self._drop, surplus)
        changed = lines and replace(last, in_the_box=lines[-1].said.in_the_box) != lines[-1].said
        if newer or surplus or changed:
            self._follow()

    def bring(self, key: str) -> None:
        """Scroll to an entry."""
        lines = list(self.query_children(EntryLine))
        if lines and lines[-1].said.key == key:
            self._follow()
            return
        for shown in lines:
            if shown.said.key == key:
                self._at_end = False
                self.call_after_refresh(self.scroll_to_widget, shown, animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Stay at the end from when it is reached until somebody looks back."""
        super().watch_scroll_y(old_value, new_value)
        self._at_end = new_value >= self.max_scroll_y

    def on_resize(self) -> None:
        """Keep the newest in view when the box leaves the entries fewer rows."""
        self._keep_at_end()

    def watch_virtual_size(self) -> None:
        """Keep the newest in view when the entries take more rows, whenever that is laid out."""
        self.call_after_refresh(self._keep_at_end)

    def _follow(self) -> None:
        self._at_end = True
        self.call_after_refresh(self._keep_at_end)

    def _keep_at_end(self) -> None:
        if self._at_end:
            self.scroll_end(animate=False, immediate=True)

    async def _drop(self, surplus: Sequence[EntryLine]) -> None:
        for one in surplus:
            await one.remove()


def _lines(said: Said, width: int) -> list[Content]:
    room = max(width - _INDENT, 20)
    sign, word = _SIGNS[said.kind]
    style = _STYLES.get(said.kind, "$foreground-muted")
    where = "bold $error" if said.where == UNSAVED else "$text-success" if said.where == ON_DISK else "bold"
    start = assembled(
        ("▸" if said.in_the_box else " ", "bold"),
        (f"{said.ref:>5} ", "$foreground-muted"),
        (f"{sign} {word:<9} ", style),
        (f"{said.where} ", where),
    )
    text = literal(said.text).wrap(room) or [Content("")]
    for note in said.notes:
        text += [part.stylize("$foreground-muted") for part in line(note).wrap(room)]
    for warning in said.warnings:
        text += [part.stylize("bold $warning") for part in line(warning).wrap(room)]
    gap = literal(" " * _INDENT)
    return [assembled(start if not n else gap, part) for n, part in enumerate(text)]
