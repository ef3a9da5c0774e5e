"""A choice among a few words, all of them in sight where they fit; left and right choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from boardtui.domain.text import shorten
from boardtui.ui.widgets.literal import assembled, line


class Choice(Widget, can_focus=True):
    """A few words side by side, the chosen one in brackets."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
    ]
    at: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """Another word was chosen."""

        choice: Choice
        value: str

    def __init__(self, choices: Sequence[tuple[str, str]], value: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices = tuple(choices)
        values = [value for value, _said in self._choices]
        self.set_reactive(Choice.at, values.index(value) if value in values else 0)

    @property
    def value(self) -> str:
        """Return what is chosen."""
        return self._choices[self.at][0]

    @property
    def _fits(self) -> bool:
        return sum(cell_len(said) + 2 for _value, said in self._choices) <= max(self.size.width, 1)

    def render(self) -> Content:
        """Draw the words; brackets mark the chosen one without colour. Too many to fit: only that one, and how many."""
        if not self._fits:
            said, style = self._choices[self.at][1], "bold reverse" if self.has_focus else "bold"
            counted = f"  {self.at + 1} of {len(self._choices)}"
            room = max(self.size.width - len(counted) - 4, 8)
            return assembled("◂", line(f"[{shorten(said, room)}]", style), "▸", (counted, "$foreground-muted"))
        words = []
        for number, (_value, said) in enumerate(self._choices):
            if number == self.at:
                words.append(line(f"[{said}]", "bold reverse" if self.has_focus else "bold"))
            else:
                words.append(assembled(" ", line(said, "$foreground-muted"), " "))
        return Content("").join(words)

    def choose(self, value: str) -> None:
        """Choose a word by its value, if it is one of them."""
        values = [value for value, _said in self._choices]
        if value in values:
            self.at = values.index(value)

    def action_step(self, step: int) -> None:
        """Choose the next word, or the one before."""
        self.at = (self.at + step) % len(self._choices)
        self.post_message(self.Changed(self, self.value))

    def on_click(self, event: Click) -> None:
        """Choose the word that was clicked."""
        if not self._fits:
            self.action_step(1)
            return
        left = 0
        for number, (_value, said) in enumerate(self._choices):
            left += len(said) + 2
            if event.x < left:
                self.at = number
                self.post_message(self.Changed(self, self.value))
                return
