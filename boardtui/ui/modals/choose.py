"""Chooses one thing from a short list, by the arrows or by typing how it begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from boardtui.domain.offering import Offer, offered
from boardtui.ui.widgets.literal import assembled, line

_HINTS = "enter choose   esc leave it"
_MOST = 24
"""Letters by which a choice is looked for."""


class Choose(ModalScreen[str | None]):
    """Shows what there is; what is typed goes to the first that has such words, enter chooses, esc leaves without."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "Leave it")]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], now: str = "", says: str = "") -> None:
        super().__init__()
        self._title, self._choices, self._now, self._says = title, choices, now, says
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Show the choices, each a value and what it is called."""
        with Vertical(classes="dialog"):
            yield Static(line(self._title), classes="title")
            if self._says:
                yield Static(line(self._says), classes="paragraph")
            yield OptionList(*(Option(line(said)) for _value, said in self._choices))
            yield Static(_HINTS, classes="hints")

    def on_mount(self) -> None:
        """Stand on what holds now."""
        values = [value for value, _said in self._choices]
        if self._now in values:
            self.query_one(OptionList).highlighted = values.index(self._now)

    def on_key(self, event: Key) -> None:
        """Go to the first choice that has the words typed so far; a letter that none has is not taken."""
        if event.key == "backspace":
            self._go_to(self._typed[:-1])
        elif event.character and event.is_printable and event.key != "question_mark":
            self._go_to(self._typed + event.character)
        elif event.key in ("up", "down", "home", "end", "pageup", "pagedown"):
            self._go_to("")
            return
        else:
            return
        event.stop()
        event.prevent_default()

    def _go_to(self, typed: str) -> None:
        found = offered(typed, [Offer(value, said) for value, said in self._choices]) if typed.strip() else ()
        if (typed.strip() and not found) or len(typed) > _MOST:
            return
        self._typed = typed
        if found:
            at = [value for value, _said in self._choices].index(found[0].value)
            self.query_one(OptionList).highlighted = at
        self.query_one(".hints", Static).update(assembled(line(typed), " ▏  ", _HINTS) if typed else _HINTS)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._choices[event.option_index][0])
