"""One letter or report, block by block: the blocks, the text, and the records it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from boardtui import services
from boardtui.domain.dates import show
from boardtui.domain.states import LetterState, Series
from boardtui.domain.views import Block, FactComment, Letter
from boardtui.store.reading.letters import fact_comments, letter
from boardtui.ui.commands import bindings
from boardtui.ui.modals.edit_text import EditText
from boardtui.ui.modals.form import Form
from boardtui.ui.modals.reader import Reader
from boardtui.ui.screens import letter_words
from boardtui.ui.screens.fact_checking import FactChecking
from boardtui.ui.screens.letter_figures import rests_on
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.screens.threading import OnThread
from boardtui.ui.widgets.fields import day, lines, words
from boardtui.ui.widgets.literal import assembled, cell, literal
from boardtui.ui.widgets.record_list import Column, RecordList, Row

SIGNED = (LetterState.SIGNED, LetterState.SENT)


class LetterScreen(ListScreen, FactChecking, OnThread):
    """The blocks on the left, their text beside them; on a wide screen the records they rest on beside that."""

    where = "letter"
    place = "letters"
    CSS_PATH = "../styles/letter.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("letter")
    empty_says = "It has no blocks. Press {letter-redraft} to draft it."
    columns = (Column("", 1), Column("Block", 0), Column("", 3), Column("", 13, 44))
    found: Letter | None = None
    _comments: Sequence[FactComment] = ()

    def __init__(self, number: int, series: str = Series.LETTER, block: str = "") -> None:
        super().__init__()
        self.number, self.series, self._stand_at = number, series, block

    @property
    def recorded(self) -> tuple[str, str] | None:
        """Return the letter or report, with its blocks, as a record with a history."""
        return "letter", f"{self.series} {self.number}"

    @property
    def knot(self) -> tuple[str, str] | None:
        """Return the letter or report as a record of the golden thread."""
        return ("letter", f"{self.series} {self.number}") if self.series != Series.SCRUTINY else None

    def on_mount(self) -> None:
        """Put the records of a report beside its text."""
        self.query_one("#both").mount(VerticalScroll(Static(id="rests"), id="records"))
        self.set_class(self.series != Series.LETTER, "-report")

    @property
    def letter(self) -> Letter | None:
        """Return the letter or report."""
        return self.found

    @property
    def comments(self) -> Sequence[FactComment]:
        """Return the comments of the fact check."""
        return self._comments

    @property
    def block(self) -> Block | None:
        """Return the block the cursor stands on."""
        if self.found is None:
            return None
        return next((block for block in self.found.blocks if block.id == self.chosen), None)

    def load(self) -> None:
        """Read the letter or report with its figures, and what the council said of its facts."""
        number, series, desk = self.number, self.series, self.app.desk
        if desk is not None:
            today = desk.today
            self.app.read(lambda db: (letter(db, number, series, today), fact_comments(db, number, series)), self.show)

    def show(self, read: tuple[Letter, list[FactComment]]) -> None:
        """Show the letter."""
        self.found, self._comments = read
        at = self._block_headed(self._stand_at)
        self._stand_at = ""
        self.refill(at.id if at else None)

    def is_here(self, kind: str, *reference: object) -> bool:
        """Stand on a block of this very letter."""
        if kind != "letter" or reference[:2] != (self.number, self.series):
            return False
        if (block := self._block_headed(str(reference[2]))) is not None:
            self.query_one(RecordList).stand_on(block.id)
        return True

    def above(self) -> Content | None:
        """Return which letter it is and how far, and how many of its figures have changed."""
        found = self.found
        if found is None:
            return None
        dated = f", dated {show(found.dated)}" if found.dated else ""
        changed = letter_words.changed(found.blocks) if found.state not in SIGNED else 0
        return assembled(
            (letter_words.name(found), "bold $foreground"),
            f"{dated}, covers {letter_words.covers(found)}   ",
            (letter_words.state(found), "bold $foreground"),
            (f"   ! {changed} changed", "bold $text-warning") if changed else "",
        )

    def rows(self) -> list[Row]:
        """Return the blocks in order, with comments to decide and how many of their figures have changed."""
        if self.found is None:
            return []
        signed = self.found.state in SIGNED
        undecided = {one.block for one in self.comments if not one.decision}
        return [
            Row(
                block.id,
                (
                    "?" if block.key in undecided else letter_words.sign(block, signed=signed),
                    block.heading or block.key.replace("_", " ").capitalize(),
                    cell(f"!{changed}" if (changed := letter_words.changed([block])) and not signed else "", "bold"),
                    letter_words.mark(block, signed=signed),
                ),
            )
            for block in self.found.blocks
        ]

    def preview(self) -> Content:
        """Return the block to read; on a narrow screen the records it rests on follow it."""
        block, found = self.block, self.found
        if block is None or found is None:
            self.query_one("#rests", Static).update("")
            return Content("")
        here = [one for one in self.comments if one.block in (block.key, None)]
        said = letter_words.block(block, letter_words.author(found), signed=found.state in SIGNED)
        beside = self.query_one("#records")
        if self.series == Series.LETTER and not block.figures:
            return said
        if beside.display and beside.size.width:
            self.query_one("#rests", Static).update(self._records(block, here, beside.size.width - 2))
            return said
        return assembled(said, "\n\n", self._records(block, here, self.query_one("#side").size.width - 3))

    def on_resize(self) -> None:
        """Fit the text and the records to the width there is."""
        if self.found is not None:
            self.call_after_refresh(self.refill)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what a signed letter does not allow any more."""
        signed = self.found is not None and self.found.state in SIGNED
        if signed and action in ("edit", "redraft", "use_draft", "particulars"):
            return False
        if action == "thread" and self.knot is None:
            return False
        if action in ("use_draft", "see_draft") and not (
            self.block and self.block.edited and self.block.drafted.strip()
        ):
            return False
        return super().check_action(action, parameters)

    def why_not(self, action: str) -> str:
        """Say what keeps a command from this paper, or from the block in hand."""
        if self.found is not None and self.found.state in SIGNED:
            return "It is signed: it is read, and not changed any more."
        if action in ("use_draft", "see_draft"):
            return "The block stands as it was drafted."
        return super().why_not(action)

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
        number, series = self.number, self.series
        self.app.change(lambda work: services.letters.redraft(work, number, series))

    def action_see_draft(self) -> None:
        """Show what the records would say in place of the edited words."""
        if (block := self.block) is not None:
            title = literal(f"As drafted from the records: {block.heading or block.key}")
            self.app.push_screen(Reader(title, literal(block.drafted)))

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
        number, version, series = found.number, found.version, found.series
        self.app.push_screen(
            Form(
                f"{letter_words.name(found)}: heading",
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
                lambda answers: (
                    lambda work: services.letters.edit_letter(work, number, version, series=series, **answers)
                ),
            )
        )

    def _records(self, block: Block, comments: Sequence[FactComment], width: int) -> Content:
        """Return what the council said of a block's facts, and the records it rests on."""
        signed = self.found is not None and self.found.state in SIGNED
        figures = rests_on(block.figures, width, signed=signed)
        return assembled(letter_words.fact_check(comments), "\n", figures) if comments else figures

    def _block_headed(self, said: str) -> Block | None:
        """Return the block of that heading, in any case."""
        if self.found is None or not said:
            return None
        wanted = said.casefold()
        return next((one for one in self.found.blocks if (one.heading or one.key).casefold() == wanted), None)
