"""Asks for several things at once and saves them; a refused save loses nothing that was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from boardtui.errors import BoardError
from boardtui.ui.going import Going
from boardtui.ui.widgets.field_row import FieldRow
from boardtui.ui.widgets.fields import Field
from boardtui.ui.widgets.literal import line, literal

if TYPE_CHECKING:
    from boardtui.store.unit import Work

SMALL, ROOMY = 12, 20
"""Lines of fields from which a form takes the height of a small screen, and of any."""

Answers = dict[str, Any]


def changed(fields: Sequence[Field], answers: Answers) -> Answers:
    """Return only the answers that are not what stood in their fields, so that what was not touched is not saved."""
    return {field.name: answers[field.name] for field in fields if answers[field.name] != field.answer(field.value)}


Change = Callable[[Answers], Callable[["Work"], Any]]


class Form(ModalScreen[Any]):
    """A dialog of fields; `change` makes the change from the answers, its result is what the form gives back.

    What was typed is kept under the form's title until it is saved.
    """

    app = getters.app(Going)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save"),
        Binding("escape", "leave", "Leave"),
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

    def compose(self) -> ComposeResult:
        """Show the fields, with what was typed here before and not saved."""
        kept = self.app.kept.get(self._title, {})
        with Vertical(classes=f"dialog -form {self._room()}"):
            yield Static(line(self._title), classes="title")
            with VerticalScroll(classes="body", can_focus=False):
                if self._says is not None:
                    yield Static(self._says, classes="paragraph")
                for field in self._fields:
                    yield FieldRow(field, kept.get(field.name, field.value))
            yield Static(id="note", classes="note")
            yield Static(literal(f"ctrl+s {self._save}   tab next   esc leave"), classes="hints")

    def on_mount(self) -> None:
        """Begin with the first field."""
        for row in self.query(FieldRow).results(FieldRow):
            row.begin()
            break
        if self._title in self.app.kept:
            self.query_one("#note", Static).update("What you typed here before is still here.")

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
        shown = [field for field in self._fields if not field.hidden]
        typed = {name: text for name, text in self.typed.items() if name in {field.name for field in shown}}
        if typed != {field.name: field.value for field in shown}:
            self.app.kept[self._title] = typed
            self.app.say("What you typed is kept for when you come back.")
        self.dismiss(None)

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        event.stop()
        rows = list(self.query(FieldRow))
        at = next(n for n, row in enumerate(rows) if row in event.input.ancestors)
        if at + 1 < len(rows):
            rows[at + 1].begin()
        else:
            self.action_save()

    def _room(self) -> str:
        """Say whether the fields need a whole screen, so that the keys beneath them stay in sight."""
        asked = sum(max(field.tall, 1) for field in self._fields)
        return "-full" if asked > ROOMY else "-long" if asked > SMALL else ""

    def _saved(self, value: Any) -> None:
        self.app.kept.pop(self._title, None)
        self.dismiss(value)

    def _refused(self, problem: BoardError) -> None:
        self._saving = False
        self._tell(str(problem))

    def _tell(self, text: str) -> None:
        self.query_one("#note", Static).update(literal(text, "$text-error"))
