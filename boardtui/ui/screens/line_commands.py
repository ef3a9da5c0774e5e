"""What can be done to the plan line in hand, from the plan and from the line's own screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boardtui.domain.ratings import Scheme
from boardtui.domain.views import Meeting, Person, PlanLine
from boardtui.store.reading.board import scheme
from boardtui.store.reading.meetings import meetings
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.plan import themes
from boardtui.store.reading.reader import Database
from boardtui.store.reading.references import line_refs, requirement_refs
from boardtui.ui.forms import evidence as evidence_forms
from boardtui.ui.forms import many_lines as of_many
from boardtui.ui.forms import plan as forms
from boardtui.ui.keys import with_keys
from boardtui.ui.screens.threading import OnThread


@dataclass(frozen=True)
class About:
    """What the dialogs on a plan line need to know."""

    scheme: Scheme
    meetings: tuple[Meeting, ...]
    people: Mapping[str, Person]
    requirements: Mapping[str, str]
    lines: Mapping[str, str]
    themes: tuple[str, ...] = ()


def about(db: Database) -> About:
    """Read what the dialogs need."""
    return About(
        scheme(db), tuple(meetings(db)), by_initials(db), requirement_refs(db), line_refs(db), tuple(themes(db))
    )


class LineCommands(OnThread):
    """Commands on one plan line, for screens that have one."""

    @property
    def line(self) -> PlanLine | None:
        """Return the line in hand."""
        raise NotImplementedError

    @property
    def knot(self) -> tuple[str, str] | None:
        """Return it as a record of the golden thread."""
        return ("plan line", self.line.ref) if self.line else None

    def action_rate(self) -> None:
        """Ask for a rating."""
        if self.line is not None:
            self.app.read(about, self._rate)

    def action_edit(self) -> None:
        """Ask for the line's new particulars."""
        if self.line is not None:
            self.app.read(about, self._edit)

    def action_move(self) -> None:
        """Ask for another due date."""
        if self.line is not None:
            self.app.read(about, self._move)

    def action_duplicate(self) -> None:
        """Ask for a new line like this one."""
        if self.line is not None:
            self.app.read(about, self._add_like)

    def _add_like(self, known: About) -> None:
        line, desk = self.line, self.app.desk
        if line is not None and desk is not None:
            form = forms.add(known.people, known.themes, known.requirements, desk.today, line)
            self.app.push_screen(form, self.for_new())

    def action_owners(self) -> None:
        """Ask who leads the line."""
        if self.line is not None:
            self.app.read(about, self._owners)

    def action_evidence(self) -> None:
        """Ask for a piece of evidence for the line."""
        self.app.read(about, self._add_evidence)

    def _rate(self, known: About) -> None:
        line, desk = self.line, self.app.desk
        if not known.meetings:
            self.app.say(with_keys("Plan the first meeting before giving a rating: press {meetings}."), warning=True)
        elif line is not None and desk is not None:
            self.app.push_screen(forms.rate(line, known.scheme, known.meetings, desk.today))

    def _edit(self, known: About) -> None:
        line, desk = self.line, self.app.desk
        if line is not None and desk is not None:
            self.app.push_screen(forms.edit(line, known.people, known.requirements, desk.today))

    def _move(self, known: About) -> None:
        line, desk = self.line, self.app.desk
        if desk is not None and self.for_marked(of_many.move(known.meetings, desk.today)):
            return
        if line is not None and desk is not None:
            self.app.push_screen(forms.move(line, known.meetings, desk.today))

    def _owners(self, known: About) -> None:
        if not self.for_marked(of_many.owners(known.people)) and self.line is not None:
            self.app.push_screen(forms.owners(self.line, known.people))

    def _add_evidence(self, known: About) -> None:
        line, desk = self.line, self.app.desk
        if not known.lines:
            self.app.say("Add a plan line first: evidence is kept by plan line.", warning=True)
        elif desk is not None:
            self.app.push_screen(evidence_forms.add(line.ref if line else "", known.lines, desk.today), self.for_new())
