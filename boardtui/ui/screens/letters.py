"""Letters: the Chair's letters to the Minister."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui import services
from boardtui.domain.dates import show
from boardtui.domain.text import plural
from boardtui.domain.views import Letter
from boardtui.store.reading.letters import letters
from boardtui.ui.commands import bindings
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.screens import letter_words
from boardtui.ui.screens.letter_commands import LetterCommands
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.literal import number
from boardtui.ui.widgets.record_list import Column, Row


class LettersScreen(ListScreen, LetterCommands):
    """The letters, the newest last."""

    where = place = "letters"
    BINDINGS: ClassVar[list[BindingType]] = bindings("letters")
    empty_says = "No letter yet. Press a: it is drafted from the meetings held since the last one."
    columns = (
        Column("No", 2),
        Column("Subject", 0),
        Column("Dated", 11),
        Column("Covers", 15),
        Column("State", 18),
    )
    letters: tuple[Letter, ...] = ()

    def load(self) -> None:
        """Read the letters."""
        self.app.read(letters, self.show)

    def show(self, found: list[Letter]) -> None:
        """Show the letters; at first the cursor stands on the newest."""
        first = not self.ready
        self.letters = tuple(found)
        self.refill(str(found[-1].number) if first and found else None)

    @property
    def letter(self) -> Letter | None:
        """Return the letter the cursor stands on."""
        return next((letter for letter in self.letters if str(letter.number) == self.chosen), None)

    def rows(self) -> list[Row]:
        """Return the letters in order."""
        return [
            Row(
                str(letter.number),
                (
                    number(letter.number, 2),
                    letter.subject,
                    show(letter.dated) if letter.dated else "",
                    letter_words.covers(letter),
                    letter_words.state(letter),
                ),
            )
            for letter in self.letters
        ]

    def preview(self) -> Content:
        """Return the letter's particulars and what is still to write."""
        letter = self.letter
        if letter is None:
            return Content("")
        said = letter_words.heading(letter, self.query_one("#side").size.width - 2)
        lacking = sum(1 for block in letter.blocks if not block.text.strip())
        if lacking:
            note = Content.styled(f"\n{plural(lacking, 'block')} not written yet", "$text-warning")
            said = Content.assemble(said, note)
        return said

    def open(self, key: str) -> None:
        """Open the letter."""
        self.app.open_record("letter", int(key))

    def action_add(self) -> None:
        """Ask whether the next letter is to be drafted."""
        says = Content(
            "It is drafted from the records of the meetings held since the last letter. "
            "The Chair's own judgement stays for the Chair to write."
        )
        self.app.push_screen(Confirm(Content("Draft the next letter?"), says, "Draft it"), self._start)

    def _start(self, yes: bool | None) -> None:
        if yes:
            self.app.change(lambda work: services.letters.start_letter(work), self._started)

    def _started(self, made: int) -> None:
        self.stand_on_next = str(made)
        self.app.open_record("letter", made)
