"""Writes one longer text, such as a block of a letter; what is not saved is kept as a draft on disk."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static, TextArea
from textual.widgets.text_area import Selection

from boardtui.domain.text import clean
from boardtui.errors import BoardError
from boardtui.ui.at_work import AtWork
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.widgets.boxes import TextBox
from boardtui.ui.widgets.literal import line, literal

if TYPE_CHECKING:
    from boardtui.store.drafts import Draft
    from boardtui.store.unit import Work

PAUSE = 1.0
"""Seconds without typing after which the draft is kept."""


class EditText(ModalScreen[bool]):
    """A text to write: ctrl+s saves it, esc asks, and keeps what was typed for the next time.

    The cursor stands at its beginning, or with `at_end` behind its last character. The first of the words `marked` that
    is in it is selected, so that typing replaces it.
    """

    app = getters.app(AtWork)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save"),
        Binding("ctrl+r", "restore", "Saved text"),
        Binding("escape", "leave", "Leave", priority=True),
    ]

    def __init__(
        self,
        title: str,
        text: str,
        draft_place: str,
        change: Callable[[str], Callable[[Work], Any]],
        marked: str = "",
        *,
        at_end: bool = False,
    ) -> None:
        super().__init__()
        self._marked, self._at_end = marked, at_end
        self._title, self._text, self._place, self._change = title, text, draft_place, change
        self._timer: Timer | None = None
        self._saving = False

    @property
    def takes_keys(self) -> bool:
        """Say whether a key is for this dialog: what is typed while it is saved is for what comes after it."""
        return not (self._saving and self.app.standing.saving)

    def compose(self) -> ComposeResult:
        """Show the text."""
        with Vertical(classes="dialog -tall -text"):
            yield Static(line(self._title), classes="title")
            yield TextBox(clean(self._text), soft_wrap=True, tab_behavior="focus")
            yield Static(id="note", classes="note")
            yield Static("ctrl+s save   ctrl+r the saved text   ctrl+z undo   esc leave", classes="hints")

    def on_mount(self) -> None:
        """Put the cursor where writing goes on; bring back what was typed before and not saved."""
        if self._at_end:
            self.query_one(TextBox).action_go_to_end()
        self._mark()
        desk = self.app.desk
        if desk is not None:
            self.app.run_aside(lambda: desk.drafts(self._place), self._bring_back)

    def action_save(self) -> None:
        """Save the text; the draft goes once it is on disk."""
        self._saving = True
        self.app.change(self._change(self.query_one(TextArea).text), self._saved, self._refused)

    def action_restore(self) -> None:
        """Go back to the text that is saved."""
        self.query_one(TextArea).load_text(clean(self._text))

    def action_leave(self) -> None:
        """Leave; ask first when something is not saved."""
        if self.app.screen is not self:
            return
        if not self._dirty:
            self._keep("")
            self.dismiss(False)
            return
        self._keep(self.query_one(TextArea).text)
        says = Content("It is kept as a draft, and is here again when you come back.")
        self.app.push_screen(Confirm(Content("Leave without saving?"), says, "Leave", "Go on writing"), self._left)

    def _mark(self) -> None:
        area = self.query_one(TextArea)
        words = (re.search(re.escape(word), area.text, re.IGNORECASE) for word in self._marked.split())
        if found := next((one for one in words if one), None):
            area.selection = Selection(*(_place(area.text, at) for at in found.span()))

    @property
    def _dirty(self) -> bool:
        return self.query_one(TextArea).text != clean(self._text)

    @on(TextArea.Changed)
    def _typing(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._keep_draft)

    def _keep_draft(self) -> None:
        self._keep(self.query_one(TextArea).text if self._dirty else "")

    def _keep(self, text: str) -> None:
        desk = self.app.desk
        if desk is not None and desk.as_at is None:
            row, column = self.query_one(TextArea).cursor_location
            desk.keep_draft(self._place, text, row * 10_000 + column)

    def _bring_back(self, drafts: list[Draft]) -> None:
        draft = next((draft for draft in drafts if draft.place == self._place), None)
        if draft is None or draft.text == clean(self._text):
            return
        area = self.query_one(TextArea)
        area.load_text(clean(draft.text))
        area.move_cursor(divmod(draft.cursor, 10_000))
        self.query_one("#note", Static).update("Your unsaved text from before. ctrl+r shows the saved one.")

    def _left(self, leave: bool | None) -> None:
        if leave and self.is_attached and self.app.screen is self:
            self.dismiss(False)

    def _saved(self, _value: object) -> None:
        self._keep("")
        self.dismiss(True)

    def _refused(self, problem: BoardError) -> None:
        self._saving = False
        self.query_one("#note", Static).update(literal(str(problem), "$text-error"))


def _place(text: str, at: int) -> tuple[int, int]:
    """Return the row and column of a character."""
    before = text[:at]
    return before.count("\n"), at - before.rfind("\n") - 1
