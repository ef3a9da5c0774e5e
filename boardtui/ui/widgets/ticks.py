"""A list of things to pick from, each with a tick or without; space and enter change it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from boardtui.ui.widgets.literal import assembled


class Ticks(OptionList):
    """Things with a tick or without; what is picked is marked by a letter, never by colour alone."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]

    @dataclass
    class Changed(Message):
        """Something was picked, or left out."""

        ticks: Ticks

    def __init__(self, things: Sequence[tuple[str, Content]], picked: set[str]) -> None:
        self._things = tuple(things)
        self.picked = picked & {name for name, _said in things}
        super().__init__(*(Option(self._said(name, said)) for name, said in things))

    def _said(self, name: str, said: Content) -> Content:
        return assembled(("[x] ", "bold") if name in self.picked else ("[ ] ", "$foreground-muted"), said)

    @on(OptionList.OptionSelected)
    def _change(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        name, said = self._things[event.option_index]
        self.picked ^= {name}
        self.replace_option_prompt_at_index(event.option_index, self._said(name, said))
        self.post_message(self.Changed(self))
