"""The undo list: what can be undone and made again, to go several steps at once, which is said before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.history import when
from boardtui.domain.text import plural, shorten
from boardtui.domain.typed_words import has_words
from boardtui.domain.undoing import Step, Steps, passed, redoing, refusal, undoing
from boardtui.store.reading.undoing import steps
from boardtui.ui.commands import bindings
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.literal import hanging, line
from boardtui.ui.widgets.record_list import Column, Row

if TYPE_CHECKING:
    from boardtui.store.unit import Work

_MOST = 12
"""Sentences that the question shows before it only counts them."""


class UndoListScreen(ListScreen):
    """What was undone above, what was done below, the newest in the middle; at the end, what nothing passes."""

    where = "undo-list"
    place = "home"
    BINDINGS: ClassVar[list[BindingType]] = bindings("undo-list")
    columns = (Column("When", 17), Column("What was done", 0), Column("Who", 20, 60))
    found: Steps | None = None

    def load(self) -> None:
        """Work out the steps."""
        self.app.read(steps, self.show)

    def show(self, found: Steps) -> None:
        """Show the steps; at first the cursor stands on what is undone next."""
        if self.found is None and found.undo is not None:
            self.stand_on_next = str(found.undo.entry)
        self.found = found
        self.empty_says = " ".join(refusal(found.barrier)) if found.barrier else "Nothing was changed yet."
        self.refill()

    def above(self) -> Content | None:
        """Return how many steps there are, and what nothing passes."""
        if self.found is None:
            return None
        barrier = self.found.barrier
        ends = f". Nothing before this is undone: {passed(barrier)}" if barrier else ""
        return line(f"{plural(len(self.found.done), 'change')} can be undone{ends}.")

    def rows(self) -> list[Row]:
        """Return the steps: undone ones first, the one that is made again next the lowest of them."""
        if self.found is None:
            return []
        undone = [_row(step) for step in reversed(self.found.undone) if self._shown(step)]
        done = [_row(step) for step in self.found.done if self._shown(step)]
        parts = (("Undone: can be made again", undone), ("Done: can be undone", done))
        return [row for said, found in parts if found for row in (Row(said, (said,), heading=True), *found)]

    def preview(self) -> Content:
        """Return what going there comes to."""
        wanted, undo = self._way(self.chosen)
        if not wanted:
            return Content("")
        last = wanted[-1]
        width = self.query_one("#side").size.width - 2
        more = f" With {plural(len(wanted) - 1, 'change')} after it." if undo and len(wanted) > 1 else ""
        if not undo and len(wanted) > 1:
            more = f" With {plural(len(wanted) - 1, 'change')} before it."
        said = (undoing if undo else redoing)(last.sentence)
        by = line(f"{when(last.at)}, {last.who}", "$foreground-muted")
        return Content("\n").join([hanging("", said, width, "bold"), by, line(f"Press enter to do that.{more}")])

    def open(self, key: str) -> None:
        """Ask before going there, saying each change that will be undone or made again."""
        wanted, undo = self._way(key)
        if not wanted:
            return
        say = undoing if undo else redoing
        said = [line(f"· {say(step.sentence)}") for step in wanted[:_MOST]]
        if len(wanted) > _MOST:
            said.append(line(f"… and {plural(len(wanted) - _MOST, 'change')} more"))
        title = f"{'Undo' if undo else 'Make again'} {plural(len(wanted), 'change')}"
        question = Confirm(line(title), Content("\n").join(said), title)
        self.app.push_screen(question, partial(self._go, wanted[-1].entry, undo))

    def _go(self, entry: int, undo: bool, yes: bool | None) -> None:
        if not yes:
            return

        def go(work: Work) -> list[str]:
            from boardtui import services

            return (services.undo.undo_to if undo else services.undo.redo_to)(work, entry)

        self.app.change(go, self._went)

    def _went(self, said: Sequence[str]) -> None:
        if len(said) > 1:
            self.app.say(f"{plural(len(said), 'change')}, the last of them: {shorten(said[-1], 80)}")

    def _way(self, key: str | None) -> tuple[tuple[Step, ...], bool]:
        """Return the steps to there, and whether they are undone; else they are made again."""
        if self.found is None or key is None or not key.isdigit():
            return (), True
        back = self.found.back_to(int(key))
        return (back, True) if back else (self.found.forward_to(int(key)), False)

    def _shown(self, step: Step) -> bool:
        return has_words(self.words, step.sentence, step.who, when(step.at))


def _row(step: Step) -> Row:
    return Row(str(step.entry), (when(step.at), step.sentence, step.who))
