"""The saved views of a list: shown, saved from the filter in hand, removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from boardtui.domain.text import shorten
from boardtui.ui.widgets.literal import DIALOG, assembled, line

_NAME = 30
"""Columns of a name at most."""
_DIM = "$foreground-muted"


@dataclass(frozen=True)
class Chosen:
    """What is to be done with which view."""

    what: Literal["show", "save", "remove"]
    name: str = ""


class SavedViews(ModalScreen[Chosen | None]):
    """Lists the saved views with the keys that show them; what is in the filter can be saved as another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("s", "save", "Save"),
        ("delete", "remove", "Remove"),
        ("escape", "dismiss(None)", "Leave"),
    ]

    def __init__(self, of: str, views: Mapping[str, str], keys: Sequence[str], filtered: str) -> None:
        super().__init__()
        self._of, self._views, self._keys, self._filtered = of, views, keys, filtered

    def compose(self) -> ComposeResult:
        """Show each view with its key and its filter, and what can be saved."""
        with Vertical(classes="dialog"):
            yield Static(line(f"Saved views of {self._of}"), classes="title")
            if self._views:
                yield OptionList(*map(Option, self._rows()))
            if says := self._says():
                yield Static(line(says, "$foreground"), classes="note")
            keys = "enter show   del remove   " if self._views else ""
            saves = "s save the filter   " if self._filtered else ""
            yield Static(f"{keys}{saves}esc leave", classes="hints")

    def action_save(self) -> None:
        """Save what is in the filter."""
        if self._filtered:
            self.dismiss(Chosen("save"))

    def action_remove(self) -> None:
        """Remove the view that is marked."""
        if (name := self._marked) is not None:
            self.dismiss(Chosen("remove", name))

    @on(OptionList.OptionSelected)
    def _show(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(Chosen("show", list(self._views)[event.option_index]))

    @property
    def _marked(self) -> str | None:
        if not self._views:
            return None
        at = self.query_one(OptionList).highlighted
        return list(self._views)[at] if at is not None else None

    def _rows(self) -> list[Content]:
        wide = min(max(map(len, self._views)), _NAME)
        keys = [*self._keys, *("" for _ in self._views)]
        return [
            assembled(
                (f"{key:<4}", "bold"), f"{shorten(name, wide):<{wide}}  ", (shorten(text, DIALOG - wide - 8), _DIM)
            )
            for key, (name, text) in zip(keys, self._views.items(), strict=False)
        ]

    def _says(self) -> str:
        if self._filtered:
            return f"Now in the filter: {self._filtered}"
        return "To save a view, first type a filter with /." if not self._views else ""
