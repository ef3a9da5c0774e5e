"""People: who sits on the Board and works for it, and who came to which meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.states import PersonKind
from boardtui.domain.typed_words import has_words
from boardtui.domain.views import Meeting, Person
from boardtui.store.reading.people import attendance_grid, people
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.forms import many_people as of_many
from boardtui.ui.forms import people as forms
from boardtui.ui.screens.bringing import Bringing
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.literal import boxed, hanging, line
from boardtui.ui.widgets.record_list import Column, Row

GROUPS = (
    ("Chair and members", (PersonKind.CHAIR, PersonKind.VICE_CHAIR, PersonKind.MEMBER)),
    ("Participant observers", (PersonKind.OBSERVER,)),
    ("Officers", (PersonKind.OFFICER,)),
    ("Groups", (PersonKind.GROUP,)),
)
"""The headings of the list and the kinds under each."""
MARKS = {"Y": "bold", "D": "bold", "A": "", "N": "bold reverse", "": ""}
SHOWN_MEETINGS = 12
"""Meetings the attendance grid shows, the latest."""


@dataclass(frozen=True)
class Attended:
    """Who came to which of the meetings held."""

    meetings: tuple[Meeting, ...] = ()
    came: Mapping[str, Mapping[int, str]] = field(default_factory=dict)


class PeopleScreen(ListScreen, Bringing):
    """Offices and groups, or the attendance grid."""

    where = place = "people"
    BINDINGS: ClassVar[list[BindingType]] = bindings("people")
    brings = ("people",)
    empty_says = (
        "Nobody is here yet. Press {people-add} to add the first office, the Independent Chair's; "
        "{people-bring-in} brings in a list you have."
    )
    columns = (
        Column("Office", 6),
        Column("Name", 0),
        Column("Organisation", 0),
        Column("Is a", 10),
        Column("Deputy of", 9, 90),
    )
    shown: tuple[Person, ...] | None = None
    grid = False

    def __init__(self) -> None:
        super().__init__()
        self._attended = Attended()

    @property
    def labels(self) -> Mapping[str, str]:
        """Name in a word what a small screen has little room for."""
        return {**super().labels, "people-bring-in": "sheet", "people-group": "group"}

    @property
    def register(self) -> str:
        """Return the register that is shown here."""
        return "" if self.grid else "people"

    def load(self) -> None:
        """Read the people."""
        self.app.read(_people, self.show)

    def show(self, shown: tuple[Person, ...]) -> None:
        """Show the people; then read who came when, which takes longer."""
        self.shown = shown
        self.refill()
        self.app.read(_attended, self._show_attended, awaited=self.grid)

    def _show_attended(self, attended: Attended) -> None:
        self._attended = attended
        if self.grid:
            self._use_columns()
            self.refill()
        else:
            self.write_preview()

    @property
    def person(self) -> Person | None:
        """Return the office the cursor stands on."""
        if self.shown is None:
            return None
        return next((person for person in self.shown if person.id == self.chosen), None)

    @property
    def recorded(self) -> tuple[str, str] | None:
        """Return the office as a record with a history."""
        return ("office", self.person.initials) if self.person else None

    def action_words(self) -> None:
        """Show the Board's abbreviations and own words."""
        self.app.open_record("words")

    def above(self) -> Content | None:
        """Return the key to the grid."""
        return Content("Y attended   D sent a deputy   A apologies   N absent") if self.grid else None

    def rows(self) -> list[Row]:
        """Return the people under their headings."""
        return list(self._grouped())

    def preview(self) -> Content:
        """Return an office in full."""
        person = self.person
        if person is None:
            return Content("")
        width = self.query_one("#side").size.width - 2
        said = [hanging(f"{person.initials}  ", person.role or person.name, width, "bold")]
        if person.name != person.role:
            said.append(line(person.name))
        if person.organisation:
            said.append(line(person.organisation, "$foreground-muted"))
        if person.deputy_of:
            said.append(line(f"Deputises for {person.deputy_of}."))
        if person.members:
            said.append(hanging("Members: ", ", ".join(person.members), width))
        came = self._came(person)
        if came:
            said.append(line(came))
        return Content("\n").join(said)

    def action_open(self) -> None:
        """Change the office."""
        self.action_edit()

    def action_add(self) -> None:
        """Ask for a new office."""
        if self.shown is not None:
            self.app.push_screen(forms.add(self._people_by_initials), self.for_new())

    def marking(self) -> bool:
        """Say whether rows can be marked: people, not who came when."""
        return not self.grid

    def named(self, key: str) -> str:
        """Return the initials of the office of this key."""
        return next((one.initials for one in self.shown or () if one.id == key), key)

    def action_edit(self) -> None:
        """Ask for the office's new particulars, or who is in the group; for what changes of all that are marked."""
        if self.for_marked(of_many.edit(self._people_by_initials)):
            return
        person = self.person
        if person is None or not self.check_action("edit", ()):
            return
        make = forms.edit_group if person.kind == PersonKind.GROUP else forms.edit
        self.app.push_screen(make(person, self._people_by_initials))

    def action_group(self) -> None:
        """Ask for a new group, of those who are marked."""
        if self.shown is not None:
            marked, made = tuple(self.marked.values()), self.for_new()

            def added(what: object) -> None:
                if what is not None:
                    self.unmark()
                made(what)

            self.app.push_screen(forms.add_group(self._people_by_initials, marked), added)

    def action_view(self) -> None:
        """Change between people and attendance."""
        self.grid = not self.grid
        self._use_columns()
        self.refill()

    def _use_columns(self) -> None:
        columns: tuple[Column, ...] = self.columns
        if self.grid:
            held = self._attended.meetings[-SHOWN_MEETINGS:]
            columns = (Column("Office", 6), Column("", 0), *(Column(f"{m.number:>2}", 3) for m in held))
        self.turn_to(columns)

    def _grouped(self) -> Iterator[Row]:
        if self.shown is None:
            return
        for title, kinds in GROUPS:
            if self.grid and PersonKind.GROUP in kinds:
                continue
            found = [person for person in self.shown if person.kind in kinds and self._fits(person)]
            if found:
                yield Row(f"kind {title}", (title,), heading=True)
            for person in found:
                yield Row(person.id, self._grid_cells(person) if self.grid else self._cells(person))

    def _fits(self, person: Person) -> bool:
        return has_words(self.words, person.initials, person.name, person.role, person.organisation, person.kind)

    def _cells(self, person: Person) -> tuple[Text | str, ...]:
        members = ", ".join(person.members)
        return (person.initials, person.name, members or person.organisation, person.kind, person.deputy_of or "")

    def _grid_cells(self, person: Person) -> tuple[Text | str, ...]:
        came = self._attended.came.get(person.initials, {})
        marks = [came.get(meeting.number, "") for meeting in self._attended.meetings[-SHOWN_MEETINGS:]]
        return (person.initials, person.name, *(boxed(mark or "·", MARKS[mark]) for mark in marks))

    def _came(self, person: Person) -> str:
        came = self._attended.came.get(person.initials, {})
        marked = [mark for mark in came.values() if mark]
        if not marked:
            return ""
        last = self._attended.meetings[-1]
        counts = f"Attended {marked.count('Y')} of {len(self._attended.meetings)}"
        if marked.count("D"):
            counts += f", deputy sent {marked.count('D')}"
        return f"{counts} (meetings up to {show(last.date)})."

    @property
    def _people_by_initials(self) -> dict[str, Person]:
        return {person.initials: person for person in self.shown} if self.shown else {}


def _people(db: Database) -> tuple[Person, ...]:
    return tuple(people(db))


def _attended(db: Database) -> Attended:
    meetings, came = attendance_grid(db)
    return Attended(tuple(meetings), {person.initials: marks for person, marks in came})
