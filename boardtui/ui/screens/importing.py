"""What a sheet would do to the Board: every row and every problem, what is said by hand, then all of it or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui import services
from boardtui.domain.progress import Progress
from boardtui.domain.sheets.grid import Grid
from boardtui.domain.sheets.outcome import Asked, Brought, Doing, Found
from boardtui.domain.sheets.records import LeftOut, Problem
from boardtui.domain.text import plural, shorten
from boardtui.domain.typed_words import has_words
from boardtui.domain.views import Person
from boardtui.store.reading.people import people
from boardtui.ui.commands import bindings
from boardtui.ui.forms import importing as forms
from boardtui.ui.modals.form import Answers
from boardtui.ui.modals.reader import Reader
from boardtui.ui.modals.working import Working
from boardtui.ui.screens import import_words
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.literal import DIALOG, line
from boardtui.ui.widgets.record_list import Column, Row

_PLACES = {"ratings": "plan"}


class ImportScreen(ListScreen):
    """The rows of a sheet, problems first; nothing is changed until it is brought in."""

    where = "import"
    BINDINGS: ClassVar[list[BindingType]] = bindings("import")
    beside = True
    columns = (Column("", 1), Column("Row", 4), Column("Ref", 7), Column("What it says", 0))

    def __init__(self, asked: Asked, grids: Sequence[Grid], found: Found, path: Path) -> None:
        super().__init__()
        self.place = _PLACES.get(asked.kind, asked.kind)
        self.asked, self.grids, self.found = asked, tuple(grids), found
        self.path = path
        self._done = False

    def load(self) -> None:
        """Show what was found; once something else was changed, try the sheet again."""
        if self.ready and not self._done:
            self._try(self.asked)
        else:
            self.refill()

    @property
    def wrong(self) -> dict[int, list[Problem]]:
        """Return the problems of each row; those of the whole sheet stand under 0."""
        by_row: dict[int, list[Problem]] = defaultdict(list)
        for problem in self.found.problems:
            by_row[problem.row].append(problem)
        return by_row

    def above(self) -> Content | None:
        """Return which sheet it is and what it comes to."""
        return import_words.above(self.asked, self.found, len(self.grids))

    def rows(self) -> list[Row]:
        """Return what the whole sheet lacks, the rows with a problem, the others, and what was left out."""
        sheet = [Row(f"sheet:{at}", ("!", "", "", one.said)) for at, one in enumerate(self.wrong.get(0, ()))]
        brought = sorted(self.found.rows, key=lambda one: (not self._is_wrong(one), one.row))
        mine = [self._row(one) for one in brought if has_words(self.words, one.ref, one.text, *one.changes, *one.notes)]
        left = [
            Row(f"left:{one.row}", ("–", str(one.row), "", f"{one.text}  ({one.why})"))
            for one in self.found.understood.left_out
            if has_words(self.words, one.text, one.why)
        ]
        return [*sheet, *mine, *([Row("left", ("Left out",), heading=True)] if left else []), *left]

    def preview(self) -> Content:
        """Return all that is said of the row in hand, and which column of the sheet fills what."""
        return Content("\n\n").join([self._of_row(self.query_one("#side").size.width - 2), self._columns()])

    def open(self, key: str) -> None:  # noqa: ARG002  (the row in hand is the one that is read)
        """Read the row in full."""
        self.app.push_screen(Reader(line(self.asked.file), self._of_row(DIALOG)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is to do: to bring in what has no problem, to name who is not known."""
        offered = {
            "bring_in": not self.found.problems,
            "who": bool(self.found.understood.names),
            "sheet": len(self.grids) > 1,
        }
        return offered.get(action, True) and super().check_action(action, parameters)

    def why_not(self, action: str) -> str:
        """Say what keeps the sheet from being brought in, or that there is nothing to say by hand."""
        if action == "bring_in":
            return (
                f"Nothing is brought in while there is a problem: {plural(len(self.found.problems), 'problem')} left."
            )
        return "Everybody named is known here." if action == "who" else "The file has one sheet only."

    def action_bring_in(self) -> None:
        """Bring all of it in."""
        desk, grids, asked = self.app.desk, self.grids, self.asked
        if desk is None:
            return

        def job(told: Progress) -> str:
            done = desk.do(lambda work: services.importing.bring_in(work, grids, asked, told))
            services.importing.remember(desk, grids, asked, done.value)
            return done.said

        self._done = True
        self.app.push_screen(Working(f"Bringing in {asked.file}", job), self._brought)

    def action_columns(self) -> None:
        """Say which column is what."""
        head = self.found.understood.head
        self.app.push_screen(forms.columns(self.asked, self._grid(), head), self._columns_said)

    def action_who(self) -> None:
        """Say who is meant by a name that nobody here has."""
        names = self.found.understood.names
        mine = [name for problem in self.wrong.get(self._row_in_hand(), ()) for name in problem.names]
        first = {name: names[name] for name in (*mine, *names) if name in names}

        def ask(there: Sequence[Person]) -> None:
            likeliest = forms.likeliest(first, there)
            self.app.push_screen(forms.unknown(first, likeliest), lambda name: self._name_chosen(name, likeliest))

        self.app.read(people, ask)

    def action_setting(self) -> None:
        """Say the rest: the meeting, the row of the head, what holds for all ratings."""
        head = self.found.understood.head
        row = self._grid().lines[head.last].number if head else None
        self.app.push_screen(forms.setting(self.asked, self.found.meeting, row), lambda said: self._said(said, row))

    def action_sheet(self) -> None:
        """Choose another sheet of the file."""
        chosen = forms.sheets(self.grids, self.found.understood.sheet)
        self.app.push_screen(chosen, lambda one: self._try(replace(self.asked, sheet=one)) if one else None)

    def action_reread(self) -> None:
        """Read the file again, as it is mended by now, and try it as before."""
        desk, path, asked = self.app.desk, self.path, self.asked
        if desk is None:
            return

        def job(told: Progress) -> tuple[tuple[Grid, ...], Found]:
            grids: tuple[Grid, ...] = services.importing.read(path, told)
            return grids, services.importing.preview(desk, grids, asked, told)

        self.app.push_screen(Working(f"Reading {shorten(asked.file, 40)}", job), self._reread)

    def _reread(self, came: tuple[tuple[Grid, ...], Found] | None) -> None:
        if came is not None:
            self.grids, found = came
            self._tried(self.asked, found)

    def _columns_said(self, answers: Answers | None) -> None:
        if answers is not None:
            said = {**self.asked.choices.columns, **forms.by_hand(self.found.understood.head, answers)}
            self._try(replace(self.asked, choices=replace(self.asked.choices, columns=said)))

    def _said(self, answers: Answers | None, row: int | None) -> None:
        if answers is None:
            return
        told = dict(answers)
        head_row = told.pop("row")
        choices = self.asked.choices if head_row == row else replace(self.asked.choices, row=head_row)
        if "agreed" in told:
            told["agreed"] = bool(told["agreed"])
        self._try(replace(self.asked, choices=choices, **told))

    def _name_chosen(self, name: str | None, likeliest: Mapping[str, str]) -> None:
        if name == forms.ALL:
            self._try(replace(self.asked, add_people=True))
        elif name == forms.LIKELY:
            self._try(replace(self.asked, meant={**self.asked.meant, **likeliest}))
        elif name is not None:
            self.app.read(people, lambda there: self.app.push_screen(forms.meant(name, there), self._meant(name)))

    def _meant(self, name: str) -> Callable[[str | None], None]:
        def told(initials: str | None) -> None:
            if initials is not None:
                self._try(replace(self.asked, meant={**self.asked.meant, name: initials}))

        return told

    def _try(self, asked: Asked) -> None:
        """Try the sheet again as it is asked for now."""
        desk, grids = self.app.desk, self.grids
        if desk is None:
            return

        def job(told: Progress) -> Found:
            found: Found = services.importing.preview(desk, grids, asked, told)
            return found

        self.app.push_screen(Working(f"Trying {shorten(asked.file, 40)}", job), lambda found: self._tried(asked, found))

    def _tried(self, asked: Asked, found: Found | None) -> None:
        if found is not None:
            self.asked, self.found = asked, found
            self.refill()

    def _brought(self, sentence: str | None) -> None:
        if sentence is None:
            self._done = False
            return
        self.app.say(f"✓ {sentence}")
        self.app.go_back()
        self.app.changed_aside()

    def _grid(self) -> Grid:
        return next(grid for grid in self.grids if grid.name == self.found.understood.sheet)

    def _is_wrong(self, one: Brought) -> bool:
        return one.doing == Doing.PROBLEM or one.row in self.wrong

    def _row(self, one: Brought) -> Row:
        said = "  ".join([problem.said for problem in self.wrong.get(one.row, ())]) or one.text
        return Row(f"row:{one.row}", (import_words.SIGNS[one.doing], str(one.row), one.ref, said))

    def _row_in_hand(self) -> int:
        kind, _, number = (self.chosen or "").partition(":")
        return int(number) if kind in ("row", "left") else 0

    def _of_row(self, width: int) -> Content:
        kind, _, number = (self.chosen or "").partition(":")
        if kind == "sheet":
            return import_words.problem(self.wrong[0][int(number)], width)
        if kind == "left":
            return import_words.left(self._left(int(number)), width)
        brought = next((one for one in self.found.rows if str(one.row) == number), None)
        return import_words.row(brought, self.wrong.get(brought.row, ()), width) if brought else Content("")

    def _left(self, row: int) -> LeftOut:
        return next(one for one in self.found.understood.left_out if one.row == row)

    def _columns(self) -> Content:
        return import_words.columns(self.asked, self.found)
