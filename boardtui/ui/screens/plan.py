"""The Improvement Plan by theme: each line's rating now and at the last six meetings, and where it is going."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.text import plural
from boardtui.domain.views import PlanLine
from boardtui.store.reading.plan import lines
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.filters import LineFilter
from boardtui.ui.forms import plan as forms
from boardtui.ui.screens.line_commands import About, LineCommands, about
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.literal import cell, hanging
from boardtui.ui.widgets.ratings import arrow, badge, history, named
from boardtui.ui.widgets.record_list import Column, Row


@dataclass(frozen=True)
class Shown:
    """The plan and what its dialogs need to know."""

    lines: tuple[PlanLine, ...]
    about: About


class PlanScreen(ListScreen, LineCommands):
    """The plan's lines by theme."""

    where = place = "plan"
    BINDINGS: ClassVar[list[BindingType]] = bindings("plan")
    filter_says = "words  is:red  is:amber  is:green  is:blue  is:-  is:proposed"
    empty_says = "The plan has no lines yet. Press a to add one."
    columns = (
        Column("Ref", 5),
        Column("Line", 0),
        Column("Lead", 5),
        Column("Due", 11),
        Column("Now", 3),
        Column("", 1),
        Column("Last six meetings", 18),
    )
    shown: Shown | None = None

    def load(self) -> None:
        """Read the plan."""
        if self.app.desk is not None:
            today = self.app.desk.today
            self.app.read(lambda db: _read(db, today), self.show)

    def show(self, shown: Shown) -> None:
        """Show the plan."""
        self.shown = shown
        self.refill()

    @property
    def line(self) -> PlanLine | None:
        """Return the line the cursor stands on."""
        if self.shown is None:
            return None
        return next((line for line in self.shown.lines if line.ref == self.chosen), None)

    @property
    def about(self) -> About | None:
        """Return what the dialogs need."""
        return self.shown.about if self.shown else None

    @property
    def found(self) -> list[PlanLine]:
        """Return the lines that the filter lets through."""
        if self.shown is None:
            return []
        wanted, scheme = LineFilter.read(self.words), self.shown.about.scheme
        return [line for line in self.shown.lines if wanted.lets_through(line, scheme)]

    def above(self) -> Content | None:
        """Return how many lines have which rating."""
        if self.shown is None or not self.shown.lines:
            return None
        found = self.found
        parts = [Content(plural(len(found), "line"))]
        for level in self.shown.about.scheme:
            count = sum(line.rating == level.letter for line in found)
            if level.rank and count:
                parts.append(Content.assemble(named(self.shown.about.scheme, level.letter), f" {count}"))
        unrated = sum(line.rating is None for line in found)
        if unrated:
            parts.append(Content(f"not rated {unrated}"))
        return Content("   ").join(parts)

    def rows(self) -> list[Row]:
        """Return the lines, each theme under its heading."""
        rows = []
        for theme, group in groupby(self.found, key=lambda line: line.theme):
            rows.append(Row(f"theme {theme}", (theme,), heading=True))
            rows += [self._row(line) for line in group]
        return rows

    def preview(self) -> Content:
        """Return the line's title in full, why it is rated so, and what is open under it."""
        line = self.line
        if line is None or self.shown is None:
            return Content("")
        scheme, width = self.shown.about.scheme, self.query_one("#side").size.width - 2
        said = [hanging(f"{line.ref}  ", line.title, width, "bold"), named(scheme, line.rating)]
        if line.direction:
            said[1] = Content.assemble(said[1], f"   {arrow(line.direction)} {line.direction}")
        if line.proposed:
            said[1] = Content.assemble(said[1], "   proposed: ", named(scheme, line.proposed))
        if line.reason:
            said.append(hanging("Why: ", line.reason, width))
        if line.path:
            said.append(hanging("Path: ", line.path, width))
        if line.open_actions:
            late = f" ({', '.join(line.overdue_actions)} overdue)" if line.overdue_actions else ""
            said.append(hanging("Open actions: ", ", ".join(line.open_actions) + late, width))
        return Content("\n").join(said)

    def open(self, key: str) -> None:
        """Open the line."""
        self.app.open_record("line", key)

    def action_add(self) -> None:
        """Ask for a new line."""
        if self.shown is None or self.app.desk is None:
            return
        known = self.shown.about
        themes = list(dict.fromkeys(line.theme for line in self.shown.lines))
        form = forms.add(known.people, themes, known.requirements, self.app.desk.today)
        self.app.push_screen(form, self._added)

    def _added(self, ref: str | None) -> None:
        self.stand_on_next = ref

    def _row(self, line: PlanLine) -> Row:
        scheme = self.shown.about.scheme if self.shown else ()
        late = self.app.desk is not None and line.due is not None and line.due < self.app.desk.today
        due = cell(show(line.due) if line.due else "", "bold" if late and line.rating != "B" else "")
        return Row(
            line.ref,
            (
                line.ref,
                f"{line.title}{' (proposed ' + line.proposed + ')' if line.proposed else ''}",
                line.lead or "",
                due,
                badge(scheme, line.rating),
                arrow(line.direction),
                history(scheme, [letter for _meeting, letter in line.history]),
            ),
        )


def _read(db: Database, today: date) -> Shown:
    return Shown(tuple(lines(db, today)), about(db))
