"""One letter, block by block: the blocks on the left, the text on the right."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui import services
from boardtui.domain.dates import show
from boardtui.domain.states import LetterState
from boardtui.domain.views import Block, Letter
from boardtui.store.reading.letters import letter
from boardtui.ui.commands import bindings
from boardtui.ui.modals.edit_text import EditText
from boardtui.ui.modals.form import Form
from boardtui.ui.screens import letter_words
from boardtui.ui.screens.letter_commands import LetterCommands
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.fields import day, lines, words
from boardtui.ui.widgets.record_list import Column, Row


class LetterScreen(ListScreen, LetterCommands):
    """The letter's blocks."""

    where = "letter"
    place = "letters"
    CSS_PATH = "../styles/letter.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("letter")
    empty_says = "This letter has no blocks. Press D to draft it."
    columns = (Column("Block", 0), Column("", 13))
    found: Letter | None = None

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    @property
    def letter(self) -> Letter | None:
        """Return the letter."""
        return self.found

    @property
    def block(self) -> Block | None:
        """Return the block the cursor stands on."""
        if self.found is None:
            return None
        return next((block for block in self.found.blocks if block.id == self.chosen), None)

    def load(self) -> None:
        """Read the letter."""
        number = self.number
        self.app.read(lambda db: letter(db, number), self.show)

    def show(self, found: Letter) -> None:
        """Show the letter."""
        self.found = found
        self.refill()

    def above(self) -> Content | None:
        """Return which letter it is and how far."""
        found = self.found
        if found is None:
            return None
        dated = f", dated {show(found.dated)}" if found.dated else ""
        return Content.assemble(
            (f"Letter {found.number}", "bold $foreground"),
            f"{dated}, covers {letter_words.covers(found)}   ",
            (letter_words.state(found), "bold $foreground"),
        )

    def rows(self) -> list[Row]:
        """Return the blocks in order."""
        if self.found is None:
            return []
        return [
            Row(block.id, (block.heading or block.key.replace("_", " ").capitalize(), letter_words.mark(block)))
            for block in self.found.blocks
        ]

    def preview(self) -> Content:
        """Return the block to read."""
        return letter_words.block(self.block) if self.block is not None else Content("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what a signed letter does not allow any more."""
        signed = self.found is not None and self.found.state in (LetterState.SIGNED, LetterState.SENT)
        if signed and action in ("edit", "redraft", "use_draft", "particulars"):
            return False
        if action == "use_draft" and not (self.block and self.block.edited and self.block.drafted.strip()):
            return False
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Write the block."""
        if self.check_action("edit", ()):
            self.action_edit()

    def action_edit(self) -> None:
        """Write the block; its draft is kept on disk while it is typed."""
        block = self.block
        if block is None:
            return
        block_id, version = block.id, block.version
        self.app.push_screen(
            EditText(
                block.heading or block.key,
                block.text,
                f"letter:{block_id}",
                lambda text: lambda work: services.letters.edit_block(work, block_id, version, text),
            )
        )

    def action_redraft(self) -> None:
        """Draft again what nobody has edited."""
        number = self.number
        self.app.change(lambda work: services.letters.redraft(work, number))

    def action_use_draft(self) -> None:
        """Put the drafted words back."""
        if (block := self.block) is not None:
            block_id, version = block.id, block.version
            self.app.change(lambda work: services.letters.use_draft(work, block_id, version))

    def action_particulars(self) -> None:
        """Ask for the letter's heading."""
        found, desk = self.found, self.app.desk
        if found is None or desk is None:
            return
        self.app.push_screen(
            Form(
                f"Letter {found.number}: heading",
                [
                    day("dated", "Dated", desk.today, found.dated),
                    words("reference", "Reference", found.reference),
                    words("subject", "Subject", found.subject),
                    words("addressee", "Addressee", found.addressee),
                    lines("address", "Address", found.address),
                    words("salutation", "Salutation", found.salutation),
                    lines("copies", "Copies", found.copies),
                    words("signs_as", "Signs as", found.signs_as),
                ],
                lambda answers: lambda work: services.letters.edit_letter(work, found.number, found.version, **answers),
            )
        )
