"""What can be done to the instrument itself: amending it, lifting it; and closing the Board (N 8.2; DESIGN 4)."""

from __future__ import annotations

from boardtui.domain.states import InstrumentKind
from boardtui.ui.forms import instrument as forms
from boardtui.ui.screens.notice_commands import NoticeCommands


class InstrumentCommands(NoticeCommands):
    """Commands on the Notice as a whole."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to amend or lift a Notice while it is in force."""
        if action in ("amend", "lift") and not self._in_force:
            return False
        return super().check_action(action, parameters)

    def action_amend(self) -> None:
        """Ask for a new version of the Notice."""
        if (shown := self.shown) is not None:
            self._ask(forms.amend(shown.versions[-1], shown.on))

    def action_lift(self) -> None:
        """Ask by which letter the Notice is lifted, naming what ends."""
        if (shown := self.shown) is not None:
            ends = forms.ending(shown.duties, shown.sources)
            self._ask(forms.lift(shown.versions[-1], ends, shown.on))

    def action_close(self) -> None:
        """Ask why the Board is closed, saying what that means."""
        if (shown := self.shown) is not None:
            self._ask(forms.close(shown.on))

    def action_export(self) -> None:
        """Export the Board's archive."""
        self.app.export("archive")

    @property
    def _in_force(self) -> bool:
        shown = self.shown
        if shown is None or not shown.versions:
            return False
        now = shown.versions[-1]
        return now.kind == InstrumentKind.NOTICE and now.lifted_on is None
