"""The Improvement Plan: its lines by theme, what there is to challenge, and the evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.assured import Evidence
from boardtui.domain.challenge import Flag
from boardtui.domain.dates import show
from boardtui.domain.filter_keys import Kind
from boardtui.domain.filters import Asked
from boardtui.domain.ratings import Scheme
from boardtui.domain.text import one_line, plural
from boardtui.domain.views import PlanLine
from boardtui.store.reading.board import scheme
from boardtui.store.reading.challenge import LineAsked, asked
from boardtui.store.reading.evidence import evidence
from boardtui.store.reading.filtering import compiled
from boardtui.store.reading.listings import PLAN
from boardtui.store.reading.plan import chosen, ratings_of, themes
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.forms import evidence as evidence_forms
from boardtui.ui.forms import plan as forms
from boardtui.ui.screens import plan_rows
from boardtui.ui.screens.bringing import Bringing
from boardtui.ui.screens.line_commands import About, LineCommands, about
from boardtui.ui.screens.paged import Ask, First, PagedList
from boardtui.ui.screens.querying import Asked as Queried
from boardtui.ui.screens.querying import Querying
from boardtui.ui.widgets.literal import assembled, cell, hanging, literal
from boardtui.ui.widgets.ratings import arrow, badge, history, named, style
from boardtui.ui.widgets.record_list import Row


@dataclass(frozen=True)
class Whole:
    """A section that is read as a whole: what there is to ask, or the evidence, with the lines that it is about."""

    scheme: Scheme = ()
    lines: tuple[PlanLine, ...] = ()
    flags: tuple[Flag, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class PlanScreen(PagedList[LineAsked], LineCommands, Bringing, Querying):
    """Three sections: lines, challenge, evidence."""

    where = place = "plan"
    views_of = "plan"
    BINDINGS: ClassVar[list[BindingType]] = bindings("plan")
    kind = Kind.PLAN
    brings = ("plan", "ratings")
    filter_says = "words  is:red  is:amber  is:green  is:blue  is:-  is:proposed"
    empty_says = plan_rows.EMPTY["lines"]
    columns = plan_rows.COLUMNS["lines"]
    section = "lines"
    listing = PLAN
    told: Scheme | None
    _rated: Counter[str | None] | None = None

    @property
    def register(self) -> str:
        """Return the register that is shown here."""
        return {"lines": "plan", "evidence": "evidence"}.get(self.section, "")

    def know(self, db: Database, ask: Ask) -> Scheme:  # noqa: ARG002  (the filter does not matter here)
        """Read the rating scheme."""
        return scheme(db)

    @property
    def whole(self) -> Callable[[Database], object] | None:
        """Return how the questions, and the evidence, are read."""
        today = self.app.desk.today if self.app.desk is not None else date.max
        reads = {"challenge": partial(_asking, today=today), "evidence": partial(_evidence, today=today)}
        return reads.get(self.section)

    @property
    def line(self) -> PlanLine | None:
        """Return the line the cursor stands on, or the one its flag or evidence is about."""
        if self.record is not None:
            return self.record.line
        about = self.flag or self.piece
        return next((one for one in self._there.lines if about is not None and one.ref == about.line), None)

    @property
    def asked(self) -> Queried | None:
        """Return the line in hand as a query names it."""
        found = self.line
        return Queried(f"line {found.ref}", found.title, found.lead) if found else None

    @property
    def flag(self) -> Flag | None:
        """Return the flag the cursor stands on."""
        return next((flag for flag in self._there.flags if plan_rows.flag_key(flag) == self.chosen), None)

    @property
    def piece(self) -> Evidence | None:
        """Return the piece of evidence the cursor stands on."""
        return next((one for one in self._there.evidence if one.ref == self.chosen), None)

    @property
    def _there(self) -> Whole:
        return self.read_whole or Whole()

    @property
    def knot(self) -> tuple[str, str] | None:
        """Return the record the cursor stands on as a record of the golden thread."""
        if self.section == "evidence":
            return ("evidence", self.piece.ref) if self.piece else None
        return super().knot

    @property
    def takes_language(self) -> bool:
        """Say whether the lines are shown: questions and evidence are found by words."""
        return self.section == "lines"

    def marking(self) -> bool:
        """Say whether rows can be marked: the lines, not the questions and the evidence."""
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
        if not self.ready:
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

    def whole_rows(self) -> list[Row]:
        """Return the rows of the questions or of the evidence."""
        if self.section == "challenge":
            return plan_rows.flag_rows(self.words, self._there.flags, self._there.lines, self._there.scheme)
        return plan_rows.evidence_rows(self.words, self._there.evidence)

    def filled(self, found: First[LineAsked]) -> None:
        """Count the ratings of what is listed, once it is on the screen."""
        self._rated = None
        desk, condition, levels = self.app.desk, self.wanted, self.scheme
        if desk is not None and found.order.count:
            asked = Asked(Kind.PLAN, desk.today, levels)
            self.read_behind(lambda db: ratings_of(db, compiled(db, condition, asked)), self._count)
        else:
            self.write_above()

    def _count(self, rated: Counter[str | None]) -> None:
        self._rated = rated
        self.write_above()

    def preview(self) -> Content:
        """Return the record in full; of a line, why it is rated so and what is open under it."""
        width = self.query_one("#side").size.width - 2
        if self.section == "challenge":
            return plan_rows.flag(self.flag, width) if self.flag else Content("")
        if self.section == "evidence":
            return plan_rows.evidence(self.piece, width) if self.piece else Content("")
        line = self.line
        if line is None:
            return Content("")
        scheme = self.told or ()
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
        if asked := [str(flag.kind) for flag in (self.record.flags if self.record is not None else ())]:
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
        elif self.piece is not None:
            self.app.read(about, self._edit_evidence)

    def action_add(self) -> None:
        """Ask for a new line; among the evidence, for a new piece of it."""
        if self.section == "evidence":
            self.action_evidence()
        else:
            self.app.read(lambda db: (about(db), themes(db)), self._add)

    def _edit_evidence(self, known: About) -> None:
        if self.piece is not None and self.app.desk is not None:
            self.app.push_screen(evidence_forms.edit(self.piece, known.lines, self.app.desk.today))

    def _add(self, found: tuple[About, list[str]]) -> None:
        known, themes = found
        if self.app.desk is not None:
            form = forms.add(known.people, themes, known.requirements, self.app.desk.today)
            self.app.push_screen(form, self.for_new())

    def _step(self, step: int) -> None:
        at = plan_rows.SECTIONS.index(self.section)
        self._go_to(plan_rows.SECTIONS[(at + step) % len(plan_rows.SECTIONS)])

    def _go_to(self, section: str) -> None:
        self.section, self.empty_says, self.read_whole = section, plan_rows.EMPTY[section], None
        self.turn_to(plan_rows.COLUMNS[section])
        self.narrow("")

    def _figures(self) -> list[Content]:
        """Return the section's figure, in full and in short."""
        if self.section == "challenge":
            lines = len({flag.line for flag in self._there.flags})
            return [literal(f"{plural(len(self._there.flags), 'question')} on {plural(lines, 'line')}")]
        if self.section == "evidence":
            unseen = sum(not one.verified_by for one in self._there.evidence)
            return [literal(f"{plural(len(self._there.evidence), 'piece')}, {unseen} not verified")]
        scheme, rated = self.told or (), self._rated or Counter()
        full, short = ([literal(plural(self.pages.order.count, "line"))] for _ in range(2))
        for level in scheme:
            count = rated[level.letter]
            if level.rank and count:
                full.append(assembled(named(scheme, level.letter), f" {count}"))
                short.append(assembled((f" {one_line(level.letter)} ", style(level)), f" {count}"))
        if unrated := rated[None]:
            full.append(literal(f"not rated {unrated}"))
            short.append(literal(f"not rated {unrated}"))
        return [Content("   ").join(full), Content(" ").join(full), Content(" ").join(short)]

    def row(self, record: LineAsked) -> Row:
        """Return a line of the plan as a line of the list."""
        line, asked, scheme = record.line, len(record.flags), self.told or ()
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


def _asking(db: Database, today: date) -> Whole:
    found = [one for one in asked(db, today) if one.flags]
    return Whole(scheme(db), tuple(one.line for one in found), tuple(flag for one in found for flag in one.flags))


def _evidence(db: Database, today: date) -> Whole:
    about = chosen(db, today, "l.id IN (SELECT line_id FROM evidence)")
    return Whole(scheme(db), tuple(about), evidence=tuple(evidence(db)))
