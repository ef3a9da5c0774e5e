"""What can be done to the indicator in hand, from the dataset and from the indicator's own screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from boardtui.domain.dataset import Indicator
from boardtui.domain.views import Meeting, Person
from boardtui.store.reading.board import board
from boardtui.store.reading.meetings import meetings
from boardtui.store.reading.people import by_initials
from boardtui.store.reading.reader import Database
from boardtui.store.reading.references import indicator_refs, line_refs, requirement_refs
from boardtui.ui.forms import indicators as forms
from boardtui.ui.screens.threading import OnThread


@dataclass(frozen=True)
class About:
    """What the dialogs on an indicator need to know."""

    meetings: tuple[Meeting, ...]
    people: Mapping[str, Person]
    requirements: Mapping[str, str]
    lines: Mapping[str, str]
    refs: tuple[str, ...]
    commenced: date | None

    @property
    def for_form(self) -> forms.Known:
        """Return what the dialogs on an indicator's particulars offer."""
        return forms.Known(self.people, self.lines, self.requirements, self.commenced)


def about(db: Database) -> About:
    """Read what the dialogs need."""
    required = requirement_refs(db, in_force=True)
    return About(tuple(meetings(db)), by_initials(db), required, line_refs(db), indicator_refs(db), board(db).commenced)


class IndicatorCommands(OnThread):
    """Commands on one indicator, for screens that have one."""

    @property
    def indicator(self) -> Indicator | None:
        """Return the indicator in hand."""
        raise NotImplementedError

    @property
    def knot(self) -> tuple[str, str] | None:
        """Return the indicator as a record of the golden thread."""
        return ("indicator", self.indicator.ref) if self.indicator else None

    def action_add(self) -> None:
        """Ask for a value; where there is no indicator yet, for the indicator."""
        if self.indicator is None:
            self.action_new()
        else:
            self.app.read(about, self._add_value)

    def action_new(self) -> None:
        """Ask for a new indicator."""
        self.app.read(about, self._new)

    def action_duplicate(self) -> None:
        """Ask for a new indicator like this one."""
        if self.indicator is not None:
            self.app.read(about, self._new_like)

    def _new_like(self, known: About) -> None:
        like, desk = self.indicator, self.app.desk
        if like is not None and desk is not None:
            self.app.push_screen(forms.add(known.refs, known.for_form, desk.today, like), self.for_new())

    def action_edit(self) -> None:
        """Ask for the indicator's new particulars."""
        if self.indicator is not None:
            self.app.read(about, self._edit)

    def _add_value(self, known: About) -> None:
        indicator, desk = self.indicator, self.app.desk
        if indicator is not None and desk is not None:
            self.app.push_screen(forms.value(indicator, known.meetings, desk.today))

    def _new(self, known: About) -> None:
        if self.app.desk is not None:
            self.app.push_screen(forms.add(known.refs, known.for_form, self.app.desk.today), self.for_new())

    def _edit(self, known: About) -> None:
        indicator, desk = self.indicator, self.app.desk
        if indicator is not None and desk is not None:
            self.app.push_screen(forms.edit(indicator, known.for_form, desk.today))
