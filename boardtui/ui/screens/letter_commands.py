"""What can be done to the letter or report in hand, from the list and from its own screen."""

from __future__ import annotations

from boardtui.domain import roles
from boardtui.domain.preflight import PaperKind
from boardtui.domain.states import LetterState, ReportKind
from boardtui.domain.views import Letter
from boardtui.ui.forms.letter_steps import of_letter, what
from boardtui.ui.forms.steps import Step
from boardtui.ui.modals.choose import Choose
from boardtui.ui.screens.returning import Returning
from boardtui.ui.screens.signing import SigningOff


class LetterCommands(SigningOff, Returning):
    """Commands on one letter or report, for screens that have one."""

    @property
    def letter(self) -> Letter | None:
        """Return the letter or report in hand."""
        raise NotImplementedError

    @property
    def leaving(self) -> tuple[str, int] | None:
        """Return the letter or report as a paper that leaves."""
        letter = self.letter
        if letter is None or letter.series not in set(PaperKind):
            return None
        return letter.series, letter.number

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the check on papers that there is one for."""
        if action == "preflight" and self.leaving is None:
            return False
        return super().check_action(action, parameters)

    def action_step(self) -> None:
        """Say what the next step does, and ask; of several, which."""
        letter, desk = self.letter, self.app.desk
        if letter is None or desk is None:
            return
        if letter.state == LetterState.WITH_CHAIR and not self.app.may(_signing(letter, desk.role)):
            return
        steps = of_letter(letter, desk)
        if not steps:
            self.app.say(f"This {what(letter)} was sent; nothing is left to do.")
        elif len(steps) == 1:
            self.take(steps[0])
        else:
            labels = [(step.label, step.label) for step in steps]

            def chosen(label: str | None) -> None:
                for step in steps:
                    if step.label == label:
                        self.take(step)

            self.app.push_screen(Choose(f"The next step of {letter.name}", labels), chosen)

    def take(self, step: Step) -> None:
        """Take a step, the paper looked through first where it leaves with it."""
        letter = self.letter
        if letter is None:
            return
        if step.signs is not None:
            self.sign_off(step)
            return

        def answered(answer: object) -> None:
            if answer is True and step.change is not None:
                self.app.change(step.change)

        dialog = step.dialog(letter.name)
        if step.checked:
            self.look_through_first(step.label, lambda: self.app.push_screen(dialog, answered))
        else:
            self.app.push_screen(dialog, answered)

    def action_export(self) -> None:
        """Export the letter or report."""
        if (letter := self.letter) is not None:
            self.app.export(letter.series, number=letter.number)


def _signing(letter: Letter, role: str) -> roles.Step:
    """Return which step signing it is: the Leader does not sign in the program."""
    return roles.Step.RECORD_SIGN_OFF if letter.kind == ReportKind.LEADER else roles.signing(role)
