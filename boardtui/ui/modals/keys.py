"""The keys of a screen, and those that work everywhere, from the registry of commands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from boardtui.domain.roles import ATTRIBUTION
from boardtui.ui.commands import EVERYWHERE, Command, commands_of
from boardtui.ui.keys import shown_key
from boardtui.ui.widgets.literal import DIALOG, hanging, literal, whole_screen

_ROLES_MATTER = ("queue", "meetings", "meeting", "letters", "letter")
"""Screens on which the role decides what the keys do: the Chair's queue, and where papers are signed off."""

_LISTS = (
    ("1 to 8", "A place as you left it; the same key again goes to its list"),
    ("↑ ↓ j k", "Up and down"),
    ("tab", "The next part, or field"),
    ("enter", "Open; in a dialog, the next field"),
    ("ctrl+s", "Save a dialog"),
    ("esc", "Leave a dialog: what was typed is kept"),
)
_BESIDE = 3
"""How many keys of one command are written beside each other."""


class Keys(ModalScreen[None]):
    """Shows what can be done here and with which key."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,question_mark,enter,q", "dismiss", "Close")]

    def __init__(
        self, where: str, keys: Mapping[str, str], explains: Mapping[str, Sequence[tuple[str, str]]] | None = None
    ) -> None:
        super().__init__()
        self._where, self._keys, self._explains = where, keys, explains or {}

    def compose(self) -> ComposeResult:
        """Show this screen's keys first, then those that work everywhere."""
        with Vertical(classes=f"dialog -tall {whole_screen(self.app.size.width)}"):
            yield Static("Keys", classes="title")
            with VerticalScroll(classes="body"):
                if self._where != EVERYWHERE and (here := commands_of(self._where)):
                    yield Static("On this screen", classes="label")
                    yield Static(self._table(here))
                if self._where in _ROLES_MATTER:
                    yield Static("Roles", classes="label")
                    yield Static(ATTRIBUTION)
                yield Static("Everywhere", classes="label")
                yield Static(self._table(commands_of(EVERYWHERE)))
                yield Static("In lists and dialogs", classes="label")
                yield Static(self._rows(_LISTS))
            yield Static("esc close", classes="hints")

    def _table(self, commands: Iterable[Command]) -> Content:
        rows: list[tuple[str, str]] = []
        for command in commands:
            shown = _together(self._keys.get(command.id, command.key).split(","))
            rows += self._explains.get(command.id, ((shown, command.help),))
        return self._rows(rows)

    def _rows(self, rows: Iterable[tuple[str, str]]) -> Content:
        width = self.app.size.width - 8 if whole_screen(self.app.size.width) else DIALOG
        return Content("\n").join(
            hanging(literal(f"{f'{named} ':<13}", "bold $footer-key-foreground"), does, width) for named, does in rows
        )


def _together(keys: Sequence[str]) -> str:
    """Write the keys of a command beside each other; of many, the first and the last: `f2 to f6`."""
    shown = [shown_key(key.strip()) for key in keys]
    return " ".join(shown) if len(shown) <= _BESIDE else f"{shown[0]} to {shown[-1]}"
