"""Asks for several things at once and saves them; a refused save loses nothing that was typed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from boardtui.errors import BoardError
from boardtui.ui.going import Going
from boardtui.ui.widgets.choice import Choice
from boardtui.ui.widgets.field_row import FieldRow
from boardtui.ui.widgets.fields import Field
from boardtui.ui.widgets.literal import line, literal

if TYPE_CHECKING:
    from boardtui.store.drafts import Draft
    from boardtui.store.unit import Work

PAUSE = 1.0
"""Seconds without typing after which what was typed is kept on disk."""

SMALL, ROOMY = 12, 20
"""Lines of fields from which a form takes the height of a small screen, and of any."""

Answers = dict[str, Any]


def changed(fields: Sequence[Field], answers: Answers) -> Answers:
    """Return only the answers that are not what stood in their fields, so that what was not touched is not saved."""
    return {field.name: answers[field.name] for field in fields if answers[field.name] != field.answer(field.value)}


Change = Callable[[Answers], Callable[["Work"], Any]]


class Form(ModalScreen[Any]):
    """A dialog of fields; `change` makes the change from the answers, its result is what the form gives back.

    What was typed is kept on disk under the form's title, which names its record, until it is saved.
    """

    app = getters.app(Going)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save"),
        Binding("ctrl+r", "as_saved", "As saved"),
        Binding("escape", "leave", "Leave"),
        Binding("enter", "onward", show=False),
        # at once: else what is typed right after tab, in the same breath, would land in the field before
        Binding("tab", "app.focus_next", "Next", priority=True, show=False),
        Binding("shift+tab", "app.focus_previous", "Previous", priority=True, show=False),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        change: Change | None,
        *,
        says: Content | None = None,
        check: Callable[[Answers], Sequence[str]] | None = None,
        save: str = "save",
    ) -> None:
        super().__init__()
        self._title, self._fields, self._change = title, tuple(fields), change
        self._says, self._check, self._save = says, check, save
        self._saving = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Show the fields."""
        with Vertical(classes=f"dialog -form {self._room()}"):
            yield Static(line(self._title), classes="title")
            with VerticalScroll(classes="body", can_focus=False):
                if self._says is not None:
                    yield Static(self._says, classes="paragraph")
                for field in self._fields:
                    yield FieldRow(field)
            yield Static(id="note", classes="note")
            yield Static(literal(f"ctrl+s {self._save}   tab next   esc leave"), classes="hints")

    def on_mount(self) -> None:
        """Begin with the first field; bring back what was typed here before and not saved."""
        for row in self.query(FieldRow).results(FieldRow):
            row.begin()
            break
        desk = self.app.desk
        if desk is None:
            self._bring_back(self.app.kept.get(self._title, {}))
        elif desk.as_at is None:
            self.app.run_aside(lambda: desk.drafts(self._place), self._found, awaited=True)

    @property
    def takes_keys(self) -> bool:
        """Say whether a key is for this dialog: what is typed while it is saved is for what comes after it."""
        return not (self._saving and self.app.standing.saving)

    @property
    def typed(self) -> dict[str, str]:
        """Return what stands in each box."""
        return {row.field.name: row.typed for row in self.query(FieldRow)}

    def action_save(self) -> None:
        """Check the answers and save them."""
        if self._saving:
            return
        rows = list(self.query(FieldRow))
        wrong = [row for row in rows if not row.check()]
        if wrong:
            wrong[0].begin()
            return
        answers = {row.field.name: row.answer() for row in rows}
        problems = self._check(answers) if self._check else ()
        if problems:
            self._tell(" ".join(problems))
        elif self._change is None:
            self._saved(answers)
        else:
            self._saving = True
            self.app.change(self._change(answers), self._saved, self._refused)

    def action_leave(self) -> None:
        """Leave; what was typed stays for the next time."""
        if self._keep():
            self.app.say("What you typed is kept for when you come back.")
        self.dismiss(None)

    def action_as_saved(self) -> None:
        """Put back what is saved into every field."""
        for row in self.query(FieldRow):
            row.put(row.field.value)
        self.query_one("#note", Static).update("")

    @property
    def _place(self) -> str:
        return f"form:{self._title}"

    @property
    def _unsaved(self) -> dict[str, str]:
        """Return what was typed and is not saved, without what is not shown while it is typed."""
        return {
            row.field.name: row.typed
            for row in self.query(FieldRow)
            if not row.field.hidden and row.typed != row.field.value
        }

    def _keep(self) -> bool:
        """Keep what was typed, on disk where there is a Board; say whether there was anything."""
        unsaved, desk = self._unsaved, self.app.desk
        if desk is None:
            self.app.kept[self._title] = unsaved
        elif desk.as_at is None:
            desk.keep_draft(self._place, json.dumps(unsaved, ensure_ascii=False) if unsaved else "", 0)
        return bool(unsaved)

    def _found(self, drafts: list[Draft]) -> None:
        kept = next((draft for draft in drafts if draft.place == self._place), None)
        if kept is not None:
            self._bring_back(json.loads(kept.text))

    def _bring_back(self, kept: Mapping[str, str]) -> None:
        """Put what was typed here before into its fields, and say so."""
        rows = [row for row in self.query(FieldRow) if row.field.name in kept]
        for row in rows:
            row.put(kept[row.field.name])
        if rows:
            self.query_one("#note", Static).update("What you typed here before is still here. ctrl+r: as saved.")

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _typing(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._keep)

    def action_onward(self) -> None:
        """Go from a choice to the next question, as enter does from a box."""
        if self.focused is not None:
            self._after(self.focused)

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        event.stop()
        self._after(event.input)

    def _after(self, part: Widget) -> None:
        rows = list(self.query(FieldRow))
        at = next((n for n, row in enumerate(rows) if row in part.ancestors), len(rows))
        if at + 1 < len(rows):
            rows[at + 1].begin()
        else:
            self.action_save()

    def _room(self) -> str:
        """Say whether the fields need a whole screen, so that the keys beneath them stay in sight."""
        asked = sum(max(field.tall, 1) for field in self._fields)
        return "-full" if asked > ROOMY else "-long" if asked > SMALL else ""

    def _saved(self, value: Any) -> None:
        self._forget()
        self.dismiss(value)

    def _forget(self) -> None:
        """Keep nothing of what was typed any more: it is saved."""
        if self._timer is not None:
            self._timer.stop()
        if (desk := self.app.desk) is not None and desk.as_at is None:
            desk.keep_draft(self._place, "", 0)
        self.app.kept.pop(self._title, None)

    def _refused(self, problem: BoardError) -> None:
        self._saving = False
        self._tell(str(problem))

    def _tell(self, text: str) -> None:
        self.query_one("#note", Static).update(literal(text, "$text-error"))
