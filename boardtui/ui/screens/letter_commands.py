"""What can be done to the letter in hand, from the list and from its own screen."""

from __future__ import annotations

from boardtui.domain.views import Letter
from boardtui.ui.forms.steps import of_letter
from boardtui.ui.screens.base import BoardScreen


class LetterCommands(BoardScreen):
    """Commands on one letter, for screens that have one."""

    @property
    def letter(self) -> Letter | None:
        """Return the letter in hand."""
        raise NotImplementedError

    def action_step(self) -> None:
        """Say what the next step does, and ask."""
        letter, desk = self.letter, self.app.desk
        if letter is None or desk is None:
            return
        step = of_letter(letter, desk)
        if step is None:
            self.app.say("This letter was sent; nothing is left to do.")
            return

        def answered(answer: object) -> None:
            if answer is True and step.change is not None:
                self.app.change(step.change)

        self.app.push_screen(step.dialog(f"letter {letter.number}"), answered)

    def action_export(self) -> None:
        """Export the letter."""
        if (letter := self.letter) is not None:
            self.app.export("letter", number=letter.number)
