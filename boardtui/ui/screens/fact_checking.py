"""The council's fact check of the report in hand: sent, commented on, decided comment by comment (DESIGN 4)."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.domain.roles import Step
from boardtui.domain.states import LetterState, Series
from boardtui.domain.text import shorten
from boardtui.domain.views import Block, FactComment
from boardtui.ui.forms import letters as forms
from boardtui.ui.forms.letter_steps import to_fact_check
from boardtui.ui.modals.choose import Choose
from boardtui.ui.screens.letter_commands import LetterCommands

_SEND, _ON_BLOCK, _ON_WHOLE = "send", "block", "whole"
_SIGNED = (LetterState.SIGNED, LetterState.SENT)


class FactChecking(LetterCommands):
    """The commands of the fact check, for the screen of one report."""

    @property
    def block(self) -> Block | None:
        """Return the block in hand."""
        raise NotImplementedError

    @property
    def comments(self) -> Sequence[FactComment]:
        """Return the comments recorded."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the fact check on a report that is not signed yet."""
        letter = self.letter
        if action == "fact_check" and (letter is None or letter.series != Series.REPORT or letter.state in _SIGNED):
            return False
        return super().check_action(action, parameters)

    def action_fact_check(self) -> None:
        """Ask what is to be done: send the report, record a comment, decide one."""
        letter = self.letter
        if letter is None:
            return
        choices = [(_SEND, "Send it to the council's fact check")] if letter.state == LetterState.DRAFT else []
        if (block := self.block) is not None:
            choices.append((_ON_BLOCK, f"Record a comment on “{shorten(block.heading or block.key, 36)}”"))
        choices.append((_ON_WHOLE, "Record a comment on the whole report"))
        waiting_first = sorted(self.comments, key=lambda one: (bool(one.decision), one.number))
        choices += [(str(one.number), _told(one)) for one in waiting_first]
        self.app.push_screen(Choose(f"Fact check of {letter.name}", choices), self._chosen)

    def _chosen(self, what: str | None) -> None:
        letter, desk = self.letter, self.app.desk
        if what is None or letter is None or desk is None:
            return
        if what == _SEND:
            self.take(to_fact_check(letter))
        elif what in (_ON_BLOCK, _ON_WHOLE):
            about = self.block if what == _ON_BLOCK else None
            self.app.push_screen(forms.comment(letter, about, desk.today))
        else:
            for one in self.comments:
                if str(one.number) == what and self.app.may(Step.DECIDE_COMMENT):
                    self.app.push_screen(forms.decide(letter, one))


def _told(found: FactComment) -> str:
    decided = f"{found.decision}: " if found.decision else "Decide: "
    return shorten(f"{found.number}. {decided}{found.text}", 62)
