"""Search everywhere: what holds the words typed, as they are typed, with the words in context."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from boardtui.domain.searching import Found, Piece, enough
from boardtui.domain.text import plural
from boardtui.store.reading.searching import MOST, found
from boardtui.ui.going import Going
from boardtui.ui.widgets.boxes import LineBox
from boardtui.ui.widgets.literal import assembled, line, literal

_HOW = "enter open   ↑ ↓ choose   esc leave it   “a phrase”"


class Search(ModalScreen[Found | None]):
    """A box to type in and what was found; enter opens the record at its place, esc leaves without."""

    app = getters.app(Going)
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "Leave it"),
        ("down", "move(1)", "Next"),
        ("up", "move(-1)", "Before"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[Found] = ()
        self._asked = ""
        self._answered = ""
        self._opens = False

    def compose(self) -> ComposeResult:
        """Show the box above what is found."""
        with Vertical(classes="dialog -full -search"):
            yield LineBox(
                placeholder="Minutes, actions, plan, ratings, the Notice, people, letters, evidence", compact=True
            )
            yield OptionList(classes="body")
            yield Static(line(_HOW), classes="hints")

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        typed = self._asked = event.value
        if not enough(typed):
            self._show(typed, ())
            return
        self.app.read(lambda db: (typed, found(db, typed)), self._answer, slot=self)

    def _answer(self, answer: tuple[str, Sequence[Found]]) -> None:
        self._show(*answer)

    def _show(self, typed: str, records: Sequence[Found]) -> None:
        """Show what was found for the newest words."""
        self._answered, self._found = typed, records
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(Option(_option(one)) for one in records)
        listed.highlighted = 0 if records else None
        self.query_one(".hints", Static).update(line(self._figure(typed)))
        if self._opens:
            self._open()

    def _figure(self, typed: str) -> str:
        if not enough(typed):
            return _HOW
        if not self._found:
            return "Nothing has these words. Words may be begun only: prot vis"
        many = f"the {MOST} nearest" if len(self._found) == MOST else plural(len(self._found), "record")
        return f"{many}   {_HOW}"

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self._opens = True
        if self._answered == self._asked:
            self._open()

    def _open(self) -> None:
        """Open what is chosen, once the newest words are answered."""
        self._opens = False
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self.dismiss(self._found[at])

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._found[event.option_index])

    def action_move(self, step: int) -> None:
        """Go up or down what was found, the cursor staying in the box."""
        listed = self.query_one(OptionList)
        (listed.action_cursor_down if step > 0 else listed.action_cursor_up)()


def _option(one: Found) -> Content:
    head = assembled((f"{one.kind.capitalize()} ", "$foreground-muted"), *map(_piece, one.name))
    if one.restricted:
        head = assembled(head, ("  restricted", "$text-warning"))
    return assembled(head, "\n", "  ", *map(_piece, one.words)) if one.words else head


def _piece(piece: Piece) -> Content:
    return literal(piece.text, "bold underline" if piece.hit else "")
