"""Chooses one thing from a short list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from boardtui.ui.widgets.literal import line


class Choose(ModalScreen[str | None]):
    """Shows what there is; enter chooses, esc leaves without."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "Leave it")]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], now: str = "", says: str = "") -> None:
        super().__init__()
        self._title, self._choices, self._now, self._says = title, choices, now, says

    def compose(self) -> ComposeResult:
        """Show the choices, each a value and what it is called."""
        with Vertical(classes="dialog"):
            yield Static(line(self._title), classes="title")
            if self._says:
                yield Static(line(self._says), classes="paragraph")
            yield OptionList(*(Option(line(said)) for _value, said in self._choices))
            yield Static("enter choose   esc leave it", classes="hints")

    def on_mount(self) -> None:
        """Stand on what holds now."""
        values = [value for value, _said in self._choices]
        if self._now in values:
            self.query_one(OptionList).highlighted = values.index(self._now)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._choices[event.option_index][0])
