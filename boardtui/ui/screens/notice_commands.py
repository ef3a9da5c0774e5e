"""What can be done to requirements, duties, checks, agreements and support, from their sections of Notice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from textual.screen import ModalScreen

from boardtui import services
from boardtui.domain.assured import Support
from boardtui.domain.checks import Check
from boardtui.domain.instrument import Agreement
from boardtui.domain.obligations import ObligationState
from boardtui.domain.views import Obligation, Requirement, Source
from boardtui.store.reading.notice import sources
from boardtui.store.reading.references import requirement_refs
from boardtui.store.unit import Work
from boardtui.ui.forms import duties, registers
from boardtui.ui.screens import notice_sections as sections
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.screens.notice_rows import ASIDE
from boardtui.ui.screens.notice_sections import Shown

Kept = TypeVar("Kept")

GIVEN_IN: dict[str, tuple[str, ...]] = {
    "add": ("requirements", "duties", "agreed", "assurance", "support"),
    "edit": ("requirements", "duties", "agreed", "assurance", "support"),
    "duplicate": ("requirements",),
    "withdraw": ("requirements",),
    "met": ("duties", "assurance"),
    "not_applicable": ("duties", "compliance"),
    "remove": ("duties", "agreed", "assurance", "support"),
    "mend": ("compliance",),
    "finding": ("assurance",),
    "require": ("assurance",),
    "judge": ("assurance",),
    "amend": ("versions",),
    "lift": ("versions",),
    "close": ("versions",),
    "export": ("versions",),
}
"""In which sections each command can be given."""


class NoticeCommands(BoardScreen):
    """Commands on one record of Notice; those of assurance and of the instrument itself are apart."""

    @property
    def shown(self) -> Shown | None:
        """Return what was read."""
        raise NotImplementedError

    @property
    def section(self) -> str:
        """Return the name of the section shown."""
        raise NotImplementedError

    @property
    def chosen(self) -> str | None:
        """Return the key of the record in hand."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a command in its sections, to records that it fits."""
        if action in GIVEN_IN and (self.section not in GIVEN_IN[action] or not self._fits(action)):
            return False
        return super().check_action(action, parameters)

    def action_add(self) -> None:
        """Ask for another record of this section."""
        shown = self.shown
        if shown is None:
            return
        match self.section:
            case "requirements":
                self.app.read(sources, self._add_requirement)
            case "agreed":
                self._ask_for_new(registers.add_agreement(shown.on))
            case "duties" | "support":
                self.app.read(partial(requirement_refs, in_force=True), self._add_of)

    def _add_requirement(self, sources: Sequence[Source], like: Requirement | None = None) -> None:
        """Ask for a requirement of one of the sources."""
        if self.shown is not None:
            self._ask_for_new(duties.add_requirement(sources, self.shown.on, like))

    def _add_of(self, refs: Mapping[str, str]) -> None:
        """Ask for a duty, or a package of support, that may be of a requirement."""
        shown = self.shown
        if shown is not None and self.section == "duties":
            self._ask_for_new(duties.add(refs, shown.board.commenced, shown.on))
        elif shown is not None:
            self._ask_for_new(registers.add_support(refs, shown.on))

    def action_edit(self) -> None:
        """Ask for the record's new particulars."""
        shown = self.shown
        if shown is None:
            return
        if (required := self.requirement) is not None:
            self._ask(duties.edit_requirement(required, shown.on))
        elif (agreed := self.agreement) is not None:
            self._ask(registers.edit_agreement(agreed, shown.on))
        elif self.duty is not None or self.support is not None:
            self.app.read(requirement_refs, self._edit_of)

    def _edit_of(self, refs: Mapping[str, str]) -> None:
        """Ask for the new particulars of what may be of a requirement."""
        shown = self.shown
        if shown is not None and (duty := self.duty) is not None:
            self._ask(duties.edit(duty, refs, shown.on))
        elif shown is not None and (support := self.support) is not None:
            self._ask(registers.edit_support(support, refs, shown.on))

    def action_duplicate(self) -> None:
        """Ask for a new requirement like this one."""
        if (found := self.requirement) is not None:
            self.app.read(sources, lambda sources: self._add_requirement(sources, found))

    def action_withdraw(self) -> None:
        """Ask when and why a requirement is withdrawn."""
        if (found := self.requirement) is not None and self.shown is not None:
            self._ask(duties.withdraw(found, self.shown.on))

    def action_met(self) -> None:
        """Ask when a duty was met, and on what evidence."""
        if (found := self.duty) is not None and self.shown is not None:
            self._ask(duties.met(found, self.shown.on))

    def action_not_applicable(self) -> None:
        """Ask why a duty or check does not apply; bring back one that was set aside."""
        if (duty := self.duty) is not None:
            if duty.state == ObligationState.NOT_APPLICABLE:
                self.app.change(lambda work: services.notice.set_not_applicable(work, duty.ref, None))
            else:
                self._ask(duties.not_applicable(duty))
        elif (check := self.check) is not None:
            if check.mend == ASIDE:
                self.app.change(lambda work: services.checks.set_check(work, check.check, None))
            else:
                self._ask(registers.set_aside(check))

    def action_remove(self) -> None:
        """Ask whether the record is to go."""
        if (duty := self.duty) is not None:
            self._confirm(duties.remove(duty), lambda work: services.notice.remove_obligation(work, duty.ref))
        elif (agreed := self.agreement) is not None:
            number = agreed.number
            self._confirm(
                registers.remove_agreement(agreed), lambda work: services.agreements.remove_agreement(work, number)
            )
        elif (support := self.support) is not None:
            package = support.number
            self._confirm(
                registers.remove_support(support), lambda work: services.support.remove_support(work, package)
            )

    def action_mend(self) -> None:
        """Go to where the check is put right."""
        if (found := self.check) is not None and found.mend:
            place, _, section = found.mend.partition(":")
            self.app.show_place(place, section)

    @property
    def requirement(self) -> Requirement | None:
        """Return the requirement in hand."""
        return self._of("requirements", sections.requirement_of)

    @property
    def duty(self) -> Obligation | None:
        """Return the duty in hand."""
        return self._of("duties", sections.duty_of)

    @property
    def check(self) -> Check | None:
        """Return the check in hand."""
        return self._of("compliance", sections.check_of)

    @property
    def agreement(self) -> Agreement | None:
        """Return the agreement in hand."""
        return self._of("agreed", sections.agreement_of)

    @property
    def support(self) -> Support | None:
        """Return the package of support in hand."""
        return self._of("support", sections.support_of)

    def _of(self, section: str, find: Callable[[Shown, str], Kept | None]) -> Kept | None:
        key = self.chosen if self.section == section else None
        return find(self.shown, key) if self.shown and key else None

    def _fits(self, action: str) -> bool:
        """Say whether a command fits the record in hand."""
        match action:
            case "add":
                return self.section != "requirements" or bool(self.shown and self.shown.sourced)
            case "mend":
                return self.check is not None and bool(self.check.mend) and self.check.mend != ASIDE
            case "amend" | "lift" | "close" | "export":
                return True
        if (required := self.requirement) is not None:
            return required.withdrawn_on is None
        if (duty := self.duty) is not None:
            applies = duty.state != ObligationState.NOT_APPLICABLE
            return {
                "edit": applies,
                "met": applies,
                "remove": bool(duty.id) and duty.met_on is None,
                "not_applicable": not applies or duty.met_on is None,
            }.get(action, True)
        return self.chosen is not None

    def _ask(self, form: ModalScreen[Any]) -> None:
        self.app.push_screen(form)

    def _ask_for_new(self, form: ModalScreen[Any]) -> None:
        self.app.push_screen(form, self.for_new())

    def _confirm(self, question: ModalScreen[bool], change: Callable[[Work], object]) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self.app.change(change)

        self.app.push_screen(question, answered)
