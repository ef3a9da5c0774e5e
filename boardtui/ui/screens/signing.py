"""Signing minutes, letters and reports off, from the screens that have one in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.content import Content

from boardtui import services
from boardtui.domain.editions import readings
from boardtui.domain.seals import Sealed
from boardtui.domain.states import SignedHow
from boardtui.store.reading.passphrase import is_set
from boardtui.ui.forms.steps import Signing, Step, signature
from boardtui.ui.modals.choose import Choose
from boardtui.ui.modals.form import Form
from boardtui.ui.modals.passphrase import AskPassphrase
from boardtui.ui.modals.reader import Reader
from boardtui.ui.modals.sign_off import SignOff
from boardtui.ui.screens.preflighting import Preflighting
from boardtui.ui.widgets.literal import DIALOG, line
from boardtui.ui.widgets.passages import read_out

if TYPE_CHECKING:
    from boardtui.services.before_signing import ToSign
    from boardtui.store.reading.reader import Database
    from boardtui.store.unit import Work


def editions_of(kind: str, number: int) -> Callable[[Database], list[Sealed]]:
    """Return the read of every edition of a paper."""

    def read(db: Database) -> list[Sealed]:
        from boardtui.store.reading.seals import seals

        return seals(db, kind, number)

    return read


class SigningOff(Preflighting):
    """Shows what will be signed after it was looked through, and has it signed and sealed."""

    def sign_off(self, step: Step) -> None:
        """Look the paper through, ask who signed where that was not here, show it, and sign."""
        if step.signs is not None:
            signs = step.signs
            self.make_ready()
            self.look_through_first(step.label, lambda: self._ask_who_signed(step, signs))

    def with_passphrase(self, label: str, how: str, sign: Callable[[dict[str, str]], Callable[[Work], Any]]) -> None:
        """Make the change that signs, after asking for the Chair's passphrase where one is set and it is signed here.

        `sign` is given the passphrase as a named argument, or nothing.
        """

        def ask(needed: bool) -> None:
            if needed and how == SignedHow.PROGRAM:
                self.app.push_screen(AskPassphrase(label, lambda given: sign({"passphrase": given})))
            else:
                self.making_ready = False
                self.app.change(sign({}))

        self.make_ready()
        self.app.read(is_set, ask, slot=(self, "passphrase"))

    @property
    def signed_paper(self) -> tuple[str, int] | None:
        """Return the kind and number of the paper in hand that has editions once it is signed."""
        return self.leaving

    def action_editions(self) -> None:
        """Offer the editions that were signed, to read and to compare."""
        if (paper := self.signed_paper) is not None:
            self.app.read(editions_of(*paper), self._choose_edition, slot=(self, "editions"))

    def _choose_edition(self, found: Sequence[Sealed]) -> None:
        if not found:
            self.app.say("This is not signed yet: there is no edition of it.")
            return
        texts = readings(found)

        def read(title: str | None) -> None:
            if title is not None:
                self.app.push_screen(Reader(line(title), read_out(texts[title], DIALOG)[0]))

        self.app.push_screen(Choose("Editions", [(title, title) for title in texts]), read)

    def _ask_who_signed(self, step: Step, signs: Signing) -> None:
        desk = self.app.desk
        if desk is None:
            return
        if signs.here:
            self._sign_here(step, signs, desk.today)
            return
        form = Form(
            f"{step.label}: {signs.kind} {signs.number}",
            signature(desk.today, signs.by),
            None,
            says=Content("What was signed is shown next."),
            save="go on",
        )
        self.app.push_screen(form, lambda answers: self._show_what_is_signed(step, signs, answers) if answers else None)

    def _sign_here(self, step: Step, signs: Signing, today: date) -> None:
        """Do what has to come before, after asking, and then show what is signed."""
        answers = {"by": signs.by, "on": today, "how": SignedHow.PROGRAM}

        def show(_: object = None) -> None:
            self._show_what_is_signed(step, signs, answers)

        first = signs.first(today)
        if first is None or first.change is None:
            show()
            return
        change = first.change
        self.app.push_screen(
            first.dialog(f"{signs.kind} {signs.number}"), lambda yes: self.app.change(change, show) if yes else None
        )

    def _show_what_is_signed(self, step: Step, signs: Signing, answers: dict[str, Any]) -> None:
        desk = self.app.desk
        if desk is None:
            return
        self.make_ready()
        by, how = answers["by"], answers["how"]
        on: date | None = answers["on"]

        def look() -> ToSign:
            return services.before_signing.to_sign(desk, signs.kind, signs.number, by=by, on=on, how=how)

        def sign(yes: bool | None) -> None:
            if yes:
                self.with_passphrase(step.label, how, lambda given: signs.sign(**answers, **given))

        self.app.run_aside(look, lambda paper: self.app.push_screen(SignOff(paper, step.label, step.says), sign))
