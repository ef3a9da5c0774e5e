"""Handing the Board over, adopting what comes back, taking the pen back: asked, done aside, told (DESIGN 7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boardtui import services
from boardtui.domain.adopting import Adopted, Comparison, Side, page
from boardtui.domain.progress import Progress
from boardtui.domain.states import Role
from boardtui.ui.forms import handing as forms
from boardtui.ui.going import Going
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.form import Answers
from boardtui.ui.modals.reader import Reader
from boardtui.ui.modals.working import Working
from boardtui.ui.widgets.literal import line, literal

if TYPE_CHECKING:
    from boardtui.services.handover import HandedOver


class Handing:
    """The steps of handing the Board over and taking it back; `then` follows once a copy was adopted."""

    def __init__(self, app: Going, then: Callable[[], object] = lambda: None) -> None:
        self.app, self._then = app, then

    def offer(self) -> None:
        """Offer to hand the Board over, to adopt a file that came back, or to take the pen back."""
        if self.app.desk is not None and self.app.desk.as_at is not None:
            self.app.say("The Board is handed over as it is now, not as it stood earlier.", warning=True)
            return
        self.app.push_screen(forms.menu(self.app.standing.pen), self._hand)

    def adopt(self, path: Path, chosen: Mapping[str, Side]) -> None:
        """Adopt a copy with what was chosen, showing how far it is, then everything there is to look at."""
        desk = self.app.desk
        if desk is None:
            return

        def job(told: Progress) -> Adopted:
            with services.adopting.returned(desk, path, told) as copy:
                adopted: Adopted = services.adopting.adopt(desk, copy, chosen, told)
                return adopted

        self.app.push_screen(Working("Adopting the copy", job), self._adopted)

    def _hand(self, what: str | None) -> None:
        desk = self.app.desk
        if desk is None or what is None:
            return
        if what == forms.GIVE:
            form = forms.give(desk.role, lambda to: services.handover.proposed(desk.path, to, desk.today))
            self.app.push_screen(form, self._give)
        elif what == forms.ADOPT:
            self.app.push_screen(forms.adopt(), self._compare)
        else:
            self.app.push_screen(forms.take_back(self.app.standing.pen), self._take_back)

    def _give(self, answers: Answers | None) -> None:
        desk = self.app.desk
        if desk is None or answers is None:
            return
        told = answers | {"to": Role(answers["to"])}

        def job(moved: Progress) -> Any:
            return services.handover.hand_over(desk, told=moved, **told)

        self.app.push_screen(Working("Handing the Board over", job), self._given)

    def _given(self, done: HandedOver | None) -> None:
        self.app.changed_aside()
        if done is not None:
            until = with_keys("Until it is adopted ({home-hand-over}), this file is read only.")
            said = f"Send this file to {done.to}:\n\n{done.copy}\n\n{until}"
            self.app.push_screen(Reader(line("Handed over"), literal(said)))

    def _take_back(self, yes: bool | None) -> None:
        if yes:
            self.app.change(lambda work: services.handover.take_back(work), penless=True)

    def _compare(self, answers: Answers | None) -> None:
        desk = self.app.desk
        if desk is None or answers is None:
            return
        path: Path = answers["path"]

        def job(told: Progress) -> Comparison:
            with services.adopting.returned(desk, path, told) as copy:
                compared: Comparison = copy.comparison
                return compared

        self.app.push_screen(Working("Comparing", job), lambda found: self._compared(path, found))

    def _compared(self, path: Path, found: Comparison | None) -> None:
        if found is None:
            return
        if found.way == "apart":
            self.app.open_record("adopt", path, found)
        else:
            self.app.push_screen(forms.forward(found), lambda yes: self.adopt(path, {}) if yes else None)

    def _adopted(self, done: Adopted | None) -> None:
        if done is None:
            return
        self.app.changed_aside()
        self._then()
        self.app.push_screen(Reader(line("Adopted"), literal("\n".join(page(done)))))
