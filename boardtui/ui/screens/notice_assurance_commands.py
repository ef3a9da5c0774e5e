"""What can be done to audits, reviews and visits: done, told, what they found and judged (N 5.9)."""

from __future__ import annotations

from boardtui import services
from boardtui.domain.assured import Assurance, Finding
from boardtui.domain.text import shorten
from boardtui.ui.forms import assurance as forms
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.choose import Choose
from boardtui.ui.screens.notice_commands import NoticeCommands
from boardtui.ui.screens.notice_sections import assurance_of


class AssuranceCommands(NoticeCommands):
    """Commands on one audit or review."""

    @property
    def assured(self) -> Assurance | None:
        """Return the audit or review in hand."""
        return self._of("assurance", assurance_of)

    def action_add(self) -> None:
        """Ask for another audit or review, or another record of the section shown."""
        if self.section == "assurance" and self.shown is not None:
            self._ask_for_new(forms.add(self.shown.on))
        else:
            super().action_add()

    def action_edit(self) -> None:
        """Ask for its new particulars."""
        if (found := self.assured) is not None and self.shown is not None:
            self._ask(forms.edit(found, self.shown.on))
        else:
            super().action_edit()

    def action_met(self) -> None:
        """Ask when it was done and when which board was told."""
        if (found := self.assured) is not None and self.shown is not None:
            self._ask(forms.done(found, self.shown.on))
        else:
            super().action_met()

    def action_remove(self) -> None:
        """Ask whether it is to go."""
        if (found := self.assured) is not None:
            number = found.number
            self._confirm(forms.remove(found), lambda work: services.assurance.remove_assurance(work, number))
        else:
            super().action_remove()

    def action_finding(self) -> None:
        """Ask for one thing that it found."""
        if (found := self.assured) is not None:
            self._ask(forms.add_finding(found))

    def action_require(self) -> None:
        """Ask which finding becomes a requirement, and in what words."""
        found = self.assured
        if found is None:
            return
        open_ = [one for one in found.findings if one.requirement is None]
        if not open_:
            said = (
                "Every finding has become a requirement."
                if found.findings
                else with_keys("It has no finding yet: press {notice-finding}.")
            )
            self.app.say(f"{found.ref}: {said}")
        elif len(open_) == 1:
            self._require(found, open_[0])
        else:
            choices = [(one.ref, shorten(f"{one.ref}  {one.text}", 60)) for one in open_]

            def chosen(ref: str | None) -> None:
                for one in open_:
                    if one.ref == ref:
                        self._require(found, one)

            self.app.push_screen(Choose("Which finding becomes a requirement?", choices), chosen)

    def action_judge(self) -> None:
        """Ask for a judgement on its framework's scale."""
        if (found := self.assured) is not None and self.shown is not None:
            given = found.judgements or tuple(
                one for other in self.shown.assurance for one in other.judgements if other.kind == found.kind
            )
            self._ask(forms.judge(found, given, self.shown.on))

    def _require(self, of: Assurance, found: Finding) -> None:
        if self.shown is not None:
            self._ask(forms.require(of, found, self.shown.on))
