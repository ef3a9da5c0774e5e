"""Letters: the Chair's letters, the reports, the letters received, the reports to the committee."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui import services
from boardtui.domain.instrument import Correspondence
from boardtui.domain.states import LetterState, Series
from boardtui.domain.typed_words import has_words, states_too
from boardtui.domain.views import Letter
from boardtui.store.reading.correspondence import correspondence
from boardtui.store.reading.filtering import Where
from boardtui.store.reading.letters import covers_all, letters
from boardtui.store.reading.listings import LETTERS
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.forms import letters as forms
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.modals.reader import Reader
from boardtui.ui.screens import letter_rows
from boardtui.ui.screens.letter_commands import LetterCommands
from boardtui.ui.screens.paged import Ask, PagedList
from boardtui.ui.screens.threading import OnThread
from boardtui.ui.widgets.literal import DIALOG, assembled, line, literal
from boardtui.ui.widgets.record_list import Row

SERIES = {"letters": Series.LETTER, "reports": Series.REPORT, "committee": Series.SCRUTINY}
"""The sections that hold letters or reports."""

SECTIONS = ("letters", "reports", "received", "committee")
"""The sections in order."""

_EMPTY = {
    "letters": "No letter yet. Press {letters-add}: it is drafted from the meetings held since the last one.",
    "reports": (
        "No report yet. Press {letters-add} to draft the initial, 6-month, 12-month or another report, or the Leader's."
    ),
    "received": "No letter received is entered. Press {letters-add} to enter one and what it asks.",
    "committee": (
        "No report to the committee yet. Press {letters-add}: it is drafted under the committee's own headings."
    ),
}


@dataclass(frozen=True)
class Counted:
    """How many letters or reports of a section there are, and how many are not sent."""

    all: int
    open: int


class LettersScreen(PagedList[Letter], LetterCommands, OnThread):
    """Four sections; in each the newest is last."""

    where = place = "letters"
    BINDINGS: ClassVar[list[BindingType]] = bindings("letters")
    columns = letter_rows.COLUMNS["letters"]
    listing = LETTERS[Series.LETTER]
    filter_says = "words to look for  is:draft  is:signed  is:sent"
    told: Counted | None
    section = "letters"

    @property
    def takes_language(self) -> bool:
        """Say no: letters are found by words."""
        return False

    @property
    def register(self) -> str:
        """Return the register that is shown here: that of the letters received."""
        return "correspondence" if self.section == "received" else ""

    @property
    def whole(self) -> Callable[[Database], tuple[Correspondence, ...]] | None:
        """Return how the letters received are read."""
        return _received if self.section == "received" else None

    def know(self, db: Database, ask: Ask) -> Counted:  # noqa: ARG002  (the filter does not matter here)
        """Count the section's letters."""
        sql = f"SELECT count(*), count(*) FILTER (WHERE state <> '{LetterState.SENT}') FROM letter WHERE series = ?"
        return Counted(*db.execute(sql, (SERIES[self.section],)).fetchone())

    def fits(self, db: Database, ask: Ask) -> Where:
        """Return the filter as SQL: the letters that have the words, one by one."""
        if not ask.words.strip():
            return Where("1")
        found = db.execute("SELECT id, series || ' ' || number, kind, subject, state FROM letter").fetchall()
        ids = [one for one, *texts in found if has_words(states_too(ask.words), *texts)]
        return Where("l.id IN (SELECT value FROM json_each(:found))", {"found": json.dumps(ids)})

    def first_name(self, db: Database) -> str | None:
        """Return the newest letter of the section."""
        series = SERIES[self.section]
        (newest,) = db.execute("SELECT max(number) FROM letter WHERE series = ?", (series,)).fetchone()
        return f"{series} {newest}" if newest is not None else None

    def row(self, record: Letter) -> Row:
        """Return a letter or report as a line of the list."""
        return letter_rows.letter_row(record, report=self.section != "letters")

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
        return self.record

    @property
    def received(self) -> Correspondence | None:
        """Return the letter received that the cursor stands on."""
        return next((one for one in self.read_whole or () if one.ref == self.chosen), None)

    @property
    def knot(self) -> tuple[str, str] | None:
        """Return the record in hand as one of the golden thread."""
        if (received := self.received) is not None:
            return "letter received", received.ref
        return ("letter", self.letter.name) if self.letter else None

    def above(self) -> Content | None:
        """Return the names of the sections, the one shown in brackets, and its figure."""
        if not self.ready:
            return None
        names = [
            literal(f"[{name}]", "bold $foreground") if name == self.section else literal(f" {name} ")
            for name in SECTIONS
        ]
        figure = (
            letter_rows.counted_received(self.read_whole or ())
            if self.section == "received" or self.told is None
            else f"{self.told.all}, {self.told.open} not sent"
        )
        return assembled(*names, f"   {figure}")

    def whole_rows(self) -> list[Row]:
        """Return the letters received."""
        return letter_rows.received_rows(states_too(self.words), self.read_whole or (), self._today())

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
                self.app.read(covers_all, self._ask_whether)
            case "reports":
                self.app.read(lambda db: letters(db, Series.REPORT), self._ask_which)
            case "committee":
                self.app.push_screen(forms.start_committee_report(self._today()), self._started)
            case _:
                self.app.push_screen(forms.receive(self._today()), self.for_new())

    def _ask_whether(self, newest: tuple[int, str] | None) -> None:
        """Ask whether the next letter is to be drafted; not while the newest one covers every meeting held."""
        if newest is not None:
            number, state = newest
            stands = f"in {state}" if state == LetterState.DRAFT else state
            said = f"Letter {number} is {stands} and covers every meeting held: {{letters-open}} opens it."
            self.app.say(with_keys(said), warning=True)
            return
        says = Content(
            "It is drafted from the records of the meetings held since the last letter. "
            "The Chair's own judgement stays for the Chair to write."
        )
        self.app.push_screen(Confirm(Content("Draft the next letter?"), says, "Draft it"), self._start)

    def _ask_which(self, reports: list[Letter]) -> None:
        self.app.push_screen(forms.start_report(reports, self._today()), self._started)

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
        return super()._nothing() if self.words else literal(with_keys(_EMPTY[self.section]))

    def _today(self) -> date:
        return self.app.desk.today if self.app.desk else date.min

    def _step(self, step: int) -> None:
        self._go_to(SECTIONS[(SECTIONS.index(self.section) + step) % len(SECTIONS)])

    def _go_to(self, section: str, words: str = "", key: str | None = None) -> None:
        self.section, self.read_whole = section, None
        if section in SERIES:
            self.listing = LETTERS[SERIES[section]]
        self.turn_to(letter_rows.COLUMNS[section])
        self.stand_on_next = key
        self.from_first()
        self.narrow(words)

    def _start(self, yes: bool | None) -> None:
        if yes:
            self.app.change(lambda work: services.letters.start_letter(work), self._started)

    def _started(self, made: int | None) -> None:
        if made is not None and self.section in SERIES:
            series = SERIES[self.section]
            self.for_new()(made)
            self.app.open_record("letter", made, series)


def _received(db: Database) -> tuple[Correspondence, ...]:
    return tuple(correspondence(db))
