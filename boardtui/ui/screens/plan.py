"""The Improvement Plan: its lines by theme, what there is to challenge, and the evidence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.assured import Evidence
from boardtui.domain.challenge import Flag
from boardtui.domain.dates import show
from boardtui.domain.filter_facts import of_line
from boardtui.domain.filter_keys import Kind
from boardtui.domain.text import one_line, plural
from boardtui.domain.views import PlanLine
from boardtui.store.reading.challenge import flags
from boardtui.store.reading.evidence import evidence
from boardtui.store.reading.plan import lines
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.forms import evidence as evidence_forms
from boardtui.ui.forms import plan as forms
from boardtui.ui.screens import plan_rows
from boardtui.ui.screens.bringing import Bringing
from boardtui.ui.screens.filtered import FilteredList
from boardtui.ui.screens.line_commands import About, LineCommands, about
from boardtui.ui.widgets.literal import assembled, cell, hanging, literal
from boardtui.ui.widgets.ratings import arrow, badge, history, named, style
from boardtui.ui.widgets.record_list import RecordList, Row


@dataclass(frozen=True)
class Shown:
    """The plan and what its dialogs need to know."""

    lines: tuple[PlanLine, ...]
    flags: tuple[Flag, ...]
    evidence: tuple[Evidence, ...]
    about: About
    on: date


class PlanScreen(FilteredList, LineCommands, Bringing):
    """Three sections: lines, challenge, evidence."""

    where = place = "plan"
    BINDINGS: ClassVar[list[BindingType]] = bindings("plan")
    kind = Kind.PLAN
    brings = ("plan", "ratings")
    filter_says = "words  is:red  is:amber  is:green  is:blue  is:-  is:proposed"
    empty_says = plan_rows.EMPTY["lines"]
    columns = plan_rows.COLUMNS["lines"]
    section = "lines"
    shown: Shown | None = None

    @property
    def register(self) -> str:
        """Return the register that is shown here."""
        return "plan" if self.section == "lines" else ""

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
        """Return the line the cursor stands on, or the one its flag or evidence is about."""
        if self.shown is None:
            return None
        ref = self.chosen
        if self.section == "challenge":
            ref = self.flag.line if self.flag else None
        elif self.section == "evidence":
            ref = self.piece.line if self.piece else None
        return next((line for line in self.shown.lines if line.ref == ref), None)

    @property
    def flag(self) -> Flag | None:
        """Return the flag the cursor stands on."""
        found = self.shown.flags if self.shown else ()
        return next((flag for flag in found if plan_rows.flag_key(flag) == self.chosen), None)

    @property
    def piece(self) -> Evidence | None:
        """Return the piece of evidence the cursor stands on."""
        return next((one for one in (self.shown.evidence if self.shown else ()) if one.ref == self.chosen), None)

    @property
    def knot(self) -> tuple[str, str] | None:
        """Return the record the cursor stands on as a record of the golden thread."""
        if self.section == "evidence":
            return ("evidence", self.piece.ref) if self.piece else None
        return super().knot

    @property
    def about(self) -> About | None:
        """Return what the dialogs need."""
        return self.shown.about if self.shown else None

    @property
    def found(self) -> list[PlanLine]:
        """Return the lines that the filter lets through."""
        if self.shown is None:
            return []
        wanted, scheme, today = self.wanted, self.shown.about.scheme, self.shown.on
        return [line for line in self.shown.lines if of_line(line, scheme, today).fit(wanted)]

    @property
    def takes_language(self) -> bool:
        """Say whether the lines are shown: questions and evidence are found by words."""
        return self.section == "lines"

    def look_for(self, words: str) -> None:
        """Show a section by its name, `at:` and a record's key behind it; or the lines that have these words."""
        section, _at, key = words.partition(" at:")
        if section in plan_rows.SECTIONS:
            self.stand_on_next = key or None
            self._go_to(section)
        else:
            self._go_to("lines")
            super().look_for(words)

    def above(self) -> Content | None:
        """Return the names of the sections, the one shown in brackets, and its figure."""
        if self.shown is None:
            return None
        names = [
            literal(f"[{name}]", "bold $foreground") if name == self.section else literal(f" {name} ")
            for name in plan_rows.SECTIONS
        ]
        head = Content("").join(names)
        for figure in self._figures():
            said = assembled(head, "   ", figure)
            if said.cell_length < self.size.width - 2:
                break
        return said

    def rows(self) -> list[Row]:
        """Return the section's rows; lines stand under the heading of their theme."""
        if self.shown is None:
            return []
        if self.section == "challenge":
            return plan_rows.flag_rows(self.words, self.shown.flags, self.shown.lines, self.shown.about.scheme)
        if self.section == "evidence":
            return plan_rows.evidence_rows(self.words, self.shown.evidence)
        rows, asked = [], Counter(flag.line for flag in self.shown.flags)
        for theme, group in groupby(self.found, key=lambda line: line.theme):
            rows.append(Row(f"theme {theme}", (theme,), heading=True))
            rows += [self._row(line, asked[line.ref]) for line in group]
        return rows

    def preview(self) -> Content:
        """Return the record in full; of a line, why it is rated so and what is open under it."""
        width = self.query_one("#side").size.width - 2
        if self.section == "challenge":
            return plan_rows.flag(self.flag, width) if self.flag else Content("")
        if self.section == "evidence":
            return plan_rows.evidence(self.piece, width) if self.piece else Content("")
        line = self.line
        if line is None or self.shown is None:
            return Content("")
        scheme = self.shown.about.scheme
        said = [hanging(f"{line.ref}  ", line.title, width, "bold"), named(scheme, line.rating)]
        if line.direction:
            said[1] = assembled(said[1], f"   {arrow(line.direction)} {line.direction}")
        if line.proposed:
            said[1] = assembled(said[1], "   proposed: ", named(scheme, line.proposed))
        if line.reason:
            said.append(hanging("Why: ", line.reason, width))
        if line.path:
            said.append(hanging("Path: ", line.path, width))
        if line.restricted:
            said.append(hanging("Restricted: ", line.restricted, width, "$text-warning"))
        if line.open_actions:
            late = f" ({', '.join(line.overdue_actions)} overdue)" if line.overdue_actions else ""
            said.append(hanging("Open actions: ", ", ".join(line.open_actions) + late, width))
        if asked := [str(flag.kind) for flag in self.shown.flags if flag.line == line.ref]:
            said.append(hanging("! ", "; ".join(asked), width, "$text-warning"))
        return Content("\n").join(said)

    def open(self, _key: str) -> None:
        """Open the line, also from what is asked about it and from its evidence."""
        if (line := self.line) is not None:
            self.app.open_record("line", line.ref)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to add where something can be added: questions are the program's."""
        if action == "add" and self.section == "challenge":
            return False
        return super().check_action(action, parameters)

    def action_export(self) -> None:
        """Export the plan report."""
        self.app.export("plan")

    def action_section(self) -> None:
        """Show the next section."""
        self._step(1)

    def action_section_back(self) -> None:
        """Show the section before."""
        self._step(-1)

    def action_edit(self) -> None:
        """Ask for the line's new particulars, or the evidence's."""
        if self.section != "evidence":
            super().action_edit()
        elif self.piece is not None and self.about is not None and self.app.desk is not None:
            self.app.push_screen(evidence_forms.edit(self.piece, self.about.lines, self.app.desk.today))

    def action_add(self) -> None:
        """Ask for a new line; among the evidence, for a new piece of it."""
        if self.section == "evidence":
            self.action_evidence()
            return
        if self.shown is None or self.app.desk is None:
            return
        known = self.shown.about
        themes = list(dict.fromkeys(line.theme for line in self.shown.lines))
        form = forms.add(known.people, themes, known.requirements, self.app.desk.today)
        self.app.push_screen(form, self.for_new())

    def _step(self, step: int) -> None:
        at = plan_rows.SECTIONS.index(self.section)
        self._go_to(plan_rows.SECTIONS[(at + step) % len(plan_rows.SECTIONS)])

    def _go_to(self, section: str) -> None:
        self.section, self.empty_says = section, plan_rows.EMPTY[section]
        self.query_one(RecordList).use(plan_rows.COLUMNS[section])
        self.narrow("")

    def _figures(self) -> list[Content]:
        """Return the section's figure, in full and in short."""
        if self.shown is None:
            return [Content("")]
        if self.section == "challenge":
            lines = len({flag.line for flag in self.shown.flags})
            return [literal(f"{plural(len(self.shown.flags), 'question')} on {plural(lines, 'line')}")]
        if self.section == "evidence":
            unseen = sum(not one.verified_by for one in self.shown.evidence)
            return [literal(f"{plural(len(self.shown.evidence), 'piece')}, {unseen} not verified")]
        found, scheme = self.found, self.shown.about.scheme
        full, short = ([literal(plural(len(found), "line"))] for _ in range(2))
        for level in scheme:
            count = sum(line.rating == level.letter for line in found)
            if level.rank and count:
                full.append(assembled(named(scheme, level.letter), f" {count}"))
                short.append(assembled((f" {one_line(level.letter)} ", style(level)), f" {count}"))
        if unrated := sum(line.rating is None for line in found):
            full.append(literal(f"not rated {unrated}"))
            short.append(literal(f"not rated {unrated}"))
        return [Content("   ").join(full), Content(" ").join(full), Content(" ").join(short)]

    def _row(self, line: PlanLine, asked: int) -> Row:
        scheme = self.shown.about.scheme if self.shown else ()
        late = self.app.desk is not None and line.due is not None and line.due < self.app.desk.today
        due = cell(show(line.due) if line.due else "", "bold" if late and line.rating != "B" else "")
        return Row(
            line.ref,
            (
                line.ref,
                cell(f"{line.title}{' (proposed ' + line.proposed + ')' if line.proposed else ''}"),
                cell(f"!{asked}" if asked else "", "bold"),
                line.lead or "",
                due,
                badge(scheme, line.rating),
                arrow(line.direction),
                history(scheme, [letter for _meeting, letter in line.history]),
            ),
        )


def _read(db: Database, today: date) -> Shown:
    return Shown(tuple(lines(db, today)), tuple(flags(db, today)), tuple(evidence(db)), about(db), today)
