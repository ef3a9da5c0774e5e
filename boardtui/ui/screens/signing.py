"""Signing minutes, letters and reports off, from the screens that have one in hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from textual.content import Content

from boardtui import services
from boardtui.domain.states import SignedHow
from boardtui.services.before_signing import ToSign
from boardtui.ui.forms.steps import Signing, Step, signature
from boardtui.ui.modals.form import Form
from boardtui.ui.modals.sign_off import SignOff
from boardtui.ui.screens.preflighting import Preflighting


class SigningOff(Preflighting):
    """Shows what will be signed after it was looked through, and has it signed and sealed."""

    def sign_off(self, step: Step) -> None:
        """Look the paper through, ask who signed where that was not here, show it, and sign."""
        if step.signs is not None:
            signs = step.signs
            self.look_through_first(step.label, lambda: self._ask_who_signed(step, signs))

    def _ask_who_signed(self, step: Step, signs: Signing) -> None:
        desk = self.app.desk
        if desk is None:
            return
        if signs.here:
            self._show_what_is_signed(step, signs, {"by": signs.by, "on": desk.today, "how": SignedHow.PROGRAM})
            return
        form = Form(
            f"{step.label}: {signs.kind} {signs.number}",
            signature(desk.today, signs.by),
            None,
            says=Content("What was signed is shown next."),
            save="go on",
        )
        self.app.push_screen(form, lambda answers: self._show_what_is_signed(step, signs, answers) if answers else None)

    def _show_what_is_signed(self, step: Step, signs: Signing, answers: dict[str, Any]) -> None:
        desk = self.app.desk
        if desk is None:
            return
        by, how = answers["by"], answers["how"]
        on: date | None = answers["on"]

        def look() -> ToSign:
            return services.before_signing.to_sign(desk, signs.kind, signs.number, by=by, on=on, how=how)

        def sign(yes: bool | None) -> None:
            if yes:
                self.app.change(signs.sign(**answers))

        self.app.run_aside(look, lambda paper: self.app.push_screen(SignOff(paper, step.label, step.says), sign))
