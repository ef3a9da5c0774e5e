"""One question of a dialog on the screen: its label, its box, and a line that says the answer back."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label, Static, TextArea

from boardtui.domain.text import clean
from boardtui.ui.widgets.boxes import LineBox, TextBox
from boardtui.ui.widgets.choice import Choice
from boardtui.ui.widgets.fields import Field
from boardtui.ui.widgets.literal import line


class FieldRow(Vertical):
    """A question and its answer; what is wrong is said beneath it."""

    def __init__(self, field: Field, typed: str) -> None:
        super().__init__(classes=f"-tall -tall-{field.tall}" if field.tall else "")
        self.field = field
        self._typed = clean(typed)

    def compose(self) -> ComposeResult:
        """Show the label, the box and the line beneath."""
        yield Label(line(self.field.label + (" *" if self.field.needed else "")))
        if self.field.choices:
            yield Choice(self.field.choices, self._typed)
        elif self.field.tall:
            yield TextBox(self._typed, soft_wrap=True, tab_behavior="focus", compact=True)
        else:
            said, hidden = " ".join(self._typed.split()), self.field.hidden
            yield LineBox(said, placeholder=self.field.hint, password=hidden, compact=True)
        yield Static(id="said")

    def on_mount(self) -> None:
        """Say the first answer back; show a long one from its beginning."""
        self._say_back()
        for box in self.query(Input):
            box.cursor_position = 0

    @property
    def typed(self) -> str:
        """Return what stands in the box."""
        for box in self.query(Input):
            return box.value
        for area in self.query(TextArea):
            return area.text
        return self.query_one(Choice).value

    def answer(self) -> Any:
        """Return the answer; ValueError when it cannot be right."""
        return self.field.answer(self.typed)

    def check(self) -> bool:
        """Say whether the answer can be right, and beneath the box what is wrong with it."""
        try:
            self.answer()
        except ValueError as problem:
            self._say(str(problem), wrong=True)
            return False
        return True

    def refuse(self, why: str) -> None:
        """Say beneath the box why the answer cannot be taken; without a reason, what it was understood as."""
        if why:
            self._say(why, wrong=True)
        else:
            self._say_back()

    def begin(self) -> None:
        """Put the cursor into the box."""
        for kind in (Input, TextArea, Choice):
            for box in self.query(kind):
                box.focus()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _say_back(self) -> None:
        typed = self.typed
        if not typed.strip():
            self._say("")
            return
        try:
            answer = self.answer()
        except ValueError as problem:
            self._say(str(problem), wrong=True)
            return
        self._say("" if answer is None else self.field.shows(answer))

    def _say(self, text: str, *, wrong: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.update(line(f"✗ {text}" if wrong else text))
        said.set_class(wrong, "-wrong")
        said.display = bool(text)
