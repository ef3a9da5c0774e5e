"""Letters: the Chair's letters, the reports, the letters received, the reports to the committee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui import services
from boardtui.domain.instrument import Correspondence
from boardtui.domain.states import Series
from boardtui.domain.views import Letter
from boardtui.store.reading.correspondence import correspondence
from boardtui.store.reading.letters import letters
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.forms import letters as forms
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.modals.reader import Reader
from boardtui.ui.screens import letter_rows
from boardtui.ui.screens.letter_commands import LetterCommands
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.screens.threading import OnThread
from boardtui.ui.widgets.literal import DIALOG, assembled, line, literal
from boardtui.ui.widgets.record_list import RecordList, Row

SERIES = {"letters": Series.LETTER, "reports": Series.REPORT, "committee": Series.SCRUTINY}
"""The sections that hold letters or reports."""

SECTIONS = ("letters", "reports", "received", "committee")
"""The sections in order."""

_EMPTY = {
    "letters": "No letter yet. Press a: it is drafted from the meetings held since the last one.",
    "reports": "No report yet. Press a to draft the initial, 6-month, 12-month or another report, or the Leader's.",
    "received": "No letter received is entered. Press a to enter one and what it asks.",
    "committee": "No report to the committee yet. Press a: it is drafted under the committee's own headings.",
}


@dataclass(frozen=True)
class Shown:
    """Every letter and report, and the letters received."""

    by_series: dict[str, tuple[Letter, ...]]
    received: tuple[Correspondence, ...]


class LettersScreen(ListScreen, LetterCommands, OnThread):
    """Four sections; in each the newest is last."""

    where = place = "letters"
    BINDINGS: ClassVar[list[BindingType]] = bindings("letters")
    columns = letter_rows.COLUMNS["letters"]
    shown: Shown | None = None
    section = "letters"

    def load(self) -> None:
        """Read the letters."""
        if self.app.desk is not None:
            today = self.app.desk.today
            self.app.read(lambda db: _read(db, today), self.show)

    def show(self, shown: Shown) -> None:
        """Show the section; at first the cursor stands on the newest."""
        first, self.shown = not self.ready, shown
        self.refill(self._newest() if first and not self.stand_on_next else None)

    def look_for(self, words: str) -> None:
        """Show a section by its name, `at:` and a record's name behind it; `at:2` is letter 2."""
        before, at, key = words.partition("at:")
        section, _, rest = before.strip().partition(" ")
        if at and not section:
            section, key = "letters", f"letter {key}" if key.isdecimal() else key
        if section not in SECTIONS:
            self._go_to("letters", words)
            return
        self._go_to(section, "" if at else rest, key or None)

    @property
    def letter(self) -> Letter | None:
        """Return the letter or report the cursor stands on."""
        return next((letter for letter in self._letters() if letter.name == self.chosen), None)

    @property
    def received(self) -> Correspondence | None:
        """Return the letter received that the cursor stands on."""
        if self.shown is None or self.section != "received":
            return None
        return next((one for one in self.shown.received if one.ref == self.chosen), None)

    @property
    def knot(self) -> tuple[str, str] | None:
        """Return the record in hand as one of the golden thread."""
        if (received := self.received) is not None:
            return "letter received", received.ref
        return ("letter", self.letter.name) if self.letter else None

    def above(self) -> Content | None:
        """Return the names of the sections, the one shown in brackets, and its figure."""
        if self.shown is None:
            return None
        names = [
            literal(f"[{name}]", "bold $foreground") if name == self.section else literal(f" {name} ")
            for name in SECTIONS
        ]
        figure = (
            letter_rows.counted_received(self.shown.received)
            if self.section == "received"
            else letter_rows.counted(self._letters())
        )
        return assembled(*names, f"   {figure}")

    def rows(self) -> list[Row]:
        """Return the section's lines."""
        if self.shown is None:
            return []
        if self.section == "received":
            return letter_rows.received_rows(self.words, self.shown.received, self._today())
        return letter_rows.letter_rows(self.words, self._letters(), reports=self.section != "letters")

    def preview(self) -> Content:
        """Return the particulars, and what is still to write or to look at."""
        width = self.query_one("#side").size.width - 2
        if (received := self.received) is not None:
            return letter_rows.received(received, width)
        return letter_rows.letter(self.letter, width) if self.letter is not None else Content("")

    def open(self, key: str) -> None:  # noqa: ARG002  (the record in hand is known by its section)
        """Open the letter; read one that was received in full."""
        if (received := self.received) is not None:
            self.app.push_screen(Reader(Content("Letter received"), letter_rows.received(received, DIALOG)))
        elif (letter := self.letter) is not None:
            self.app.open_record("letter", letter.number, letter.series)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done in this section."""
        received = self.section == "received"
        if action in ("step", "export") and received:
            return False
        if action == "thread" and self.section == "committee":
            return False
        if action in ("edit", "remove") and self.received is None:
            return False
        if action == "answered" and not (self.received and self.received.asks):
            return False
        return super().check_action(action, parameters)

    def action_section(self) -> None:
        """Show the next section."""
        self._step(1)

    def action_section_back(self) -> None:
        """Show the section before."""
        self._step(-1)

    def action_add(self) -> None:
        """Ask for the next letter or report, or for a letter received."""
        match self.section:
            case "letters":
                says = Content(
                    "It is drafted from the records of the meetings held since the last letter. "
                    "The Chair's own judgement stays for the Chair to write."
                )
                self.app.push_screen(Confirm(Content("Draft the next letter?"), says, "Draft it"), self._start)
            case "reports":
                self.app.push_screen(forms.start_report(self._letters(), self._today()), self._started)
            case "committee":
                self.app.push_screen(forms.start_committee_report(self._today()), self._started)
            case _:
                self.app.push_screen(forms.receive(self._today()), self.for_new())

    def action_edit(self) -> None:
        """Ask for the new particulars of a letter received."""
        if (received := self.received) is not None:
            self.app.push_screen(forms.edit_received(received, self._today()))

    def action_answered(self) -> None:
        """Ask when a letter was answered, and how."""
        if (received := self.received) is not None:
            self.app.push_screen(forms.answered(received, self._today()))

    def action_remove(self) -> None:
        """Ask whether a letter received is to go."""
        if (received := self.received) is None:
            return
        number = received.number
        says = line(f"{received.sender}: {received.subject}. What it asks is no duty then. Undo brings it back.")

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.change(lambda work: services.correspondence.remove_correspondence(work, number))

        self.app.push_screen(Confirm(line(f"Remove {received.ref}?"), says, "Remove it", "Keep it"), answered)

    def _nothing(self) -> Content:
        return super()._nothing() if self.words else literal(_EMPTY[self.section])

    def _letters(self) -> tuple[Letter, ...]:
        return self.shown.by_series.get(SERIES.get(self.section, ""), ()) if self.shown else ()

    def _newest(self) -> str | None:
        names = [letter.name for letter in self._letters()]
        return names[-1] if names else None

    def _today(self) -> date:
        return self.app.desk.today if self.app.desk else date.min

    def _step(self, step: int) -> None:
        self._go_to(SECTIONS[(SECTIONS.index(self.section) + step) % len(SECTIONS)])

    def _go_to(self, section: str, words: str = "", key: str | None = None) -> None:
        self.section = section
        self.query_one(RecordList).use(letter_rows.COLUMNS[section])
        self.stand_on_next = key or self._newest()
        self.narrow(words)

    def _start(self, yes: bool | None) -> None:
        if yes:
            self.app.change(lambda work: services.letters.start_letter(work), self._started)

    def _started(self, made: int | None) -> None:
        if made is not None and self.section in SERIES:
            series = SERIES[self.section]
            self.for_new()(made)
            self.app.open_record("letter", made, series)


def _read(db: Database, today: date) -> Shown:
    dated = {Series.REPORT: today}
    return Shown(
        {str(series): tuple(letters(db, series, dated.get(series))) for series in SERIES.values()},
        tuple(correspondence(db)),
    )
