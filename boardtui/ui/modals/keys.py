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
from boardtui.ui.widgets.literal import DIALOG, hanging, literal

_ROLES_MATTER = ("queue", "meetings", "meeting", "letters", "letter")
"""Screens on which the role decides what the keys do: the Chair's queue, and where papers are signed off."""


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
        with Vertical(classes="dialog -tall"):
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
                yield Static(
                    "↑ ↓ j k  up and down     tab  next part     enter  open, or next field\n"
                    "ctrl+s   save a dialog   esc  leave it: what was typed is kept"
                )
            yield Static("esc close", classes="hints")

    def _table(self, commands: Iterable[Command]) -> Content:
        lines = []
        for command in commands:
            keys = self._keys.get(command.id, command.key)
            shown = " ".join(shown_key(key.strip()) for key in keys.split(","))
            for named, does in self._explains.get(command.id, ((shown, command.help),)):
                before = literal(f"{f'{named} ':<13}", "bold $footer-key-foreground")
                lines.append(hanging(before, does, DIALOG))
        return Content("\n").join(lines)
