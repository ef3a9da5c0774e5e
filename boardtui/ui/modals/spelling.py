"""The words of a meeting's minutes that may be misspelt, each with what it may have been meant to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from boardtui import services
from boardtui.domain.spelling import Doubt
from boardtui.domain.text import plural
from boardtui.ui.going import Going
from boardtui.ui.widgets.literal import DIALOG, hanging, literal
from boardtui.ui.widgets.record_list import Column, RecordList, Row

_COLUMNS = (Column("Where", 8), Column("Word", 18), Column("Perhaps", 0))


class Spelling(ModalScreen[Doubt | None]):
    """Lists the doubtful words; gives back the line to change, or nothing. Nothing is changed by itself."""

    app = getters.app(Going)
    AUTO_FOCUS = "RecordList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave"),
        Binding("enter", "change", "Change the line", priority=True),
        Binding("a", "add", "Add to the Board's words"),
    ]

    def __init__(self, doubts: Sequence[Doubt], perhaps: Mapping[str, tuple[str, ...]], *, may_change: bool) -> None:
        super().__init__()
        self._perhaps, self._may_change = perhaps, may_change
        self._found = {f"{one.entry_id} {word}": (one, word) for one in doubts for word in one.words}

    def compose(self) -> ComposeResult:
        """Show the words, the line in hand in full, and the keys."""
        keys = "enter change the line   a add to the Board's words   esc leave"
        with Vertical(classes="dialog -tall -preflight"):
            yield Static(literal("Words to look at"), classes="title")
            yield Static(id="count")
            yield RecordList(*_COLUMNS)
            with VerticalScroll(id="finding", can_focus=False):
                yield Static(id="full")
            yield Static(literal(keys if self._may_change else "esc leave"), classes="hints")

    def on_mount(self) -> None:
        """Show the words."""
        self._fill()

    def action_change(self) -> None:
        """Go to the line."""
        if (found := self._chosen) is not None and self._may_change:
            self.dismiss(found[0])

    def action_add(self) -> None:
        """Add the word to the Board's own; it is doubted no more, wherever it stands."""
        if (found := self._chosen) is not None and self._may_change:
            word = found[1]
            self.app.change(lambda work: services.terms.set_term(work, word))
            same = word.casefold()
            self._found = {key: one for key, one in self._found.items() if one[1].casefold() != same}
            self._fill()

    @property
    def _chosen(self) -> tuple[Doubt, str] | None:
        return self._found.get(self.query_one(RecordList).chosen or "")

    def _fill(self) -> None:
        rows = [
            Row(key, (one.ref, word, ", ".join(self._perhaps.get(word, ())) or "–"))
            for key, (one, word) in self._found.items()
        ]
        self.query_one(RecordList).fill(rows)
        said = f"{plural(len(rows), 'word')} that may be misspelt." if rows else "No word is in doubt."
        self.query_one("#count", Static).update(literal(said))

    @on(RecordList.Stood)
    def _stood(self, event: RecordList.Stood) -> None:
        event.stop()
        found = self._chosen
        shown = hanging(f"{found[0].ref}  ", found[0].text, DIALOG) if found else Content("")
        self.query_one("#full", Static).update(shown)

    @on(RecordList.Opened)
    def _opened(self, event: RecordList.Opened) -> None:
        event.stop()
        self.action_change()
